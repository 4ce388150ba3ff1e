import { find } from '@pseudonymize-redact/core/part10';
import {
  findPixelData,
  imagePixelOf,
  losslessSyntaxOf,
  pixelFramesOf,
  spansByFrame,
  StoredPixels,
  verifyRedaction,
  type FrameCodecs,
  type PixelRegion,
  type RowSpan,
} from '@pseudonymize-redact/core/pixels';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFrameCodecs } from '../../server-plugin/src/codecs/frameCodecs.ts';
import { compareWithReadme, type MatrixEntry } from './pixelMatrix.ts';
import { describeWithSharedData, sharedPath } from '../sharedData.ts';
import { SHARED_FOLDER_PRESENT } from '../sharedFolder.ts';
import { IMPLICIT_LITTLE_ENDIAN, RLE_LOSSLESS } from '../synthetic/buildPart10.ts';
import { image, imageBytes, noise, parse, type SyntheticImage } from '../synthetic/cellImage.ts';
import { COMPRESSED, compressedImageBytes } from '../synthetic/compressedImage.ts';
import { redactedBytes } from '../synthetic/redactedFile.ts';
import {
  dciodvfyErrors,
  decodedIndependently,
  encodedIndependently,
  HAS_DCIODVFY,
  HAS_DCMTK,
  HAS_GDCM,
  HAS_OPENJPEG,
  independentDecoderOf,
  samplesByOpenJpeg,
} from './independentDecoders.ts';

const FOLDERS = ['transfer-syntaxes', 'structure'];

/** What cannot be redacted, and why: never by accident. */
const REFUSED: Readonly<Record<string, string>> = {
  'ExplVR_LitEndNoMeta.dcm': 'PART10_NOT_DICOM',
  'MR_truncated.dcm': 'PART10_TRUNCATED',
  'UN_sequence.dcm': 'PIXELS_ABSENT',
  'badVR.dcm': 'PART10_MALFORMED',
  'encap_bot.dcm': 'PIXELS_ATTRIBUTE_INVALID',
  'encap_nobot.dcm': 'PIXELS_ATTRIBUTE_INVALID',
  'oddlen.dcm': 'PIXELS_ATTRIBUTE_INVALID',
  'long_ds.dcm': 'PIXELS_ABSENT',
  'reportsi.dcm': 'PIXELS_ABSENT',
  'rtplan.dcm': 'PIXELS_ABSENT',
  'waveform_ecg.dcm': 'PIXELS_ABSENT',
  // The codestream holds the bytes of a Sequence Delimitation Item where its header belongs.
  'JPEG2000-embedded-sequence-delimiter.dcm': 'PIXELS_CODEC_FAILED',
};

/** Its own regions for an image of any size: upright, rotated, at an edge. */
const regionsFor = (rows: number, columns: number): readonly PixelRegion[] => [
  { box: [columns * 0.25, rows * 0.2, columns * 0.6, rows * 0.3], angleDegrees: 0 },
  { box: [columns * 0.4, rows * 0.5, columns * 0.9, rows * 0.6], angleDegrees: 30 },
  { box: [columns - 1, 0, columns + 3, rows], angleDegrees: 0 },
];

const matrix: MatrixEntry[] = [];
let codecs: FrameCodecs;
beforeAll(async () => {
  codecs = await loadFrameCodecs();
});

/** As OpenJPEG sees the frames of HTJ2K: colour is RGB, by plane. */
const framesByOpenJpeg = (bytes: Uint8Array): readonly StoredPixels[] => {
  const file = parse(bytes);
  const imagePixel = imagePixelOf(file);
  const isColour = imagePixel.samplesPerPixel === 3;
  const decoded = isColour
    ? ({ ...imagePixel, photometricInterpretation: 'RGB', planarConfiguration: 1 } as const)
    : imagePixel;
  const { stored } = pixelFramesOf(file, imagePixel, codecs);
  return Array.from(
    { length: imagePixel.numberOfFrames },
    (_, index) => new StoredPixels(decoded, samplesByOpenJpeg(stored(index))),
  );
};

