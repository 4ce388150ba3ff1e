import { describe, expect, it } from 'vitest';
import { isTextBlock } from '../../../../server-plugin/core/text-detection/textBlocks.ts';

const SIZE = { width: 100, height: 100 };
const block = { x: 50, y: 50, halfLength: 40, halfHeight: 30, angle: 0 };
const line = (y: number) => ({ x: 50, y, halfLength: 40, halfHeight: 10, angle: 0 });
/** Strokes in the middle row. */
const strokes = (contrast: number) => ({
  bright: new Uint8Array(100 * 100).fill(contrast, 50 * 100, 51 * 100),
  dark: new Uint8Array(100 * 100),
});

describe('blocks of lines', () => {
  it('[TD-9] that can be read in part, with strokes between them, are no anatomy', () => {
    expect(isTextBlock(block, [line(30), line(70)], strokes(200), SIZE)).toBe(true);
    expect(isTextBlock(block, [line(30)], strokes(200), SIZE)).toBe(false);
    expect(isTextBlock(block, [line(30), line(70)], strokes(10), SIZE)).toBe(false);
  });
});
