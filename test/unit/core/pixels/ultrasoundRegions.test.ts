import type { Part10File } from '@pseudonymize-redact/core/part10';
import { imagePixelOf, outsideUltrasoundRegions, spansByFrame } from '@pseudonymize-redact/core/pixels';
import { describe, expect, it } from 'vitest';
import type { SyntheticElement } from '../../../synthetic/buildPart10.ts';
import { image, imageBytes, parse, type SyntheticImage } from '../../../synthetic/cellImage.ts';

const made = (changes: Partial<SyntheticImage> = {}): Part10File => parse(imageBytes(image(changes)));
const refusal = (code: string): unknown => expect.objectContaining({ code });

describe('outsideUltrasoundRegions', () => {
  const region = (x0: number, y0: number, x1: number, y1: number): SyntheticElement[] => [
    { tag: 0x00186018, vr: 'UL', value: [x0] },
    { tag: 0x0018601a, vr: 'UL', value: [y0] },
    { tag: 0x0018601c, vr: 'UL', value: [x1] },
    { tag: 0x0018601e, vr: 'UL', value: [y1] },
  ];
  const blanked = (...items: SyntheticElement[][]): number => {
    const file = made({ elements: [{ tag: 0x00186011, vr: 'SQ', value: { items } }] });
    const spans = spansByFrame(outsideUltrasoundRegions(file), imagePixelOf(file)).get(0) ?? [];
    return spans.reduce((sum, { start, end }) => sum + end - start, 0);
  };

  it('[PX-18] covers everything that no region holds, last row and column of a region included', () => {
    expect(blanked(region(2, 1, 4, 3))).toBe(70 - 9);
    expect(blanked(region(2, 1, 4, 3), region(4, 2, 6, 5))).toBe(70 - 9 - 12 + 2);
    expect(blanked(region(5, 5, 40, 40))).toBe(70 - 10);
  });

  it('[PX-18] refuses an image without ultrasound regions', () => {
    expect(() => outsideUltrasoundRegions(made())).toThrow(refusal('PIXELS_ULTRASOUND_REGIONS_ABSENT'));
  });

  it('[PX-15] refuses a region without its corners', () => {
    expect(() => blanked(region(2, 1, 4, 3).slice(1))).toThrow(refusal('PIXELS_ATTRIBUTE_INVALID'));
  });
});
