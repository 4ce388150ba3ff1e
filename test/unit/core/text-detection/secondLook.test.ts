import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../../../../server-plugin/core/text-detection/byteImage.ts';
import { secondLook } from '../../../../server-plugin/core/text-detection/secondLook.ts';
import { lineReader } from '../../../../server-plugin/core/text-detection/textReader.ts';

const picture: ByteImage = { width: 200, height: 120, channels: 1, data: new Uint8Array(200 * 120) };
/** Reads a letter in everything. */
const reader = lineReader({
  infer: () => Promise.resolve({ data: Float32Array.from([0.05, 0.95]), dims: [1, 1, 2] }),
  characters: ['A'],
});
/** Reads one letter after the other, each as well as it says. */
const readerOf = (...readings: readonly (readonly [letter: string, score: number])[]) => {
  const characters = ['I', '1', '7'];
  let next = 0;
  return lineReader({
    infer: () => {
      const [letter, score] = readings[next++] ?? ['', 0];
      const row = characters.map((character) => (character === letter ? score : 0));
      return Promise.resolve({ data: Float32Array.from([0.01, ...row]), dims: [1, 1, 4] });
    },
    characters,
  });
};
const line = {
  rectangle: { x: 100, y: 60, halfLength: 50, halfHeight: 10, angle: 0 },
  confidence: 0.9,
  picture,
};

describe('the second look', () => {
  it('[TD-10] adds the end of a line that was cut, and no shape that runs behind it and is much higher', async () => {
    const end = { box: [130, 53, 170, 67], contrast: 200, steepness: 1, parts: 1 } as const;
    const behind = { box: [40, 30, 170, 90], contrast: 200, steepness: 1, parts: 1 } as const;
    const boxes = (await secondLook(picture, [behind, end], [line], reader)).map(
      ({ rectangle }) => rectangle,
    );
    expect(boxes).toHaveLength(1);
    expect(boxes[0]?.x).toBe(150);
  });

  it.each([
    { name: 'the same, if badly', readings: [['7', 0.9], ['7', 0.35]], found: 1 },
    { name: 'as something that looks like it', readings: [['I', 0.9], ['1', 0.8]], found: 1 },
    { name: 'as something else', readings: [['7', 0.9], ['I', 0.8]], found: 0 },
    { name: 'as nothing', readings: [['I', 0.9]], found: 0 },
  ] as const)('[TD-10] takes a stroke for a letter that reads again $name: $found', async ({ readings, found }) => {
    const stroke = { box: [20, 20, 36, 44], contrast: 200, steepness: 1, parts: 1 } as const;
    const findings = await secondLook(picture, [stroke], [], readerOf(...readings));
    expect(findings).toHaveLength(found);
  }); // prettier-ignore

  it.each([
    { name: 'slopes in the place of edges', group: { steepness: 0.5, box: [20, 20, 36, 44] } },
    { name: 'one stroke much wider than a letter', group: { steepness: 1, box: [20, 20, 120, 44] } },
  ] as const)('[TD-28] does not read what has $name', async ({ group }) => {
    const findings = await secondLook(
      picture,
      [{ ...group, contrast: 200, parts: 1 }],
      [],
      readerOf(['7', 0.9], ['7', 0.9]),
    );
    expect(findings).toEqual([]);
    const ink = { box: [20, 20, 36, 44], contrast: 200, steepness: 1, parts: 1 } as const;
    expect(await secondLook(picture, [ink], [], readerOf(['7', 0.9], ['7', 0.9]))).toHaveLength(1);
  });
});
