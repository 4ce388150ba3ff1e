import { find } from '@pseudonymize-redact/core/part10';
import {
  imagePixelOf,
  losslessSyntaxOf,
  pixelFramesOf,
  verifyRedaction,
  type FrameCodecs,
  type PixelRegion,
} from '@pseudonymize-redact/core/pixels';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFrameCodecs } from '../../../../server-plugin/src/codecs/frameCodecs.ts';
import { EXPLICIT_LITTLE_ENDIAN } from '../../../synthetic/buildPart10.ts';
import {
  cellsOf,
  cellsPerFrame,
  image,
  imageBytes,
  nativeBytes,
  noise,
  parse,
  samplesOf,
  type SyntheticImage,
} from '../../../synthetic/cellImage.ts';
import {
  codestreamImageBytes,
  COMPRESSED,
  compressedImageBytes,
} from '../../../synthetic/compressedImage.ts';
import { redactedFile } from '../../../synthetic/redactedFile.ts';

const RLE_LOSSLESS = '1.2.840.10008.1.2.5';
const LOSSY = ['50', '51', '81', '91', '203'];

interface Cell {
  readonly syntax: string;
  readonly photometricInterpretation: string;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly pixelRepresentation: 0 | 1;
  readonly planarConfiguration?: 0 | 1;
  /** What the Dataset must say afterwards, where that is not what it said before. */
  readonly becomes?: string;
  /** Where the lossless syntax of the family cannot hold it. */
  readonly becomesRle?: boolean;
  readonly asIf?: string;
  /** Encoded by the bridge's own codec: the library of the tests gets it wrong. */
  readonly apart?: boolean;
}

const grey = (
  syntax: string,
  bitsAllocated: number,
  bitsStored: number,
  pixelRepresentation: 0 | 1 = 0,
): Cell => ({
  syntax,
  photometricInterpretation: 'MONOCHROME2',
  bitsAllocated,
  bitsStored,
  pixelRepresentation,
});
const colour = (syntax: string, photometricInterpretation: string, more: Partial<Cell> = {}): Cell => ({
  ...grey(syntax, 8, 8),
  photometricInterpretation,
  ...more,
});

const DEEP = { bitsAllocated: 16 };

const CELLS: readonly Cell[] = [
  ...['57', '70', '80', '81', '90', '91', '201', '202', '203'].flatMap((syntax) => [
    grey(syntax, 8, 8),
    grey(syntax, 16, 10),
    grey(syntax, 16, 12),
    grey(syntax, 16, 16),
    grey(syntax, 16, 16, 1),
    { ...grey(syntax, 16, 12), photometricInterpretation: 'MONOCHROME1' },
  ]),
  grey('50', 8, 8),
  grey('51', 8, 8),
  grey('57', 16, 12, 1),
  grey('70', 16, 12, 1),
  grey('80', 16, 12, 1),
  grey('90', 16, 12, 1),
  grey('201', 16, 12, 1),
  ...['57', '70', '80', '81'].flatMap((syntax) => [
    colour(syntax, 'RGB'),
    colour(syntax, 'YBR_FULL'),
    colour(syntax, 'RGB', { planarConfiguration: 1 }),
    colour(syntax, 'RGB', { bitsAllocated: 16, bitsStored: 16 }),
  ]),
  colour('50', 'RGB'),
  colour('50', 'YBR_FULL'),
  colour('50', 'YBR_FULL_422', { becomes: 'YBR_FULL' }),
  colour('90', 'RGB', { asIf: 'YBR_FULL' }),
  colour('90', 'YBR_RCT', { asIf: 'RGB' }),
  colour('90', 'YBR_FULL'),
  colour('91', 'YBR_ICT', { asIf: 'RGB', becomes: 'YBR_RCT' }),
  colour('201', 'YBR_RCT'),
  colour('201', 'RGB', { becomes: 'YBR_RCT' }),
  colour('203', 'YBR_ICT', { becomes: 'YBR_RCT' }),
  colour('201', 'YBR_FULL', { apart: true }),
  ...['90', '201', '202'].flatMap((syntax) => [
    colour(syntax, 'RGB', { ...DEEP, bitsStored: 16, apart: true }),
    colour(syntax, 'RGB', { ...DEEP, bitsStored: 10, apart: true }),
    colour(syntax, 'YBR_FULL', { ...DEEP, bitsStored: 12, apart: true }),
    colour(syntax, 'RGB', { ...DEEP, bitsStored: 12, pixelRepresentation: 1, apart: true }),
  ]),
];

const regions: readonly PixelRegion[] = [
  { box: [3, 2, 11, 9], angleDegrees: 20, frames: { first: 2, last: 2 } },
  { box: [20, 12, 22, 13], angleDegrees: 0, frames: { first: 2, last: 2 } },
];

let codecs: FrameCodecs;
beforeAll(async () => {
  codecs = await loadFrameCodecs();
});

