import { describe, expect, it } from 'vitest';
import { redactPixels, CORE_CODECS } from '@pseudonymize-redact/core/pixels';
import { context, ctElements, deidentified, deidentifiedFile, itemsOf, valueIn } from './deidentified.ts';
import { image, imagePixelElements, nativeBytes } from '../../../synthetic/cellImage.ts';
import { buildPart10 } from '../../../synthetic/buildPart10.ts';
import { openPart10 } from '../../../synthetic/openPart10.ts';

const PRESENTATION_STATE = '1.2.840.10008.5.1.4.1.1.11.1';
const IMAGE = '1.2.3.77';

describe('what goes with a redacted image', () => {
  const { cells, ...pixels } = image();
  const original = openPart10(
    buildPart10({
      elements: [
        ...ctElements({ SOPInstanceUID: IMAGE }),
        ...imagePixelElements(pixels),
        { tag: 0x00880200, vr: 'SQ', value: { items: [[{ tag: 0x00280010, vr: 'US', value: [8] }]] } },
        { tag: 0x60000010, vr: 'US', value: [7] },
        { tag: 0x60003000, vr: 'OW', value: new Uint8Array(10).fill(255) },
        { tag: 0x7fe00010, vr: 'OW', value: nativeBytes(cells, 8) },
      ].sort((a, b) => a.tag - b.tag),
    }),
  );
  const outcome = redactPixels(original, [{ box: [0, 0, 4, 4], angleDegrees: 0 }], {
    codecs: CORE_CODECS,
    searched: true,
  });
  const copy = deidentifiedFile(original, context(undefined, { pixels: outcome }));

  it('[PX-23] a presentation state of it names the copy, and keeps no overlay that is gone', () => {
    const state = deidentified([
      ...ctElements({
        SOPClassUID: PRESENTATION_STATE,
        SOPInstanceUID: '1.2.3.78',
        ReferencedSeriesSequence: {
          items: [
            [
              {
                tag: 0x00081140,
                vr: 'SQ',
                value: {
                  items: [
                    [
                      { tag: 0x00081150, vr: 'UI', value: '1.2.840.10008.5.1.4.1.1.2' },
                      { tag: 0x00081155, vr: 'UI', value: IMAGE },
                      { tag: 0x00081160, vr: 'IS', value: '2' },
                    ],
                  ],
                },
              },
              { tag: 0x0020000e, vr: 'UI', value: '1.2.3.5' },
            ],
          ],
        },
      }),
      { tag: 0x60001001, vr: 'CS', value: 'LAYER1' },
    ]);
    const [series] = itemsOf(state.file.dataset, 'ReferencedSeriesSequence');
    const [reference] = series === undefined ? [] : itemsOf(series, 'ReferencedImageSequence');
    if (series === undefined || reference === undefined) throw new Error('the reference is gone');
    expect(valueIn(state.file, reference, 'ReferencedSOPInstanceUID')).toBe(copy.value('SOPInstanceUID'));
    expect(valueIn(state.file, reference, 'ReferencedFrameNumber')).toBe('2');
    expect(valueIn(state.file, series, 'SeriesInstanceUID')).toBe(copy.value('SeriesInstanceUID'));
    expect(state.file.dataset.elements.filter(({ tag }) => tag >>> 24 === 0x60)).toEqual([]);
  });

  it('[PX-23] its icon and its overlays do not come along', () => {
    const tags = copy.file.dataset.elements.map(({ tag }) => tag);
    expect(tags).not.toContain(0x00880200);
    expect(tags.filter((tag) => tag >>> 24 === 0x60)).toEqual([]);
    expect(copy.value('ImageType')).toMatch(/^DERIVED\\/);
  });
});