/** Stored values of all frames, as an independent decoder sees them. */
const independentFrames = (bytes: Uint8Array): readonly StoredPixels[] | null => {
  const { uid } = parse(bytes).transferSyntax;
  const decoder = independentDecoderOf(uid);
  if (decoder === 'OpenJPEG') return framesByOpenJpeg(bytes);
  const decoded = decoder === null ? null : decodedIndependently(bytes, uid);
  if (decoded === null) return null;
  const file = parse(decoded);
  const imagePixel = imagePixelOf(file);
  const frames = pixelFramesOf(file, imagePixel, codecs);
  return Array.from(
    { length: imagePixel.numberOfFrames },
    (_, index) => new StoredPixels(imagePixel, frames.decoded(index).bytes),
  );
};

const expectRedacted = (before: StoredPixels, after: StoredPixels, spans: readonly RowSpan[]): void => {
  const { rows, columns, samplesPerPixel } = after.imagePixel;
  expect(after.imagePixel).toEqual(before.imagePixel);
  const inside = new Uint8Array(rows * columns);
  for (const { row, start, end } of spans) inside.fill(1, row * columns + start, row * columns + end);
  const firstInside = inside.indexOf(1);
  let different = 0;
  for (let sample = 0; sample < samplesPerPixel; sample++) {
    const fill = after.get(firstInside, sample);
    for (let pixel = 0; pixel < inside.length; pixel++) {
      const expected = inside[pixel] === 1 ? fill : before.get(pixel, sample);
      if (after.get(pixel, sample) !== expected) different++;
    }
  }
  expect(different).toBe(0);
};

/** Redacts all frames and holds the result to every rule; says whether an independent decoder saw it too. */
const expectRedactable = (bytes: Uint8Array): boolean => {
  const original = parse(bytes);
  const imagePixel = imagePixelOf(original);
  const { rows, columns, numberOfFrames } = imagePixel;
  const regions = regionsFor(rows, columns);
  const outBytes = redactedBytes(original, regions, { codecs });
  const redacted = parse(outBytes);
  verifyRedaction(original, redacted, regions, codecs);
  expect(redacted.transferSyntax.uid).toBe(losslessSyntaxOf(original.transferSyntax.uid));
  expect(imagePixelOf(redacted)).toMatchObject({ rows, columns, numberOfFrames });
  if (HAS_DCIODVFY) {
    const known = dciodvfyErrors(bytes);
    expect([...dciodvfyErrors(outBytes)].filter((line) => !known.has(line))).toEqual([]);
  }
  const before = independentFrames(bytes);
  const after = independentFrames(outBytes);
  if (before === null || after === null) return false;
  expect(after).toHaveLength(numberOfFrames);
  const spans = spansByFrame(regions, imagePixel);
  before.forEach((frame, index) => expectRedacted(frame, after[index] ?? frame, spans.get(index) ?? []));
  matrix.push({
    from: original.transferSyntax.uid,
    to: redacted.transferSyntax.uid,
    imagePixel,
    decoder: independentDecoderOf(redacted.transferSyntax.uid) ?? '',
  });
  return true;
};

describeWithSharedData('pixel redaction of real files', () => {
  const names = SHARED_FOLDER_PRESENT
    ? FOLDERS.flatMap((folder) =>
        readdirSync(sharedPath('data', 'dicom', folder))
          .filter((name) => name.endsWith('.dcm'))
          .map((name) => [folder, name] as const),
      )
    : [];

  for (const [folder, name] of names) {
    const read = (): Uint8Array => new Uint8Array(readFileSync(sharedPath('data', 'dicom', folder, name)));
    const code = REFUSED[name];
    if (code === undefined) {
      it(`[PX-01] [PX-02] [PX-13] ${folder}/${name}`, () => {
        const bytes = read();
        expect(expectRedactable(bytes)).toBe(independentDecoderOf(parse(bytes).transferSyntax.uid) !== null);
      });
    } else {
      it(`[PX-15] refuses ${folder}/${name}: ${code}`, () => {
        expect(() =>
          redactedBytes(parse(read()), [{ box: [0, 0, 1, 1], angleDegrees: 0 }], { codecs }),
        ).toThrow(expect.objectContaining({ code }));
      });
    }
  }
});

