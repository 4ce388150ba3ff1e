import { CORE_CODECS, codecOf, imagePixelOf } from '@pseudonymize-redact/core/pixels';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RLE_LOSSLESS } from '../../../synthetic/buildPart10.ts';
import { image, imageBytes, literalRle, nativeBytes, parse } from '../../../synthetic/cellImage.ts';

const codec = codecOf(CORE_CODECS, RLE_LOSSLESS);
const made = image({
  photometricInterpretation: 'RGB',
  bitsAllocated: 16,
  bitsStored: 16,
  highBit: 15,
  frames: 1,
});
const imagePixel = imagePixelOf(parse(imageBytes(made)));

describe('RLE Lossless', () => {
  it('[PX-01] decodes literal runs, most significant byte first', () => {
    const cells = made.cells[0] ?? [];
    expect(codec.decode({ imagePixel, bytes: literalRle(made, cells) }).bytes).toEqual(
      nativeBytes([cells], 16),
    );
  });

  it('[PX-01] decodes replicate runs and steps over −128', () => {
    const grey = imagePixelOf(parse(imageBytes(image({ rows: 1, columns: 5, frames: 1 }))));
    const header = new Uint8Array(64);
    header[0] = 1;
    header[4] = 64;
    const segment = [128, 256 - 2, 7, 128, 1, 3, 4];
    expect(codec.decode({ imagePixel: grey, bytes: Uint8Array.from([...header, ...segment]) }).bytes).toEqual(
      Uint8Array.of(7, 7, 7, 3, 4),
    );
  });

  it('[PX-01] gives back whatever frame it encodes, in segments of even length', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 6 }),
      columns: fc.integer({ min: 1, max: 400 }),
      planarConfiguration: fc.constantFrom(0 as const, 1 as const),
    });
    fc.assert(
      fc.property(
        sizes,
        fc.array(fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 300 })), { minLength: 1 }),
        (size, runs) => {
          const shape = { ...imagePixel, ...size };
          const pattern = runs.flatMap(([value, length]) => Array.from({ length }, () => value));
          const bytes = Uint8Array.from(
            { length: size.rows * size.columns * 6 },
            (_, index) => pattern[index % pattern.length] ?? 0,
          );
          const encoded = codec.encode({ imagePixel: shape, bytes }, shape);
          expect(encoded.bytes.length % 2).toBe(0);
          expect(codec.decode({ ...encoded, imagePixel: shape }).bytes).toEqual(bytes);
        },
      ),
    );
  });

  it('[PX-15] refuses damaged segments', () => {
    const cells = made.cells[0] ?? [];
    const good = literalRle(made, cells);
    const wrongCount = good.slice();
    wrongCount[0] = 5;
    const wrongOffset = good.slice();
    wrongOffset[8] = 1;
    for (const bytes of [good.subarray(0, good.length - 3), good.subarray(0, 20), wrongCount, wrongOffset])
      expect(() => codec.decode({ imagePixel, bytes })).toThrow(
        expect.objectContaining({ code: 'PIXELS_CODEC_FAILED' }),
      );
  });
});
