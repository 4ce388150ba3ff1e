import { textOf, walk, type Place } from '@pseudonymize-redact/core/part10';
import { describe, expect, it } from 'vitest';
import { buildPart10, type SyntheticElement } from '../../../synthetic/buildPart10.ts';
import { openPart10 } from '../../../synthetic/openPart10.ts';
import { SAMPLE_ELEMENTS } from '../../../synthetic/sampleDataset.ts';

const places = (elements: readonly SyntheticElement[]): Place[] => {
  const found: Place[] = [];
  walk(openPart10(buildPart10({ elements })), (place) => {
    found.push(place);
    return true;
  });
  return found;
};

describe('walk', () => {
  it('names every element, nested ones by 1-based Items, in the order of the bytes', () => {
    expect(places(SAMPLE_ELEMENTS).map(({ path }) => path)).toEqual([
      'SpecificCharacterSet',
      'SOPClassUID',
      'SOPInstanceUID',
      'AccessionNumber',
      'ReferencedStudySequence',
      'ReferencedSeriesSequence',
      'ReferencedSeriesSequence[1].ReferencedSOPSequence',
      'ReferencedSeriesSequence[1].ReferencedSOPSequence[1].ReferencedSOPClassUID',
      'ReferencedSeriesSequence[1].ReferencedSOPSequence[1].ReferencedSOPInstanceUID',
      'ReferencedSeriesSequence[1].ReferencedSOPSequence[3].ReferencedSOPClassUID',
      'ReferencedSeriesSequence[1].ReferencedSOPSequence[3].ReferencedSOPInstanceUID',
      'ReferencedSeriesSequence[1].SeriesInstanceUID',
      '(0009,0010)',
      '(0009,1001)',
      '(0009,1002)',
      '(0009,1002)[1].PatientName',
      '(0009,1003)',
      '(0009,1003)[1].PatientName',
      'PatientName',
      'PatientSize',
      'SliceThickness',
      'FrameAcquisitionDateTime',
      'InstanceNumber',
      'ImageComments',
      'FrameIncrementPointer',
      'Rows',
      'Columns',
      'BitsAllocated',
      'DataPointRows',
      'PixelData',
    ]);
  });

  it('gives the Private Creator of a block, of that dataset only', () => {
    const block: readonly SyntheticElement[] = [
      { tag: 0x00091001, vr: 'LO', value: 'a' },
      { tag: 0x00091101, vr: 'LO', value: 'b' },
      { tag: 0x00091201, vr: 'LO', value: 'c' },
    ];
    const found = places([
      { tag: 0x00081140, vr: 'SQ', value: { items: [block] } },
      { tag: 0x00090010, vr: 'LO', value: 'ACME 1' },
      { tag: 0x00090011, vr: 'UN', value: 'ACME 2 ' },
      ...block,
    ]);
    expect(found.map(({ privateCreator }) => privateCreator)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      'ACME 1',
      'ACME 2',
      null,
    ]);
  });

  it('gives an Item its own character set, or that of the dataset around it', () => {
    const name = (text: string): SyntheticElement => ({ tag: 0x00100010, vr: 'PN', value: text });
    const bytes = openPart10(
      buildPart10({
        elements: [
          { tag: 0x00080005, vr: 'CS', value: 'ISO_IR 144' },
          {
            tag: 0x00081140,
            vr: 'SQ',
            value: {
              items: [
                [name('\u00BB')],
                [
                  { tag: 0x00080005, vr: 'CS', value: 'ISO_IR 126' },
                  { tag: 0x00081140, vr: 'SQ', value: { items: [[name('\u00C4')]] } },
                ],
              ],
            },
          },
          name('\u00BB'),
        ],
      }),
    );
    const names: string[] = [];
    walk(bytes, ({ element, characterSet }) => {
      if (element.vr === 'PN') names.push(textOf(bytes.source, element, characterSet));
      return true;
    });
    expect(names).toEqual(['Л', 'Δ', 'Л']);
  });

  it('leaves the Items out where the visitor says so', () => {
    const paths: string[] = [];
    walk(openPart10(buildPart10({ elements: SAMPLE_ELEMENTS })), ({ element, path }) => {
      paths.push(path);
      return element.vr !== 'SQ' && element.vr !== 'UN';
    });
    expect(paths.filter((path) => path.includes('['))).toEqual([]);
    expect(paths).toContain('PixelData');
  });
});
