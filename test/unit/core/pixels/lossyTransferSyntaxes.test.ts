import { DEFAULT_CHARACTER_SET, find, textOf, type Part10File } from '@pseudonymize-redact/core/part10';
import {
  CORE_CODECS,
  imagePixelOf,
  verifyRedaction,
  type FrameCodec,
  type PixelRegion,
} from '@pseudonymize-redact/core/pixels';
import { describe, expect, it } from 'vitest';
import { RLE_LOSSLESS } from '../../../synthetic/buildPart10.ts';
import { image, imageBytes, literalRle, parse } from '../../../synthetic/cellImage.ts';
import { redactedFile } from '../../../synthetic/redactedFile.ts';

const JPEG_BASELINE = '1.2.840.10008.1.2.4.50';
const JPEG_LOSSLESS = '1.2.840.10008.1.2.4.70';

describe('Transfer Syntaxes that lose information', () => {
  const rleCodec = CORE_CODECS.get(RLE_LOSSLESS) as FrameCodec;
  /** Decodes YBR_FULL as RGB and writes RGB by plane, as a codec may. */
  const codecs = new Map<string, FrameCodec>([
    [
      JPEG_BASELINE,
      {
        ...rleCodec,
        decode: ({ imagePixel, bytes }) => {
          const { bytes: cells } = rleCodec.decode({ imagePixel, bytes });
          return { imagePixel: { ...imagePixel, photometricInterpretation: 'RGB' }, bytes: cells };
        },
      },
    ],
    [
      JPEG_LOSSLESS,
      {
        ...rleCodec,
      },
    ],
  ]);
  const source = image({ photometricInterpretation: 'YBR_FULL', frames: 2 });
  const fragments = source.cells.map((cells) => literalRle(source, cells));
  const base = parse(imageBytes({ ...source, transferSyntaxUID: RLE_LOSSLESS }));
  const file: Part10File = { ...base, transferSyntax: { ...base.transferSyntax, uid: JPEG_BASELINE } };
  const regions: readonly PixelRegion[] = [
    { box: [1, 1, 4, 4], angleDegrees: 0, frames: { first: 2, last: 2 } },
  ];

  it('[PX-13] become lossless, all frames, and the loss is told for ever', () => {
    expect(fragments).toHaveLength(2);
    const redacted = redactedFile(file, regions, { codecs });
    expect(redacted.transferSyntax.uid).toBe(JPEG_LOSSLESS);
    verifyRedaction(file, redacted, regions, codecs);
    const lossy = find(redacted.dataset, 0x00282110);
    expect(lossy && textOf(redacted.source, lossy, DEFAULT_CHARACTER_SET)).toBe('01');
  });

  it('[PX-14] say of the new pixels what is true', () => {
    expect(imagePixelOf(redactedFile(file, regions, { codecs })).photometricInterpretation).toBe('RGB');
  });
});
