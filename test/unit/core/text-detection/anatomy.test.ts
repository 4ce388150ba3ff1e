import { describe, expect, it } from 'vitest';
import { isAnatomy, isReadableOtherwise } from '../../../../server-plugin/core/text-detection/anatomy.ts';
import type { Reading } from '../../../../server-plugin/core/text-detection/detectedText.ts';

const NOTHING: Reading = { text: '', score: 0 };

const finding = (
  { length, height }: { length: number; height: number },
  {
    side = 1024,
    confidence = 0.9,
    frameArea = side * side,
  }: { side?: number; confidence?: number; frameArea?: number } = {},
) => ({
  rectangle: { x: side / 2, y: side / 2, halfLength: length / 2, halfHeight: height / 2, angle: 0 },
  picture: { width: side, height: side, channels: 1, data: new Uint8Array(side * side), frameArea } as const,
  confidence,
});

describe('anatomy', () => {
  it.each([
    { what: 'large', size: { length: 60, height: 60 }, reading: NOTHING, is: true },
    { what: 'smaller', size: { length: 60, height: 30 }, reading: NOTHING, is: false },
    {
      what: 'large, but reads like a line',
      size: { length: 120, height: 60 },
      reading: { text: 'Ng, Ines', score: 0.6 },
      is: false,
    },
  ])('[TD-9] is what reads like nothing and is large: $what', ({ size, reading, is }) => {
    expect(isAnatomy(finding(size), reading)).toBe(is);
  });

  it('[TD-9] is a row of huge shapes that reads like a line, but not well', () => {
    const row = finding({ length: 900, height: 120 });
    const [badly, well] = [0.8, 0.95].map((score) => ({ text: '888666000', score }));
    expect(isAnatomy(row, badly ?? NOTHING)).toBe(true);
    expect(isAnatomy(row, well ?? NOTHING)).toBe(false);
    expect(isReadableOtherwise(row, badly ?? NOTHING)).toBe(false);
    // The upright rectangle of an oblique line.
    expect(isAnatomy(finding({ length: 300, height: 120 }), badly ?? NOTHING)).toBe(false);
  });

  it('[TD-9] is a ring that takes up much of its frame, however well it reads like a letter', () => {
    const skull = { length: 140, height: 166 };
    const reading = { text: '0', score: 1 };
    expect(isAnatomy(finding(skull, { side: 256 }), reading)).toBe(true);
    // The same in a part of a larger frame: a lead marker.
    expect(isAnatomy(finding(skull, { side: 256, frameArea: 2000 * 2000 }), reading)).toBe(false);
    expect(isAnatomy(finding(skull, { side: 256 }), { text: 'R', score: 1 })).toBe(false);
  });

  it('[TD-9] is a row of rings that take up much of their frame and read like a number, but not well', () => {
    const slices = { length: 192, height: 92 };
    const [badly, well] = [0.9, 0.98].map((score) => ({ text: '180', score }));
    expect(isAnatomy(finding(slices, { side: 384 }), badly ?? NOTHING)).toBe(true);
    expect(isReadableOtherwise(finding(slices, { side: 384 }), badly ?? NOTHING)).toBe(false);
    expect(isAnatomy(finding(slices, { side: 384 }), well ?? NOTHING)).toBe(false);
    expect(isAnatomy(finding(slices, { side: 1024 }), badly ?? NOTHING)).toBe(false);
    for (const text of ['M 18', '11'])
      expect(isAnatomy(finding(slices, { side: 384 }), { text, score: 0.9 })).toBe(false);
  });

  it('[TD-9] is what takes up much of a small picture, unless the detector is sure of it or anything is read', () => {
    const teeth = { length: 60, height: 26 };
    expect(isAnatomy(finding(teeth, { side: 256, confidence: 0.6 }), NOTHING)).toBe(true);
    expect(isAnatomy(finding(teeth, { side: 256, confidence: 0.9 }), NOTHING)).toBe(false);
    expect(isAnatomy(finding(teeth, { side: 256, confidence: 0.6 }), { text: 'M', score: 0.4 })).toBe(false);
    expect(isAnatomy(finding(teeth, { side: 512, confidence: 0.6 }), NOTHING)).toBe(false);
  });
});
