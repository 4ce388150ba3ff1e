import { imagePixelOf, spansByFrame, type PixelRegion } from '@pseudonymize-redact/core/pixels';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../../../server-plugin/core/pixels/areas.ts';

import { image, imageBytes, parse } from '../../../synthetic/cellImage.ts';

const IMAGE_PIXEL = imagePixelOf(parse(imageBytes(image({ rows: 40, columns: 40, frames: 1 }))));
const areas = (...regions: readonly [PixelRegion['box'], number?][]) =>
  areasOf(
    spansByFrame(
      regions.map(([box, angleDegrees = 0]) => ({ box, angleDegrees })),
      IMAGE_PIXEL,
    ).get(0) ?? [],
  );

describe('areas', () => {
  it('[PX-08] are what hangs together by edges', () => {
    expect(areas([[1, 1, 5, 5]], [[8, 1, 12, 5]])).toHaveLength(2);
    expect(areas([[1, 1, 5, 5]], [[4, 4, 12, 8]])).toHaveLength(1);
    expect(areas([[1, 1, 5, 5]], [[5, 1, 12, 8]])).toHaveLength(1);
    expect(areas([[1, 1, 5, 5]], [[5, 5, 12, 8]])).toHaveLength(2);
    expect(areas([[2, 2, 30, 6], 35])).toHaveLength(1);
  });

  it('[PX-08] join what meets only further down', () => {
    const [only, ...others] = areas([[1, 1, 3, 10]], [[8, 1, 10, 10]], [[1, 10, 10, 12]], [[14, 1, 15, 2]]);
    expect(others).toHaveLength(1);
    expect(only).toHaveLength(9 * 2 + 2);
    expect(others[0]).toEqual([{ row: 1, start: 14, end: 15 }]);
  });

  it('[PX-08] lose no pixel and share none', () => {
    const spans = spansByFrame(
      [
        { box: [3, 3, 20, 6], angleDegrees: 30 },
        { box: [25, 3, 39, 6], angleDegrees: 60 },
        { box: [3, 30, 8, 39], angleDegrees: 10 },
      ],
      IMAGE_PIXEL,
    ).get(0);
    const all = areasOf(spans ?? []).flat();
    expect(new Set(all)).toEqual(new Set(spans));
    expect(all).toHaveLength(spans?.length ?? -1);
  });
});
