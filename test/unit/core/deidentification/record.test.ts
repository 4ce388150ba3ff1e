import { find, segmentOf, textOf, DEFAULT_CHARACTER_SET } from '@pseudonymize-redact/core/part10';
import { assert, describe, expect, it } from 'vitest';
import { openPart10 } from '../../../synthetic/openPart10.ts';
import { buildPart10, type SyntheticElement } from '../../../synthetic/buildPart10.ts';
import {
  context,
  ctElements,
  deidentified,
  deidentifiedBytes,
  elementsOf,
  itemsOf,
  valueIn,
  deidentifiedFile,
  type Deidentified,
} from './deidentified.ts';

const PIXELS: readonly SyntheticElement[] = [{ tag: 0x7fe00010, vr: 'OW', value: [1, 2] }];
const codes = ({ file }: Deidentified): readonly (string | null)[] =>
  itemsOf(file.dataset, 'DeidentificationMethodCodeSequence').map((item) => valueIn(file, item, 'CodeValue'));

describe('the record in the object', () => {
  it('[DI-60] says that the identity was removed, by what, and with which profile and Options', () => {
    const result = deidentified(ctElements({}));
    expect(result.value('PatientIdentityRemoved')).toBe('YES');
    expect(result.value('DeidentificationMethod')).toBe(
      'Pseudonymize & Redact 0.1.0, profile research-longitudinal',
    );
    expect(result.value('LongitudinalTemporalInformationModified')).toBe('MODIFIED');
    expect(codes(result)).toEqual(['113100', '113103', '113104', '113105', '113107', '113108', '113111']);
  });

  it('[DI-60] names no Option that is off', () => {
    expect(codes(deidentified(ctElements({}), context({ name: 'basic' })))).toEqual(['113100']);
  });

  it('[DI-61] keeps what an earlier de-identification wrote, and says the same thing once', () => {
    const earlier = elementsOf({
      CodeValue: '113109',
      CodingSchemeDesignator: 'DCM',
      CodeMeaning: 'Retain Device Identity',
    });
    const first = deidentified(
      ctElements({ DeidentificationMethod: 'CTP', DeidentificationMethodCodeSequence: { items: [earlier] } }),
    );
    expect(first.value('DeidentificationMethod')).toMatch(/^CTP\\Pseudonymize/);
    expect(codes(first)).toContain('113109');
    const second = deidentifiedBytes(first.bytes);
    expect(second.value('DeidentificationMethod')).toBe(first.value('DeidentificationMethod'));
    expect(codes(second)).toEqual(codes(first));
  });

  it('[DI-62] claims clean pixels, and no burned-in text, only where the pixels were searched', () => {
    const elements = ctElements({ BurnedInAnnotation: 'YES' }, PIXELS);
    const unsearched = deidentified(elements);
    expect(codes(unsearched)).not.toContain('113101');
    expect(unsearched.value('BurnedInAnnotation')).toBe('YES');
    const searched = deidentified(
      elements,
      context(undefined, { pixels: { searched: true, changed: null } }),
    );
    expect(codes(searched)).toContain('113101');
    expect(searched.value('BurnedInAnnotation')).toBe('NO');
  });

  it('[DI-62] claims nothing of the pixels of an object that has none', () => {
    const result = deidentified(
      ctElements({}),
      context(undefined, { pixels: { searched: true, changed: null } }),
    );
    expect(codes(result)).not.toContain('113101');
    expect(result.value('BurnedInAnnotation')).toBeNull();
  });

  it('[DI-63] pixels that were changed make a derived image, and their edits come first', () => {
    const bytes = buildPart10({ elements: ctElements({ ImageType: 'ORIGINAL\\PRIMARY\\AXIAL' }, PIXELS) });
    const file = openPart10(bytes);
    const [element] = file.dataset.elements.slice(-1);
    assert(element?.tag === 0x7fe00010);
    const value = [segmentOf(Uint8Array.of(9, 9, 9, 9))];
    const planContext = context(undefined, {
      pixels: {
        searched: true,
        changed: {
          edits: new Map([[element, { action: 'replace', value }]]),
          insertions: [],
          transferSyntaxUID: '1.2.840.10008.1.2.1',
        },
      },
    });
    const result = deidentifiedFile(file, planContext);
    expect(result.value('ImageType')).toBe('DERIVED\\PRIMARY\\AXIAL');
    expect(result.value('DerivationDescription')).toBe('Burned-in text was blanked.');
    const written = find(result.file.dataset, 0x7fe00010);
    expect(written && result.file.source.read(written.valueStart, written.valueEnd)).toEqual(
      Uint8Array.of(9, 9, 9, 9),
    );
  });
});

describe('File Meta Information', () => {
  it('[DI-64] is written anew, with nothing of the old one but the Transfer Syntax, and the preamble is zeros', () => {
    const meta: readonly SyntheticElement[] = [
      { tag: 0x00020002, vr: 'UI', value: '1.2.840.10008.5.1.4.1.1.2' },
      { tag: 0x00020003, vr: 'UI', value: '1.2.3.4' },
      { tag: 0x00020012, vr: 'UI', value: '1.2.3.77' },
      { tag: 0x00020013, vr: 'SH', value: 'OTHER' },
      { tag: 0x00020016, vr: 'AE', value: 'QUENNELL' },
      { tag: 0x00020100, vr: 'UI', value: '1.2.3.78' },
      { tag: 0x00020102, vr: 'OB', value: Uint8Array.of(1, 2) },
    ];
    const preamble = new Uint8Array(128).fill(0x51);
    const { file, bytes, value } = deidentified(ctElements({}), context(), { meta, preamble });
    const text = (tag: number): string | null => {
      const element = find(file.meta, tag);
      return element === undefined ? null : textOf(file.source, element, DEFAULT_CHARACTER_SET);
    };
    expect(bytes.subarray(0, 128).every((byte) => byte === 0)).toBe(true);
    expect(file.meta.elements.map(({ tag }) => tag)).toEqual([
      0x00020000, 0x00020001, 0x00020002, 0x00020003, 0x00020010, 0x00020012, 0x00020013,
    ]);
    expect(text(0x00020003)).toBe(value('SOPInstanceUID'));
    expect(text(0x00020002)).toBe('1.2.840.10008.5.1.4.1.1.2');
    expect(text(0x00020010)).toBe('1.2.840.10008.1.2.1');
    expect(text(0x00020012)).toMatch(/^2\.25\.[1-9]\d+$/);
    expect(text(0x00020013)).toBe('PSNREDACT_0.1.0');
  });
});
