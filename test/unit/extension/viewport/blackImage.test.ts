import { describe, expect, it } from 'vitest';
import { blackBy } from '../../../../extension/src/viewport/blackImage.ts';

describe('an image that the viewer shows nothing of', () => {
  it.each([
    { what: 'a 0 in it', PixelSpacing: [0.2, 0, 0.2], by: 'PixelSpacing' },
    { what: 'a 0 as text', PixelSpacing: ['0', '0.2'], by: 'PixelSpacing' },
    { what: 'a third value that is 0', PixelSpacing: [0.2, 0.2, 0], by: null },
    { what: 'two distances', PixelSpacing: [0.8, 0.8], by: null },
    { what: 'one value', PixelSpacing: 0.8, by: null },
    { what: 'nothing', by: null },
  ])('has $what as its Pixel Spacing: $by', ({ PixelSpacing, by }) => {
    expect(blackBy({ PixelSpacing })).toBe(by);
  });

  it.each([
    { what: 'a 0', WindowWidth: 0, by: 'WindowWidth' },
    { what: 'a 0 as text before another', WindowWidth: ['0', '400'], by: 'WindowWidth' },
    { what: 'a 0 after another', WindowWidth: [400, 0], by: null },
    { what: 'a width', WindowWidth: 1, by: null },
    { what: 'an empty value', WindowWidth: null, by: null },
    { what: 'nothing', by: null },
  ])('has $what as its Window Width: $by', ({ WindowWidth, by }) => {
    expect(blackBy({ WindowWidth })).toBe(by);
  });
});
