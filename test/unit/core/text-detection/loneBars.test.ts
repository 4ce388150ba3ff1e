import { describe, expect, it } from 'vitest';
import { detectTexts, type Infer, type PixelBox } from '@pseudonymize-redact/core/text-detection';
import { loneBars } from '../../../../server-plugin/core/text-detection/loneBars.ts';
import { readSteps } from './fakeModels.ts';

const [WIDTH, HEIGHT] = [400, 300];

/** White bars on black. */
const drawn = (...bars: readonly PixelBox[]): Uint8Array => {
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  for (const [x0, y0, x1, y1] of bars)
    for (let y = y0; y < y1; y += 1) pixels.fill(255, y * WIDTH + x0, y * WIDTH + x1);
  return pixels;
};

const barsIn = (...bars: readonly PixelBox[]): readonly PixelBox[] => {
  const strokes = drawn(...bars);
  const shapes = bars.map((box) => ({ box, pixels: (box[2] - box[0]) * (box[3] - box[1]) }));
  return loneBars(shapes, strokes, { width: WIDTH, height: HEIGHT, channels: 1, data: strokes });
};

describe('a bar that stands alone', () => {
  it('[TD-27] may be the letter I without serifs', () => {
    expect(barsIn([100, 100, 103, 120])).toEqual([[100, 100, 103, 120]]);
    expect(barsIn([100, 100, 103, 120], [300, 200, 304, 226])).toHaveLength(2);
  });

  it.each([
    { name: 'lies on its side', bars: [[100, 100, 120, 103]] },
    { name: 'is as wide as a block', bars: [[100, 100, 112, 120]] },
    { name: 'is higher than letters', bars: [[100, 100, 104, 180]] },
    { name: 'has something beside it', bars: [[100, 100, 103, 120], [110, 104, 118, 116]] },
    { name: 'is one of a scale', bars: [[100, 100, 103, 120], [150, 100, 153, 120], [200, 100, 203, 120]] },
    { name: 'is one of a column', bars: [[100, 50, 103, 60], [100, 90, 103, 100]] },
  ] as const)('[TD-27] is none where it $name', ({ bars }) => {
    expect(barsIn(...bars)).toEqual([]);
  }); // prettier-ignore

  it('[TD-27] is found, marked as doubtful, whatever the reader makes of it', async () => {
    const detector: Infer = ({ dims: [, , height = 0, width = 0] }) =>
      Promise.resolve({ data: new Float32Array(width * height), dims: [1, 1, height, width] });
    const infer: Infer = () => Promise.resolve(readSteps([1, 0]));
    const texts = await detectTexts(
      {
        rows: HEIGHT,
        columns: WIDTH,
        samplesPerPixel: 1,
        pixels: drawn([100, 100, 103, 120]),
        invert: false,
      },
      { detector, loadReader: () => Promise.resolve({ infer, characters: ['I'] }) },
    );
    expect(texts.map(({ box, isDoubtful }) => [box, isDoubtful])).toEqual([[[98, 98, 105, 122], true]]);
  });
});
