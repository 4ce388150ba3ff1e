import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../../../../server-plugin/core/text-detection/byteImage.ts';
import type { Rectangle } from '../../../../server-plugin/core/text-detection/rectangle.ts';
import { isCrossedByStrokes } from '../../../../server-plugin/core/text-detection/rowProfile.ts';
import { randomOf } from '../../../synthetic/textImages/random.ts';

const [WIDTH, HEIGHT] = [200, 100] as const;
const ROW = { x: 100, y: 50, halfLength: 40, halfHeight: 5, angle: 0 };

const pictureOf = (levelAt: (x: number, y: number) => number): ByteImage => ({
  width: WIDTH,
  height: HEIGHT,
  channels: 1,
  data: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, i) => levelAt(i % WIDTH, Math.floor(i / WIDTH))),
});

const isStroke = (along: number, distance: number): boolean => along % distance < 2;

describe('a row', () => {
  it.each([0, 30, 90, -45])('[TD-35] is crossed by the strokes of letters, at %d°', (degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const random = randomOf(3);
    const picture = pictureOf((x, y) => {
      const along = (x + 0.5 - ROW.x) * Math.cos(angle) + (y + 0.5 - ROW.y) * Math.sin(angle);
      return (isStroke(along + 300, 5) ? 90 : 0) + random.integer(0, 120);
    });
    expect(isCrossedByStrokes(picture, { ...ROW, angle })).toBe(true);
  });

  it.each([
    { name: 'what runs along it', levelAt: (_: number, y: number) => (y > 48 && y < 52 ? 200 : 0) },
    { name: 'a slope', levelAt: (x: number) => x },
    { name: 'a single bar', levelAt: (x: number) => (x === 100 || x === 101 ? 200 : 0) },
    { name: 'strokes as far apart as they are high', levelAt: (x: number) => (isStroke(x, 16) ? 200 : 0) },
  ])('[TD-35] is not crossed by $name', ({ levelAt }) => {
    expect(isCrossedByStrokes(pictureOf(levelAt), ROW)).toBe(false);
  });

  it('[TD-35] is crossed by noise no more often than by chance, unless it is longer than noise makes rows', () => {
    const crossedOf = (row: Rectangle): number =>
      Array.from({ length: 50 }, (_, seed) => {
        const random = randomOf(seed + 1);
        return isCrossedByStrokes(
          pictureOf(() => random.integer(0, 255)),
          row,
        );
      }).filter(Boolean).length;
    expect(crossedOf({ ...ROW, halfLength: 15 })).toBeLessThan(35);
    expect(crossedOf(ROW)).toBeGreaterThan(40);
  });
});