describe.skipIf(!HAS_DCMTK)('pixel redaction of what dcmtk encodes', () => {
  const smooth = (count: number, limit: number): number[] =>
    Array.from({ length: count }, (_, index) => Math.floor((Math.sin(index / 50) + 1) * 0.5 * (limit - 1)));
  const grey = (bits: 8 | 12 | 16) =>
    image({
      rows: 40,
      columns: 56,
      bitsAllocated: bits === 8 ? 8 : 16,
      bitsStored: bits,
      highBit: bits - 1,
      cells: [smooth(40 * 56, 2 ** bits), smooth(40 * 56, 2 ** bits).reverse()],
    });
  const colour = image({
    rows: 40,
    columns: 56,
    photometricInterpretation: 'RGB',
    cells: [smooth(40 * 56 * 3, 256), smooth(40 * 56 * 3, 256).reverse()],
  });
  const CASES = [
    ['JPEG baseline, 4:4:4', 'dcmcjpeg', ['+eb', '+s4'], colour],
    ['JPEG baseline, 4:2:2', 'dcmcjpeg', ['+eb', '+s2'], colour],
    ['JPEG baseline, RGB', 'dcmcjpeg', ['+eb', '+cr'], colour],
    ['JPEG baseline, grey', 'dcmcjpeg', ['+eb'], grey(8)],
    ['JPEG extended, 12 bits', 'dcmcjpeg', ['+ee', '+bt'], grey(12)],
    ['JPEG lossless, selection value 1', 'dcmcjpeg', ['+e1'], grey(16)],
    ['JPEG lossless, selection value 4', 'dcmcjpeg', ['+el', '+sv', '4'], grey(12)],
    ['JPEG lossless, selection value 7', 'dcmcjpeg', ['+el', '+sv', '7'], colour],
    ['JPEG-LS, lossless', 'dcmcjpls', ['+el'], grey(12)],
    ['JPEG-LS, near-lossless colour', 'dcmcjpls', ['+en', '+md', '2'], colour],
    ['RLE', 'dcmcrle', [], colour],
  ] as const;

  for (const [name, program, options, made] of CASES) {
    it(`[PX-01] [PX-02] [PX-13] ${name}`, () => {
      const elements = [
        { tag: 0x00080016, vr: 'UI', value: '1.2.840.10008.5.1.4.1.1.7' },
        { tag: 0x00080018, vr: 'UI', value: '2.25.1' },
      ];
      const bytes = encodedIndependently(imageBytes({ ...made, elements }), program, options);
      expect(findPixelData(parse(bytes))?.fragments).not.toBeNull();
      expect(find(parse(bytes).dataset, 0x00280010)).toBeDefined();
      expect(expectRedactable(bytes)).toBe(true);
    });
  }
});

