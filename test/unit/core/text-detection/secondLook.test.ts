import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../../../../server-plugin/core/text-detection/byteImage.ts';
import { secondLook } from '../../../../server-plugin/core/text-detection/secondLook.ts';

const picture: ByteImage = { width: 200, height: 120, channels: 1, data: new Uint8Array(200 * 120) };
/** Reads a letter in everything. */
const reader = {
  infer: () => Promise.resolve({ data: Float32Array.from([0.05, 0.95]), dims: [1, 1, 2] }),
  characters: ['A'],
};
const line = {
  rectangle: { x: 100, y: 60, halfLength: 50, halfHeight: 10, angle: 0 },
  confidence: 0.9,
  picture,
};

describe('the second look', () => {
  it('[TD-10] adds the end of a line that was cut, and no shape that runs behind it and is much higher', async () => {
    const end = { box: [130, 53, 170, 67], contrast: 200 } as const;
    const behind = { box: [40, 30, 170, 90], contrast: 200 } as const;
    const boxes = (await secondLook(picture, [behind, end], [line], reader)).map(
      ({ rectangle }) => rectangle,
    );
    expect(boxes).toHaveLength(1);
    expect(boxes[0]?.x).toBe(150);
  });
});
