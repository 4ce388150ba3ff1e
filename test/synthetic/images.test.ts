import { describe, expect, it } from 'vitest';
import { readInstance } from '../unit/server-plugin/demo/readInstance.ts';
import { IMAGE_CELLS, IMAGE_COLUMNS, IMAGE_ROWS, imageName, syntheticImage } from './images.ts';

const made = IMAGE_CELLS.map((cell) => {
  const { name, bytes, texts } = syntheticImage(cell);
  return { name, cell, texts, read: readInstance(bytes) };
});

describe('the synthetic images', () => {
  it('have a name each', () => {
    expect(new Set(IMAGE_CELLS.map(imageName)).size).toBe(IMAGE_CELLS.length);
  });

  it.each(IMAGE_CELLS.map((cell) => [imageName(cell), cell] as const))(
    '%s is stored as it says',
    (_, cell) => {
      const { bytes, texts } = syntheticImage(cell);
      const read = readInstance(bytes);
      expect(read.text('PhotometricInterpretation')).toBe(cell.photometric);
      expect(read.number('PixelRepresentation')).toBe(
        cell.bits === '16' && cell.photometric.startsWith('MONOCHROME') ? 1 : 0,
      );
      // YBR_FULL_422 holds one value of each colour for two pixels (PS3.3 section C.7.6.3.1.2).
      const samples = cell.photometric === 'YBR_FULL_422' ? 2 : read.number('SamplesPerPixel');
      const bytesPerSample = cell.bits === '8' ? 1 : 2;
      expect(read.pixelData).toHaveLength(
        cell.frames * IMAGE_ROWS * IMAGE_COLUMNS * samples * bytesPerSample,
      );
      expect(texts.filter(({ frame }) => frame === 'all')).toHaveLength(5);
      expect(texts.flatMap(({ frame }) => (frame === 'all' ? [] : frame))).toEqual(
        Array.from({ length: cell.frames }, (_, index) => index + 1),
      );
    },
  );

  it.each(made.filter(({ cell }) => cell.planar === 0 && cell.photometric !== 'YBR_FULL_422'))(
    '$name shows its texts in their boxes, and the text of a frame on no other',
    ({ cell, texts, read }) => {
      for (const { frame, box, text } of texts)
        for (let at = 1; at <= cell.frames; at++) {
          if (frame === 'all' || frame === at) expect(read.contrast(at, box), text).toBeGreaterThan(0.5);
          else expect(read.contrast(at, box), text).toBeLessThan(0.35);
        }
    },
  );
});
