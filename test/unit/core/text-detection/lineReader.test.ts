import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../../../../server-plugin/core/text-detection/byteImage.ts';
import { lineReader } from '../../../../server-plugin/core/text-detection/textReader.ts';
import { readSteps } from './fakeModels.ts';

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
      return Promise.resolve(readSteps([0, score]));
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

  it.each([
    { what: 'a letter alone', steps: [[0.1, 0.5, 0.4, 0]], text: 'C', score: 0.9 },
    { what: 'a letter alone, where another letter comes second', steps: [[0.1, 0.5, 0, 0.4]], text: 'C', score: 0.5 },
    { what: 'a letter alone, where the blank comes second', steps: [[0.4, 0.5, 0.1, 0]], text: 'C', score: 0.5 },
    { what: 'letters beside each other', steps: [[0.1, 0.5, 0.4, 0], [0.1, 0, 0.2, 0.7]], text: 'CX', score: 0.6 },
  ])('[TD-38] tells how sure it is of $what', async ({ steps, text, score }) => {
    const read = lineReader({
      infer: () => Promise.resolve(readSteps(...steps)),
      characters: ['C', 'c', 'X'],
    });
    const reading = await read(pictureOf(0), line);
    expect(reading.text).toBe(text);
    expect(reading.score).toBeCloseTo(score, 5);
  }); // prettier-ignore

  it.each([
    {
      name: 'a class that has no character',
      output: readSteps([0, 0.1, 0.9]),
      where: 'classes of the reader',
    },
    {
      name: 'all classes',
      output: { data: new Float32Array(3), dims: [1, 1, 3] },
      where: 'output of the reader',
    },
  ])('[TD-36] cannot be read by a model that puts out $name', async ({ output, where }) => {
    const read = lineReader({ infer: () => Promise.resolve(output), characters: ['A'] });
    await expect(read(pictureOf(0), line)).rejects.toThrow(
      expect.objectContaining({ code: 'DETECTION_FAILED', where }),
    );
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
