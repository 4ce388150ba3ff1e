import { describe, expect, it } from 'vitest';
import { joinedLines } from '../../../../server-plugin/core/text-detection/joinedLines.ts';
import type { ReadFinding } from '../../../../server-plugin/core/text-detection/readFindings.ts';
import {
  cornersOf,
  holdsPoint,
  type Rectangle,
} from '../../../../server-plugin/core/text-detection/rectangle.ts';

const picture = { width: 1, height: 1, channels: 1, data: new Uint8Array(1) } as const;

const word = (text: string, rectangle: Rectangle, score = 0.9): ReadFinding => ({
  finding: { rectangle, confidence: 0.5, picture },
  reading: { text, score },
});

/** A word of so many pixels, `along` a line through (200, 200) by its middle and `across` from it. */
const onLine = (
  degrees: number,
  along: number,
  length: number,
  { across = 0, height = 20 } = {},
): Rectangle => {
  const angle = (degrees * Math.PI) / 180;
  return {
    x: 200 + along * Math.cos(angle) - across * Math.sin(angle),
    y: 200 + along * Math.sin(angle) + across * Math.cos(angle),
    halfLength: length / 2,
    halfHeight: height / 2,
    angle,
  };
};

/** The upright rectangle around an oblique one. */
const upright = (rectangle: Rectangle): Rectangle => {
  const [cos, sin] = [Math.abs(Math.cos(rectangle.angle)), Math.abs(Math.sin(rectangle.angle))];
  const { halfLength, halfHeight } = rectangle;
  return {
    ...rectangle,
    halfLength: halfLength * cos + halfHeight * sin,
    halfHeight: halfLength * sin + halfHeight * cos,
    angle: 0,
  };
};

const texts = (read: readonly ReadFinding[]): readonly string[] =>
  read.map(({ reading }) => reading.text.replaceAll('\n', ' '));

const isCovered = (rectangle: Rectangle, by: readonly ReadFinding[]): boolean =>
  cornersOf(rectangle).every(([x, y]) =>
    by.some(({ finding }) =>
      holdsPoint(
        { ...finding.rectangle, halfLength: finding.rectangle.halfLength + 0.001, halfHeight: finding.rectangle.halfHeight + 0.001 },
        x,
        y,
      ),
    ),
  ); // prettier-ignore

describe('words of one line', () => {
  it.each([
    { name: 'level', words: [onLine(0, -60, 100), onLine(0, 35, 60)] },
    { name: 'oblique', words: [onLine(25, -60, 100), onLine(25, 45, 60)] },
    { name: 'oblique, the short one found upright', words: [onLine(-25, -60, 100), upright(onLine(-25, 35, 50))] },
    { name: 'oblique, both found upright', words: [upright(onLine(-30, -28, 60)), upright(onLine(-30, 22, 50))] },
  ])('[TD-34] are one text that covers both: $name', ({ words: [first, second] }) => {
    if (first === undefined || second === undefined) throw new Error('two words');
    const joined = joinedLines([word('Anna', second, 0.6), word('Ng,', first)]);
    expect(texts(joined)).toEqual(['Ng, Anna']);
    expect(joined[0]?.reading.score).toBe(0.6);
    expect([isCovered(first, joined), isCovered(second, joined)]).toEqual([true, true]);
  }); // prettier-ignore

  it('[TD-34] are read upwards where the line runs from top to bottom', () => {
    const lower = { x: 50, y: 200, halfLength: 8, halfHeight: 40, angle: 0 };
    const upper = { ...lower, y: 122, halfHeight: 30 };
    expect(texts(joinedLines([word('Anna', upper), word('Ng,', lower)]))).toEqual(['Ng, Anna']);
  });

  it('[TD-34] are one through words between them', () => {
    const words = [0, 1, 2].map((i) => word(String(i), onLine(20, 90 * i, 80)));
    expect(texts(joinedLines(words.toReversed()))).toEqual(['0 1 2']);
  });

  it.each([
    { name: 'stand further apart, like columns of a table', second: onLine(0, 60, 60) },
    { name: 'stand on other lines', second: onLine(0, 0, 60, { across: 22 }) },
    { name: 'are of another size', second: onLine(0, 30, 60, { height: 40 }) },
  ])('[TD-34] are not those that $name', ({ second }) => {
    expect(joinedLines([word('Ng', onLine(0, -60, 100)), word('Anna', second)])).toHaveLength(2);
  });

  it('[TD-34] are not those that read like nothing', () => {
    expect(joinedLines([word('Ng', onLine(0, -60, 100)), word('', onLine(0, 35, 60), 0)])).toHaveLength(2);
    expect(joinedLines([word('', onLine(0, -60, 100), 0), word('Ng', onLine(0, 35, 60))])).toHaveLength(2);
  });

  it('[TD-34] are read once where a part was found twice, and reads alike', () => {
    const [line, part] = [onLine(0, 0, 100), onLine(0, 25, 40, { height: 16 })];
    expect(texts(joinedLines([word('Ng, Anna', line, 0.5), word('Anna', part)]))).toEqual(['Ng, Anna']);
    expect(texts(joinedLines([word('Ng, A??', line), word('Anna', part, 0.5)]))).toEqual(['Ng, A?? Anna']);
  });
});
