import { describe, expect, it } from 'vitest';
import { isShownBlack } from '../../../../extension/src/viewport/blackImage.ts';

describe('an image that the viewer shows nothing of', () => {
  it.each([
    { what: 'a 0 in it', PixelSpacing: [0.2, 0, 0.2], is: true },
    { what: 'a 0 as text', PixelSpacing: ['0', '0.2'], is: true },
    { what: 'a third value that is 0', PixelSpacing: [0.2, 0.2, 0], is: false },
    { what: 'two distances', PixelSpacing: [0.8, 0.8], is: false },
    { what: 'one value', PixelSpacing: 0.8, is: false },
    { what: 'nothing', is: false },
  ])('has $what as its Pixel Spacing: $is', ({ PixelSpacing, is }) => {
    expect(isShownBlack({ PixelSpacing })).toBe(is);
  });
});
