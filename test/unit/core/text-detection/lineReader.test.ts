import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../../../../server-plugin/core/text-detection/byteImage.ts';
import { lineReader } from '../../../../server-plugin/core/text-detection/textReader.ts';

const pictureOf = (level: number): ByteImage => ({
  width: 40,
  height: 40,
  channels: 1,
  data: new Uint8Array(1600).fill(level),
});

/** Reads a line as the letter of its level, and counts its readings. */
const countingReader = () => {
  const levels: number[] = [];
  const read = lineReader({
    infer: ({ data }) => {
      levels.push(data[0] ?? 0);
      const score = (data[0] ?? 0) > 0 ? 0.9 : 0.6;
      return Promise.resolve({ data: Float32Array.of(0, score), dims: [1, 1, 2] });
    },
    characters: ['A'],
  });
  return { read, levels };
};

const line = [
  [0, 0],
  [20, 0],
  [20, 10],
  [0, 10],
] as const;
const [topLeft, topRight, bottomRight, bottomLeft] = line;

describe('a line of a picture', () => {
  it('[TD-36] is read once, however often it is asked for, and again in another picture', async () => {
    const { read, levels } = countingReader();
    const [dark, bright] = [pictureOf(0), pictureOf(255)];
    const readings = [await read(dark, line), await read(dark, line), await read(bright, line)];
    expect(readings.map(({ score }) => score.toFixed(1))).toEqual(['0.6', '0.6', '0.9']);
    expect(levels).toEqual([-1, 1]);
  });

  it('[TD-36] is another one from its other end', async () => {
    const { read, levels } = countingReader();
    await read(pictureOf(0), line);
    const picture = pictureOf(0);
    await read(picture, [topRight, bottomRight, bottomLeft, topLeft]);
    expect(levels).toHaveLength(3);
    await read(picture, line);
    expect(levels).toHaveLength(3);
  });
});
