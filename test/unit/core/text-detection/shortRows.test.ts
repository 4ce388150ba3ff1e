import { describe, expect, it } from 'vitest';
import type { PixelBox } from '@pseudonymize-redact/core/text-detection';
import type { ByteImage } from '../../../../server-plugin/core/text-detection/byteImage.ts';
import type { Finding } from '../../../../server-plugin/core/text-detection/passes.ts';
import { cornersOf, grown } from '../../../../server-plugin/core/text-detection/rectangle.ts';
import { readShortRows, shortRows } from '../../../../server-plugin/core/text-detection/shortRows.ts';

const SIDE = 200;
const DEGREES = Math.PI / 180;
/** Letters are frames of this size, with strokes this thick. */
const SIZE = 16;
const STROKE = 3;

/** Frames whose middles are `distance` apart on an axis through the middle of the picture, turned with it. */
const frames = (
  degrees: number,
  count: number,
  distance = 20,
): { strokes: Uint8Array; boxes: PixelBox[] } => {
  const strokes = new Uint8Array(SIDE * SIDE);
  const [cos, sin] = [Math.cos(degrees * DEGREES), Math.sin(degrees * DEGREES)];
  const boxes = Array.from({ length: count }, (_, i): PixelBox => {
    const along = (i - (count - 1) / 2) * distance;
    const [x, y] = [SIDE / 2 + along * cos, SIDE / 2 + along * sin];
    let [x0, y0, x1, y1] = [SIDE, SIDE, 0, 0];
    for (let row = 0; row < SIDE; row += 1) {
      for (let column = 0; column < SIDE; column += 1) {
        const [dx, dy] = [column + 0.5 - x, row + 0.5 - y];
        const out = Math.max(Math.abs(dx * cos + dy * sin), Math.abs(dy * cos - dx * sin));
        if (out > SIZE / 2 || out < SIZE / 2 - STROKE) continue;
        strokes[row * SIDE + column] = 200;
        [x0, y0, x1, y1] = [Math.min(x0, column), Math.min(y0, row), Math.max(x1, column + 1), Math.max(y1, row + 1)];
      }
    }
    return [x0, y0, x1, y1];
  }); // prettier-ignore
  return { strokes, boxes };
};

const PICTURE: ByteImage = { width: SIDE, height: SIDE, channels: 1, data: new Uint8Array(SIDE * SIDE) };

const findingAt = (x: number, y: number): Finding => ({
  rectangle: { x, y, halfLength: 30, halfHeight: 30, angle: 0 },
  confidence: 1,
  picture: PICTURE,
});

describe('two letters in a row', () => {
  it.each([30, 45, -60, 90])('[TD-40] are a row at %d°', (degrees) => {
    const { strokes, boxes } = frames(degrees, 2);
    const [row, ...others] = shortRows(boxes, strokes, PICTURE, []);
    expect(others).toEqual([]);
    expect(Math.abs(((row?.angle ?? 0) / DEGREES - degrees) % 180)).toBeLessThan(2);
    // To within a pixel.
    expect(Math.abs((row?.halfLength ?? 0) - (20 + SIZE) / 2)).toBeLessThan(1);
    expect(Math.abs((row?.halfHeight ?? 0) - SIZE / 2)).toBeLessThan(1);
  });

  it('[TD-40] are one where they touch', () => {
    const { strokes, boxes } = frames(45, 2, SIZE - 2);
    const [a, b] = boxes as [PixelBox, PixelBox];
    expect(shortRows([[a[0], a[1], b[2], b[3]]], strokes, PICTURE, [])).toHaveLength(1);
  });

  it('[TD-40] are left to others where they lie level, were found, are one letter or three', () => {
    const level = frames(0, 2);
    expect(shortRows(level.boxes, level.strokes, PICTURE, [])).toEqual([]);
    const oblique = frames(45, 2);
    expect(shortRows(oblique.boxes, oblique.strokes, PICTURE, [findingAt(100, 100)])).toEqual([]);
    expect(shortRows(oblique.boxes, oblique.strokes, PICTURE, [findingAt(40, 160)])).toHaveLength(1);
    for (const count of [1, 3]) {
      const { strokes, boxes } = frames(45, count);
      expect(shortRows(boxes, strokes, PICTURE, [])).toEqual([]);
    }
  });

  it('[TD-40] stand alone: not beside other strokes, but near a stroke of another size', () => {
    const { strokes, boxes } = frames(45, 2);
    const loud = strokes.map((rise, i) => (i % SIDE > 119 && i % SIDE < 124 ? 200 : rise));
    expect(shortRows(boxes, loud, PICTURE, [])).toEqual([]);
    const tick: PixelBox = [110, 70, 120, 76];
    expect(shortRows([...boxes, tick], strokes, PICTURE, [])).toHaveLength(1);
  });

  it('[TD-40] look drawn: slopes are none', () => {
    const { strokes, boxes } = frames(45, 2);
    let slopes = strokes;
    for (let times = 0; times < 6; times += 1) {
      const before = slopes;
      slopes = slopes.map((rise, i) =>
        rise > 100
          ? rise
          : Math.max(rise, 0.9 * Math.max(before[i - 1] ?? 0, before[i + 1] ?? 0, before[i - SIDE] ?? 0)),
      );
    }
    expect(shortRows(boxes, slopes, PICTURE, [])).toEqual([]);
  });
});

describe('what two letters in a row read like', () => {
  const ROW = { x: 100, y: 100, halfLength: 18, halfHeight: 8, angle: 0.8 };
  const [a, b, c, d] = cornersOf(grown(ROW, 3));
  const reading = (quads: readonly unknown[], text: string, score: number) => {
    const read: unknown[] = [];
    return {
      read,
      reader: (_: ByteImage, quad: unknown) => {
        read.push(quad);
        const is = quads.some((each) => JSON.stringify(each) === JSON.stringify(quad));
        return Promise.resolve(is ? { text, score } : { text: '', score: 0 });
      },
    };
  };

  it.each([
    { way: 'from one end', quad: [a, b, c, d] },
    { way: 'from the other', quad: [c, d, a, b] },
    { way: 'in mirror writing', quad: [b, a, d, c] },
    { way: 'in mirror writing from the other end', quad: [d, c, b, a] },
  ])('[TD-40] is a text $way', async ({ quad }) => {
    const { reader } = reading([quad], 'RW', 0.9);
    expect(await readShortRows([ROW], PICTURE, reader)).toEqual([
      { rectangle: grown(ROW, 2), confidence: 0.9, picture: PICTURE },
    ]);
  });

  it.each([
    { what: 'one letter', text: 'R', score: 1 },
    { what: 'signs', text: '//', score: 1 },
    { what: 'badly', text: 'RW', score: 0.7 },
  ])('[TD-40] is none where it reads like $what', async ({ text, score }) => {
    const { reader, read } = reading([[a, b, c, d]], text, score);
    expect(await readShortRows([ROW], PICTURE, reader)).toEqual([]);
    expect(read).toHaveLength(4);
  });

  it('[TD-40] is read of a few only, and no further once it is a text', async () => {
    const { reader, read } = reading([[a, b, c, d]], 'RW', 0.9);
    const rows = Array.from({ length: 40 }, () => ROW);
    expect(await readShortRows(rows, PICTURE, reader)).toHaveLength(16);
    expect(read).toHaveLength(16);
  });
});
