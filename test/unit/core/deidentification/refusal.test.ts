import { STORAGE_SOP_CLASS_TABLE } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { describe, expect, it } from 'vitest';
import { context, ctElements, deidentified, elementsOf } from './deidentified.ts';

const codeOf = (run: () => unknown): string | null => {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof CodedError ? error.code : 'no CodedError';
  }
};
const refusalOf = (SOPClassUID: string, ...values: readonly string[]): string | null =>
  codeOf(() => deidentified(ctElements({ SOPClassUID, ImageType: values.join('\\') })));

const WHOLE_SLIDE = '1.2.840.10008.5.1.4.1.1.77.1.6';

describe('objects that are refused on purpose', () => {
  it.each([
    ['encapsulated PDF', '1.2.840.10008.5.1.4.1.1.104.1', 'DEIDENTIFICATION_ENCAPSULATED_DOCUMENT'],
    ['encapsulated CDA', '1.2.840.10008.5.1.4.1.1.104.2', 'DEIDENTIFICATION_ENCAPSULATED_DOCUMENT'],
    ['encapsulated STL', '1.2.840.10008.5.1.4.1.1.104.3', 'DEIDENTIFICATION_ENCAPSULATED_DOCUMENT'],
    ['video', '1.2.840.10008.5.1.4.1.1.77.1.1.1', 'DEIDENTIFICATION_VIDEO'],
    ['recorded speech', '1.2.840.10008.5.1.4.1.1.9.4.1', 'DEIDENTIFICATION_AUDIO'],
    ['raw data', '1.2.840.10008.5.1.4.1.1.66', 'DEIDENTIFICATION_RAW_DATA'],
    ['standalone overlays', '1.2.840.10008.5.1.4.1.1.8', 'DEIDENTIFICATION_OVERLAY_OR_CURVE'],
    ['hanging protocols', '1.2.840.10008.5.1.4.38.1', 'DEIDENTIFICATION_NO_PATIENT'],
  ])('[DI-50] %s', (_what, sopClassUID, code) => {
    expect(refusalOf(sopClassUID)).toBe(code);
  });

  it('[DI-50] every SOP Class of the table is either de-identified or refused with a reason', () => {
    const counts = { deidentified: 0, refused: 0 };
    for (const { uid } of STORAGE_SOP_CLASS_TABLE) {
      const refusal = refusalOf(uid);
      if (refusal === null) counts.deidentified++;
      else {
        expect(refusal).toMatch(/^DEIDENTIFICATION_/);
        counts.refused++;
      }
    }
    expect(counts.deidentified).toBeGreaterThan(150);
    expect(counts.refused).toBeGreaterThan(20);
  });

  it('[DI-51] SOP Classes that are private or not known, unless the profile accepts them', () => {
    const elements = ctElements({ SOPClassUID: '1.2.3.99', PatientAddress: '1 Larkspur Lane' });
    expect(codeOf(() => deidentified(elements))).toBe('DEIDENTIFICATION_SOP_CLASS_UNKNOWN');
    const accepting = context({ name: 'own', acceptUnknownSopClasses: true });
    expect(deidentified(elements, accepting).value('PatientAddress')).toBeNull();
  });

  it('[DI-52] video in the Transfer Syntax of an image', () => {
    const pixels = {
      tag: 0x7fe00010,
      vr: 'OB',
      value: { offsetTable: [], fragments: [Uint8Array.of(1, 2)] },
    };
    const transferSyntaxUID = '1.2.840.10008.1.2.4.102';
    expect(codeOf(() => deidentified(ctElements({}, [pixels]), context(), { transferSyntaxUID }))).toBe(
      'DEIDENTIFICATION_VIDEO',
    );
  });

  it('[DI-53] slide labels and overviews, not the tissue itself', () => {
    expect(refusalOf(WHOLE_SLIDE, 'ORIGINAL', 'PRIMARY', 'LABEL', 'NONE')).toBe(
      'DEIDENTIFICATION_SLIDE_LABEL',
    );
    expect(refusalOf(WHOLE_SLIDE, 'ORIGINAL', 'PRIMARY', 'OVERVIEW', 'NONE')).toBe(
      'DEIDENTIFICATION_SLIDE_LABEL',
    );
    expect(refusalOf(WHOLE_SLIDE, 'ORIGINAL', 'PRIMARY', 'VOLUME', 'NONE')).toBeNull();
  });

  it('[DI-54] objects without SOP Instance UID; where only the File Meta Information has it, that one counts', () => {
    const elements = elementsOf({ SOPClassUID: '1.2.840.10008.5.1.4.1.1.2', PatientID: '1' });
    expect(codeOf(() => deidentified(elements))).toBe('DEIDENTIFICATION_NO_SOP_INSTANCE');
    const meta = [{ tag: 0x00020003, vr: 'UI', value: '1.2.3.4' }];
    const { value, plan } = deidentified(elements, context(), { meta });
    expect(value('SOPInstanceUID')).toBe(plan.identity.newSOPInstanceUID);
  });
});
