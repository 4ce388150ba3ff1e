import { describe, expect, it } from 'vitest';
import { classed, identifyingValues } from '../../../../extension/src/viewport/textClassing.ts';

const HEADER = {
  Modality: 'US',
  PatientName: [{ Alphabetic: 'Quillfeather^Odo' }],
  PatientID: 'MK-330817',
  StudyDate: '20200210',
  SeriesDescription: 'Apical',
  ReferencedStudySequence: [{ OperatorsName: [{ Alphabetic: 'Farrow^Edmund' }] }],
};

const text = (reading: string) =>
  ({
    box: [0, 0, 10, 5],
    quad: [
      [0, 0],
      [10, 0],
      [10, 5],
      [0, 5],
    ],
    angleDegrees: 0,
    confidence: 1,
    reading: { text: reading, score: 0.99 },
    isDoubtful: false,
  }) as const;

describe('the class of a text in the viewer', () => {
  it('is told by the header, nested names and the prototype of a frame included', () => {
    const frame: unknown = Object.create(HEADER);
    for (const header of [HEADER, frame])
      expect(identifyingValues(header)).toEqual(
        expect.arrayContaining(['Quillfeather^Odo', 'MK-330817', '20200210', 'Farrow^Edmund']),
      );
    const metaData = { get: () => frame };
    const texts = ['QUILLFEATHER', 'Edmund Farrow', '10.02.2020', 'TIS 0.8', 'Zebra'].map(text);
    expect(classed(metaData, 'any', texts).map(({ textClass }) => textClass)).toEqual([
      'identifying',
      'identifying',
      'identifying',
      'harmless',
      'unknown',
    ]);
  });

  it('leaves what was read behind', () => {
    const [found] = classed({ get: () => HEADER }, 'any', [text('QUILLFEATHER')]);
    expect(JSON.stringify(found)).not.toContain('QUILL');
  });
});