describe.skipIf(!HAS_DCMTK)('pixel redaction of cells that no real file fills', () => {
  const IDENTITY = [
    { tag: 0x00080016, vr: 'UI', value: '1.2.840.10008.5.1.4.1.1.7' },
    { tag: 0x00080018, vr: 'UI', value: '2.25.1' },
  ];
  const PALETTE = [1, 2, 3].flatMap((colour) => [
    { tag: 0x00281100 + colour, vr: 'US', value: [256, 0, 16] },
    { tag: 0x00281200 + colour, vr: 'OW', value: noise(256, 16, colour) },
  ]);
  const bits = (allocated: number, stored: number, highBit = stored - 1): Partial<SyntheticImage> => ({
    bitsAllocated: allocated,
    bitsStored: stored,
    highBit,
  });
  const size = { rows: 40, columns: 56, elements: IDENTITY };
  /** Stored values of so few bits, as many cells as a frame has. */
  const cells = (samples: number, stored: number, frames = 2): number[][] =>
    Array.from({ length: frames }, (_, frame) => noise(40 * 56 * samples, stored, frame + 1));

  const NATIVE: readonly (readonly [string, Partial<SyntheticImage>])[] = [
    ['single bits', bits(1, 1)],
    ['10 bits with the high bit not at the top', { ...bits(16, 10, 12) }],
    ['32 bits', bits(32, 32)],
    ['16 bits signed', { ...bits(16, 16), pixelRepresentation: 1 }],
    ['MONOCHROME1', { photometricInterpretation: 'MONOCHROME1' }],
    ['PALETTE COLOR', { photometricInterpretation: 'PALETTE COLOR', elements: [...IDENTITY, ...PALETTE] }],
    ['YBR_FULL by plane', { photometricInterpretation: 'YBR_FULL', planarConfiguration: 1 }],
    ['YBR_FULL_422', { photometricInterpretation: 'YBR_FULL_422' }],
    ['implicit VR, RGB', { photometricInterpretation: 'RGB', transferSyntaxUID: IMPLICIT_LITTLE_ENDIAN }],
    ['RLE of 32 bits', { ...bits(32, 32), transferSyntaxUID: RLE_LOSSLESS }],
    [
      'RLE, RGB by plane',
      { photometricInterpretation: 'RGB', planarConfiguration: 1, transferSyntaxUID: RLE_LOSSLESS },
    ],
    ['RLE, thousands of frames', { rows: 6, columns: 10, frames: 3000, transferSyntaxUID: RLE_LOSSLESS }],
  ];
  for (const [name, changes] of NATIVE) {
    it(`[PX-01] [PX-02] ${name}`, () => {
      expect(expectRedactable(imageBytes(image({ ...size, ...changes })))).toBe(true);
    });
  }

  const COMPRESSED_CELLS: readonly (readonly [string, string, Partial<SyntheticImage>])[] = [
    ['JPEG Lossless, 10 bits', '.57', { ...bits(16, 10), cells: cells(1, 10) }],
    ['JPEG Lossless, RGB', '.57', { photometricInterpretation: 'RGB' }],
    ['JPEG-LS, 10 bits', '.80', { ...bits(16, 10), cells: cells(1, 10) }],
    ['JPEG-LS, RGB', '.80', { photometricInterpretation: 'RGB' }],
    ['JPEG 2000, 10 bits', '.90', { ...bits(16, 10), cells: cells(1, 10) }],
    ['HTJ2K, 8 bits', '.201', {}],
    ['HTJ2K, 12 bits', '.201', { ...bits(16, 12), cells: cells(1, 12) }],
    ['HTJ2K RPCL, 16 bits', '.202', bits(16, 16)],
  ];
  for (const [name, ending, changes] of COMPRESSED_CELLS) {
    const transferSyntaxUID = `${COMPRESSED}${ending}`;
    it.skipIf(independentDecoderOf(transferSyntaxUID) === null)(
      `[PX-01] [PX-02] [PX-13] ${name}`,
      async () => {
        const bytes = await compressedImageBytes(image({ ...size, ...changes, transferSyntaxUID }));
        expect(expectRedactable(bytes)).toBe(true);
      },
    );
  }
});

describe.skipIf(!SHARED_FOLDER_PRESENT || !HAS_DCMTK || !HAS_GDCM || !HAS_OPENJPEG)('the README', () => {
  it('[PX-02] shows the matrix of what was redacted (UPDATE_PIXEL_MATRIX=yes writes it)', () => {
    const { expected, shown } = compareWithReadme(matrix);
    expect(shown).toBe(expected);
  });
});
