import { describe, expect, it } from 'vitest';
import type { PixelBox } from '../../../../server-plugin/core/text-detection/detectedText.ts';
import { rectangleAround, type Rectangle } from '../../../../server-plugin/core/text-detection/rectangle.ts';
import { apartFrom } from '../../../../server-plugin/core/text-detection/stackedLines.ts';

const [WIDTH, HEIGHT] = [120, 80];

const rectangleOf = ([x0, y0, x1, y1]: PixelBox): Rectangle =>
  rectangleAround(
    [
      [x0, y0],
      [x1, y1],
    ],
    0,
  );

/** A picture of 120 × 80 pixels with letters in some boxes: upright strokes two pixels wide, two apart. */
const pictureWith = (
  letters: readonly PixelBox[],
  { channels = 1, ink = [200], ground = 10 }: { channels?: 1 | 3; ink?: number[]; ground?: number } = {},
) => {
  const data = new Uint8Array(WIDTH * HEIGHT * channels).fill(ground);
  for (const [x0, y0, x1, y1] of letters) {
    for (let y = y0; y < y1; y += 1) {
      for (let x = x0; x < x1; x += x % 2 === 0 ? 1 : 3) data.set(ink, (y * WIDTH + x) * channels);
    }
  }
  return { width: WIDTH, height: HEIGHT, channels, data };
};

/** Letters of two lines, with three rows of ground between them. */
const UPPER: PixelBox = [20, 20, 100, 32];
const LOWER: PixelBox = [30, 35, 90, 47];
const upper = rectangleOf([16, 15, 104, 37]);
const lower = rectangleOf([26, 31, 94, 52]);
const [left, right] = [26, 94];

describe('lines that stand close to each other', () => {
  it.each([
    { what: 'grey', picture: pictureWith([UPPER, LOWER]) },
    { what: 'dark on bright', picture: pictureWith([UPPER, LOWER], { ink: [5], ground: 220 }) },
    { what: 'coloured', picture: pictureWith([UPPER, LOWER], { channels: 3, ink: [10, 200, 10] }) },
  ])(
    '[TD-37] $what: each loses the letters of the other, and keeps the ground between them',
    ({ picture }) => {
      expect(apartFrom(upper, [upper, lower], picture)).toEqual(rectangleOf([16, 15, 104, 35]));
      expect(apartFrom(lower, [upper, lower], picture)).toEqual(rectangleOf([left, 32, right, 52]));
    },
  );

  it('[TD-37] a line between two others loses the letters of both', () => {
    const third: PixelBox = [30, 50, 90, 62];
    const picture = pictureWith([UPPER, LOWER, third]);
    const others = [upper, rectangleOf([26, 46, 94, 66])];
    const between = rectangleOf([26, 31, 94, 53]);
    expect(apartFrom(between, others, picture)).toEqual(rectangleOf([left, 32, right, 50]));
  });

  it.each([
    { what: 'no row of ground lies between them', letters: [UPPER, LOWER, [60, 32, 62, 35]] },
    { what: 'there are strokes beside the other line', letters: [UPPER, LOWER, [96, 34, 98, 47]] },
    {
      what: 'something in these rows hangs on nothing of the other line',
      letters: [UPPER, LOWER, [24, 35, 28, 36]],
    },
    { what: 'nothing of it is cut', letters: [UPPER, [30, 40, 90, 47]] },
  ] as { what: string; letters: PixelBox[] }[])(
    '[TD-37] a line stays as it is where $what',
    ({ letters }) => {
      expect(apartFrom(upper, [lower], pictureWith(letters))).toEqual(upper);
    },
  );

  it.each([
    { what: 'lies beside it', other: rectangleOf([104, 31, 118, 52]) },
    { what: 'has its middle in it', other: rectangleOf([26, 22, 94, 43]) },
    { what: 'is oblique', other: { ...lower, angle: 0.2 } },
    { what: 'is upright', other: rectangleOf([80, 34, 90, 78]) },
  ])('[TD-37] a line stays as it is where another one $what', ({ other }) => {
    expect(apartFrom(upper, [other], pictureWith([UPPER, LOWER]))).toEqual(upper);
  });

  it('[TD-37] reaches no further in than half of the lower line', () => {
    const high: PixelBox = [30, 24, 90, 47];
    expect(apartFrom(upper, [rectangleOf([26, 22.5, 94, 80])], pictureWith([high]))).toEqual(upper);
  });

  it('[TD-37] oblique and upright lines stay as they are', () => {
    const picture = pictureWith([UPPER, LOWER]);
    const oblique = { ...upper, angle: 0.2 };
    const upright = rectangleOf([40, 2, 50, 37]);
    expect(apartFrom(oblique, [lower], picture)).toEqual(oblique);
    expect(apartFrom(upright, [lower], picture)).toEqual(upright);
  });
});