const imageOf = (cell: Cell) => {
  const { syntax, photometricInterpretation, bitsAllocated, bitsStored, pixelRepresentation } = cell;
  const shape = { rows: 24, columns: 32, photometricInterpretation };
  const sign = 2 ** (bitsStored - 1);
  // Signed cells hold their sign in the bits above the stored ones too.
  const extended = (value: number): number =>
    pixelRepresentation === 1 && value >= sign ? value - 2 * sign + 2 ** bitsAllocated : value;
  const count = shape.rows * shape.columns * samplesOf(photometricInterpretation);
  return image({
    ...shape,
    bitsAllocated,
    bitsStored,
    highBit: bitsStored - 1,
    pixelRepresentation,
    planarConfiguration: cell.planarConfiguration ?? 0,
    transferSyntaxUID: `${COMPRESSED}.${syntax}`,
    cells: [1, 2, 3].map((seed) => noise(count, bitsStored, seed).map(extended)),
    frames: 3,
  });
};

const apartBytes = (made: SyntheticImage): Promise<Uint8Array> => {
  const imagePixel = imagePixelOf(parse(imageBytes({ ...made, transferSyntaxUID: EXPLICIT_LITTLE_ENDIAN })));
  const codestreams = made.cells.map((cells) => {
    const bytes = nativeBytes([cells], made.bitsAllocated);
    return codecs.get(made.transferSyntaxUID)?.encode({ imagePixel, bytes }, imagePixel).bytes ?? bytes;
  });
  return Promise.resolve(codestreamImageBytes(made, codestreams));
};

describe('pixel redaction of compressed frames', () => {
  for (const cell of CELLS) {
    const name = `.${cell.syntax} ${cell.photometricInterpretation} ${cell.bitsStored} of ${cell.bitsAllocated}, sign ${cell.pixelRepresentation}, planes ${cell.planarConfiguration ?? 0}`;
    it(`[PX-01] [PX-02] [PX-13] [PX-14] ${name}`, async () => {
      const made = imageOf(cell);
      const original = parse(await (cell.apart ? apartBytes(made) : compressedImageBytes(made, cell.asIf)));
      const redacted = redactedFile(original, regions, { codecs });
      verifyRedaction(original, redacted, regions, codecs);

      const was = imagePixelOf(original);
      const is = imagePixelOf(redacted);
      const syntax = cell.becomesRle ? RLE_LOSSLESS : losslessSyntaxOf(made.transferSyntaxUID);
      expect(redacted.transferSyntax).toMatchObject({ uid: syntax, lossy: false });
      expect(is).toEqual({
        ...was,
        photometricInterpretation: cell.becomes ?? was.photometricInterpretation,
      });
      expect(find(redacted.dataset, 0x00282110) !== undefined).toBe(LOSSY.includes(cell.syntax));

      const before = pixelFramesOf(original, was, codecs);
      const after = pixelFramesOf(redacted, is, codecs);
      if (!LOSSY.includes(cell.syntax)) {
        const cells = cellsOf(before.decoded(2).bytes, made.bitsAllocated, cellsPerFrame(made));
        expect(cells).toEqual(made.cells[2]);
      }
      const kept = syntax === made.transferSyntaxUID && cell.becomes === undefined;
      for (const frame of [0, 2]) {
        expect(after.decoded(frame)).toEqual(before.decoded(frame));
        if (kept) expect(after.stored(frame)).toEqual(before.stored(frame));
      }
      expect(after.decoded(1)).not.toEqual(before.decoded(1));
    });
  }

  it('[PX-15] refuses more than 16 bits in JPEG 2000, which the library would get wrong', () => {
    for (const syntax of ['90', '201']) {
      const made = imageOf(grey(syntax, 32, 20));
      const file = parse(
        codestreamImageBytes(
          made,
          [1, 2, 3].map(() => new Uint8Array(200)),
        ),
      );
      expect(() => redactedFile(file, regions, { codecs })).toThrow(
        expect.objectContaining({ code: 'PIXELS_CODEC_FAILED', where: 'more than 16 bits in JPEG 2000' }),
      );
    }
  });

  it('[PX-15] refuses a codestream that is damaged, or of another size than the Dataset says', async () => {
    for (const syntax of ['50', '70', '80', '90', '201']) {
      const made = imageOf(grey(syntax, 8, 8));
      const bytes = await compressedImageBytes(made);
      const { dataset } = parse(bytes);
      for (const [tag, wrong] of [
        [0x00280010, 23],
        [0x00280011, 40],
      ] as const) {
        const lying = bytes.slice();
        lying[find(dataset, tag)?.valueStart ?? 0] = wrong;
        expect(() => redactedFile(parse(lying), regions, { codecs })).toThrow(
          expect.objectContaining({ code: 'PIXELS_CODEC_FAILED' }),
        );
      }
      const damaged = bytes.slice();
      const fragment = find(dataset, 0x7fe00010)?.fragments?.[2];
      damaged.fill(0, fragment?.valueStart, (fragment?.valueStart ?? 0) + 30);
      expect(() => redactedFile(parse(damaged), regions, { codecs })).toThrow(
        expect.objectContaining({ code: 'PIXELS_CODEC_FAILED' }),
      );
    }
  });
});
