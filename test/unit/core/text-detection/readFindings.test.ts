import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../server-plugin/core/text-detection/passes.ts';
import { cornersOf } from '../../../../server-plugin/core/text-detection/rectangle.ts';
import type { LineReader } from '../../../../server-plugin/core/text-detection/textReader.ts';
import {
  readFinding,
  withoutAnatomy,
  withoutParts,
  type ReadFinding,
} from '../../../../server-plugin/core/text-detection/readFindings.ts';

const picture = { width: 400, height: 100, channels: 1, data: new Uint8Array(400 * 100) } as const;
const read = (text: string, x: number, halfLength: number, halfHeight: number, score = 0.9): ReadFinding => ({
  finding: { rectangle: { x, y: 50, halfLength, halfHeight, angle: 0 }, confidence: 0.9, picture },
  reading: { text, score },
});
const LINE = read('LARKSPUR, BASIL', 200, 100, 22);

describe('findings of one text', () => {
  it('[TD-6] are one where a part of a line was found again inside of it', () => {
    expect(withoutParts([LINE, read('BASI', 270, 25, 12), read('PUR,', 210, 25, 12)])).toEqual([LINE]);
  });

  it.each([
    { name: 'reads otherwise', part: read('4711', 270, 25, 12) },
    { name: 'reads like nothing', part: read('', 270, 25, 12) },
    { name: 'stands out of it', part: read('BASIL', 290, 25, 12) },
  ])('[TD-6] are two where what lies in a line $name', ({ part }) => {
    expect(withoutParts([LINE, part])).toEqual([LINE, part]);
  });

  it('[TD-6] are two where the larger one reads too badly to be a line', () => {
    const blob = read('LARKSPUR, BASIL', 200, 100, 22, 0.3);
    const part = read('BASIL', 270, 25, 12);
    expect(withoutParts([blob, part])).toEqual([blob, part]);
  });
});

/** A finding that is this many pixels high, 60 long, in a frame of 4,000 × 100. */
const findingOf = (height: number): Finding => ({
  rectangle: { x: 200, y: 50, halfLength: 30, halfHeight: height / 2, angle: 0 },
  confidence: 0.6,
  picture: { ...picture, frameArea: 400_000 },
});
const readsLikeNothing = () => Promise.resolve({ text: '', score: 0 });

describe('what reads like nothing', () => {
  it('[TD-9] is anatomy as a whole where it is large, and what is small in it may be a text', async () => {
    const [whole, small, large] = [findingOf(70), findingOf(30), findingOf(50)];
    const read = await readFinding({ ...whole, parts: [whole, small, large] }, readsLikeNothing);
    expect(read.map(({ finding }) => finding)).toEqual([small]);
  });

  it.each([
    { way: 'on its side', corners: ['b', 'c', 'd', 'a'] },
    { way: 'in mirror writing', corners: ['b', 'a', 'd', 'c'] },
  ] as const)('[TD-9] is a text all the same if it reads like a line $way', async ({ corners }) => {
    const large = findingOf(70);
    const [a, b, c, d] = cornersOf(large.rectangle);
    const places = { a, b, c, d };
    const line = corners.map((corner) => places[corner]);
    const reader: LineReader = (_, quad) =>
      Promise.resolve(
        JSON.stringify(quad) === JSON.stringify(line) ? { text: 'CK', score: 0.8 } : { text: '', score: 0 },
      );
    const read = await readFinding({ ...large, parts: [large] }, reader);
    expect(read.map(({ reading }) => reading.text)).toEqual(['CK']);
  });

  it('[TD-9] is no text that was found, where it is large', async () => {
    const [small, large] = [findingOf(30), findingOf(50)];
    expect(await withoutAnatomy([small, large], readsLikeNothing)).toEqual([small]);
    const readsLikeLine = () => Promise.resolve({ text: 'BASIL', score: 0.9 });
    expect(await withoutAnatomy([small, large], readsLikeLine)).toEqual([small, large]);
  });
});
