import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../../../../server-plugin/core/text-detection/byteImage.ts';
import type { PixelBox } from '../../../../server-plugin/core/text-detection/detectedText.ts';
import { secondLook } from '../../../../server-plugin/core/text-detection/secondLook.ts';
import { lineReader, type LineReader } from '../../../../server-plugin/core/text-detection/textReader.ts';
import { letterInEverySquare, readsLetters, readSteps } from './fakeModels.ts';

const picture: ByteImage = { width: 200, height: 120, channels: 1, data: new Uint8Array(200 * 120) };
const readerOf = (lettersIn: (width: number) => number): LineReader => lineReader(readsLetters(lettersIn));
const asLongAsLine = readerOf(letterInEverySquare);
/** Reads so many letters in the first line, and then in all others. */
const reading = (first: number, then = first): LineReader => {
  const counts = [first];
  return readerOf(() => counts.pop() ?? then);
};
/** Reads one letter after the other, each as well as it says. */
const readingOneByOne = (...readings: readonly (readonly [letter: string, score: number])[]) => {
  const characters = ['I', '1', '7'];
  let next = 0;
  return lineReader({
    infer: () => {
      const [letter, score] = readings[next++] ?? ['', 0];
      const row = characters.map((character) => (character === letter ? score : 0));
      return Promise.resolve(readSteps([0.01, ...row]));
    },
    characters,
  });
};
const line = {
  rectangle: { x: 100, y: 60, halfLength: 50, halfHeight: 10, angle: 0 },
  confidence: 0.9,
  picture,
};

const groupOf = (box: PixelBox) => ({ box, contrast: 200, steepness: 1, parts: 1 });
const END = [136, 53, 164, 67] as const;
const INSIDE = [90, 48, 108, 72] as const;
const RIM = [130, 53, 152, 70] as const;
const HIGHER = [130, 53, 170, 80] as const;

describe('the second look', () => {
  it('[TD-10] adds the end of a line that was cut, and no shape that runs behind it and is much higher', async () => {
    const behind = groupOf([40, 30, 170, 90]);
    const found = await secondLook(picture, [behind, groupOf(END)], [line], asLongAsLine);
    expect(found.map(({ rectangle }) => rectangle.x)).toEqual([150]);
  });

  const oblique = { ...line, rectangle: { ...line.rectangle, angle: 0.1 } };
  const bone = { ...line, rectangle: { ...line.rectangle, halfHeight: 25 } };
  it.each([
    { name: 'the end of a line, with no more letters', part: line, box: END, reader: reading(3), added: 0 },
    { name: 'the end of what cannot be read', part: line, box: END, reader: reading(0), added: 1 },
    { name: 'what reaches by less than a letter beyond what cannot be read', part: line, box: RIM, reader: reading(0), added: 0 },
    { name: 'what is higher than what cannot be read', part: line, box: HIGHER, reader: reading(0), added: 0 },
    { name: 'what is higher than it, with more letters', part: line, box: HIGHER, reader: reading(3, 4), added: 1 },
    { name: 'what is higher than an oblique line', part: oblique, box: HIGHER, reader: reading(3), added: 1 },
    { name: 'what overlaps anatomy and reads like nothing', part: bone, box: END, reader: reading(0), added: 0 },
    { name: 'what overlaps anatomy and reads like a text', part: bone, box: END, reader: reading(0, 3), added: 1 },
    { name: 'a letter inside of what reads like nothing', part: bone, box: INSIDE, reader: reading(0, 1), added: 1 },
    { name: 'a letter inside of a text', part: bone, box: INSIDE, reader: reading(3, 1), added: 0 },
  ])('[TD-10] adds $name: $added', async ({ part, box, reader, added }) => {
    expect(await secondLook(picture, [groupOf(box)], [part], reader)).toHaveLength(added);
  }); // prettier-ignore

  it.each([
    { name: 'the same, if badly', readings: [['7', 0.9], ['7', 0.35]], found: 1 },
    { name: 'as something that looks like it', readings: [['I', 0.9], ['1', 0.8]], found: 1 },
    { name: 'as something else', readings: [['7', 0.9], ['I', 0.8]], found: 0 },
    { name: 'as nothing', readings: [['I', 0.9]], found: 0 },
  ] as const)('[TD-10] takes a stroke for a letter that reads again $name: $found', async ({ readings, found }) => {
    const stroke = { box: [20, 20, 36, 44], contrast: 200, steepness: 1, parts: 1 } as const;
    const findings = await secondLook(picture, [stroke], [], readingOneByOne(...readings));
    expect(findings).toHaveLength(found);
  }); // prettier-ignore

  const clearLetter = { box: [20, 20, 36, 40], contrast: 72, steepness: 1, parts: 1 } as const;
  it.each([
    { name: 'a clear letter', group: clearLetter, found: 1 },
    { name: 'a fainter one', group: { ...clearLetter, contrast: 71 }, found: 0 },
    { name: 'a smaller one', group: { ...clearLetter, box: [20, 20, 26, 29] as const }, found: 0 },
  ])('[TD-10] reads $name on its side: $found', async ({ group, found }) => {
    const reader = readingOneByOne(['', 0], ['7', 0.98], ['7', 0.98]);
    expect(await secondLook(picture, [group], [], reader)).toHaveLength(found);
  });

  it.each([
    { name: 'slopes in the place of edges', group: { steepness: 0.8, box: [20, 20, 36, 44] } },
    { name: 'one stroke much wider than a letter', group: { steepness: 1, box: [20, 20, 74, 44] } },
  ] as const)('[TD-28] does not read what has $name', async ({ group }) => {
    const findings = await secondLook(
      picture,
      [{ ...group, contrast: 200, parts: 1 }],
      [],
      readingOneByOne(['7', 0.9], ['7', 0.9]),
    );
    expect(findings).toEqual([]);
    const ink = { box: [20, 20, 36, 44], contrast: 200, steepness: 1, parts: 1 } as const;
    expect(await secondLook(picture, [ink], [], readingOneByOne(['7', 0.9], ['7', 0.9]))).toHaveLength(1);
  });
});
