import { describe, expect, it } from 'vitest';
import { detectTexts, type Infer, type SourceImage } from '@pseudonymize-redact/core/text-detection';
import { brightened, faintAreas } from '../../../../server-plugin/core/text-detection/faintType.ts';
import type { Rectangle } from '../../../../server-plugin/core/text-detection/rectangle.ts';
import { strokesOf } from '../../../../server-plugin/core/text-detection/strokes.ts';
import { readsAs } from './fakeModels.ts';

const [WIDTH, HEIGHT] = [400, 320] as const;

/** A ground, and on it eight strokes that are so much brighter. */
const pixelsWith = (ground: number, contrast: number): Uint8Array => {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(ground);
  for (let i = 0; i < 8; i += 1)
    for (let y = 170; y < 180; y += 1) pixels.fill(ground + contrast, y * WIDTH + 200 + 4 * i, y * WIDTH + 202 + 4 * i);
  return pixels;
}; // prettier-ignore

const areasOf = (ground: number, contrast: number, ...found: readonly Rectangle[]) => {
  const picture = { width: WIDTH, height: HEIGHT, channels: 1, data: pixelsWith(ground, contrast) } as const;
  const findings = found.map((rectangle) => ({ rectangle, confidence: 0.9, picture }));
  return faintAreas(picture, strokesOf(picture), findings);
};

describe('faint type', () => {
  it('[TD-33] is looked for in dark parts that hold faint strokes', () => {
    const [area, ...others] = areasOf(6, 14);
    expect(others).toEqual([]);
    const { x, y, width, height } = area ?? { x: 0, y: 0, width: 0, height: 0 };
    expect([x <= 200, y <= 170, x + width >= 232, y + height >= 180]).toEqual([true, true, true, true]);
    expect(width * height).toBeLessThan(0.15 * WIDTH * HEIGHT);
  });

  it.each([
    { name: 'clear strokes', ground: 6, contrast: 90 },
    { name: 'a bright ground', ground: 90, contrast: 14 },
    { name: 'hardly any contrast', ground: 6, contrast: 4 },
    { name: 'nothing', ground: 6, contrast: 0 },
  ])('[TD-33] is not looked for where there is $name', ({ ground, contrast }) => {
    expect(areasOf(ground, contrast)).toEqual([]);
  });

  it('[TD-33] is not looked for where a text was found', () => {
    const around: Rectangle = { x: 216, y: 175, halfLength: 20, halfHeight: 8, angle: 0 };
    expect(areasOf(6, 14, around)).toEqual([]);
    expect(areasOf(6, 14, { ...around, y: 75 })).toHaveLength(1);
  });

  it('[TD-33] is drawn apart: black and white stay, and the order of levels', () => {
    const data = Uint8Array.from({ length: 256 }, (_, level) => level);
    const { data: levels } = brightened({ width: 256, height: 1, channels: 1, data });
    expect([levels[0], levels[20], levels[255]]).toEqual([0, 71, 255]);
    expect(levels.every((level, i) => i === 0 || level >= (levels[i - 1] ?? 0))).toBe(true);
  });

  it('[TD-33] is found at its place where something is read', async () => {
    // A bright stroke far away sets the range of the picture.
    const pixels = pixelsWith(0, 14);
    for (let y = 4; y < 60; y += 1) pixels.fill(255, y * WIDTH + 4, y * WIDTH + 60);
    const image: SourceImage = { rows: HEIGHT, columns: WIDTH, samplesPerPixel: 1, pixels, invert: false };
    // Sees only what differs from the ground as 14 does from 0 once both are brightened.
    const detector: Infer = ({ data, dims }) => {
      const [, , height = 0, width = 0] = dims;
      const plane = data.subarray(0, width * height);
      const ground = plane.toSorted()[plane.length >> 1] ?? 0;
      const isSeen = (value: number): boolean => Math.abs(value - ground) > 0.4 && Math.abs(value - ground) < 1.6;
      return Promise.resolve({ data: plane.map((value) => (isSeen(value) ? 0.9 : 0)), dims: [1, 1, height, width] });
    };
    const found = async (score: number) =>
      (await detectTexts(image, { detector, loadReader: readsAs('AB', score) })).filter(
        ({ box: [x0, y0, x1, y1] }) => x0 < 232 && x1 > 200 && y0 < 180 && y1 > 170,
      );
    expect((await found(0.2)).length).toBe(0);
    expect((await found(0.9)).length).toBeGreaterThan(0);
  }); // prettier-ignore
});
