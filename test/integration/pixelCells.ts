// The cells of the matrix of pixel redaction that no real file fills, made here or by encoders of others.
import { imagePixelOf } from '@pseudonymize-redact/core/pixels';
import { loadFrameCodecs } from '../../server-plugin/src/codecs/frameCodecs.ts';
import type { SyntheticElement } from '../synthetic/buildPart10.ts';
import {
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  IMPLICIT_LITTLE_ENDIAN,
  RLE_LOSSLESS,
} from '../synthetic/buildPart10.ts';
import {
  image,
  imageBytes,
  nativeBytes,
  noise,
  parse,
  samplesOf,
  type SyntheticImage,
} from '../synthetic/cellImage.ts';
import { codestreamImageBytes, COMPRESSED, compressedImageBytes } from '../synthetic/compressedImage.ts';
import { encodedByOpenJpeg, encodedIndependently } from './independentDecoders.ts';

/** What it is, and its file. */
export type PixelCell = readonly [name: string, make: () => Uint8Array | Promise<Uint8Array>];

const [ROWS, COLUMNS] = [40, 56];
export const IDENTITY: readonly SyntheticElement[] = [
  { tag: 0x00080016, vr: 'UI', value: '1.2.840.10008.5.1.4.1.1.7' },
  { tag: 0x00080018, vr: 'UI', value: '2.25.1' },
];
const PALETTE = (entries: number): SyntheticElement[] =>
  [1, 2, 3].flatMap((colour) => [
    { tag: 0x00281100 + colour, vr: 'US', value: [entries, 0, 16] },
    { tag: 0x00281200 + colour, vr: 'OW', value: noise(entries, 16, colour) },
  ]);
/** An overlay plane that lies in a bit of the pixels (PS3.3 section C.9.2, retired). */
const OVERLAY_IN = (bit: number): SyntheticElement[] => [
  { tag: 0x60000010, vr: 'US', value: [ROWS] },
  { tag: 0x60000011, vr: 'US', value: [COLUMNS] },
  { tag: 0x60000040, vr: 'CS', value: 'G' },
  { tag: 0x60000050, vr: 'SS', value: [1, 1] },
  { tag: 0x60000100, vr: 'US', value: [16] },
  { tag: 0x60000102, vr: 'US', value: [bit] },
];

const bits = (allocated: number, stored: number, highBit = stored - 1): Partial<SyntheticImage> => ({
  bitsAllocated: allocated,
  bitsStored: stored,
  highBit,
});
const SIGNED = { pixelRepresentation: 1 } as const;
const RGB = { photometricInterpretation: 'RGB' } as const;
const size = { rows: ROWS, columns: COLUMNS, elements: IDENTITY };
/** Stored values of so few bits, as many cells as a frame has. */
const cells = (samples: number, stored: number, frames = 2): number[][] =>
  Array.from({ length: frames }, (_, frame) => noise(ROWS * COLUMNS * samples, stored, frame + 1));

const native = (name: string, changes: Partial<SyntheticImage>): PixelCell => [
  name,
  () => imageBytes(image({ ...size, ...changes })),
];

export const NATIVE_CELLS: readonly PixelCell[] = [
  native('single bits', bits(1, 1)),
  native('single bits, frames that begin within a byte', { ...bits(1, 1), rows: 7, columns: 9, frames: 3 }),
  native('6 of 8 bits', bits(8, 6)),
  native('10 bits with the high bit not at the top', bits(16, 10, 12)),
  native('12 bits signed with the high bit not at the top', { ...bits(16, 12, 13), ...SIGNED }),
  native('8 bits signed', { ...bits(8, 8), ...SIGNED }),
  native('16 bits signed', { ...bits(16, 16), ...SIGNED }),
  native('32 bits', bits(32, 32)),
  native('32 bits signed', { ...bits(32, 32), ...SIGNED }),
  native('24 of 32 bits', bits(32, 24)),
  native('an overlay plane in a high bit', {
    ...bits(16, 12),
    elements: [...IDENTITY, ...OVERLAY_IN(14)],
  }),
  native('MONOCHROME1', { photometricInterpretation: 'MONOCHROME1' }),
  native('MONOCHROME1 of 12 bits signed', {
    photometricInterpretation: 'MONOCHROME1',
    ...bits(16, 12),
    ...SIGNED,
  }),
  native('PALETTE COLOR', {
    photometricInterpretation: 'PALETTE COLOR',
    elements: [...IDENTITY, ...PALETTE(256)],
  }),
  native('PALETTE COLOR of 16 bits', {
    photometricInterpretation: 'PALETTE COLOR',
    ...bits(16, 16),
    elements: [...IDENTITY, ...PALETTE(4096)],
  }),
  native('RGB by plane, frames of odd length', { ...RGB, planarConfiguration: 1, rows: 7, columns: 9 }),
  native('RGB of 16 bits', { ...RGB, ...bits(16, 16) }),
  native('YBR_FULL by plane', { photometricInterpretation: 'YBR_FULL', planarConfiguration: 1 }),
  native('YBR_FULL_422', { photometricInterpretation: 'YBR_FULL_422' }),
  native('implicit VR, RGB', { ...RGB, transferSyntaxUID: IMPLICIT_LITTLE_ENDIAN }),
  native('big endian, 32 bits', { ...bits(32, 32), transferSyntaxUID: EXPLICIT_BIG_ENDIAN }),
  native('big endian, single bits', { ...bits(1, 1), transferSyntaxUID: EXPLICIT_BIG_ENDIAN }),
  native('RLE of 32 bits', { ...bits(32, 32), transferSyntaxUID: RLE_LOSSLESS }),
  native('RLE, an overlay plane in a high bit', {
    ...bits(16, 12),
    elements: [...IDENTITY, ...OVERLAY_IN(15)],
    transferSyntaxUID: RLE_LOSSLESS,
  }),
  native('RLE, RGB by plane', { ...RGB, planarConfiguration: 1, transferSyntaxUID: RLE_LOSSLESS }),
  native('RLE, thousands of frames', { rows: 6, columns: 10, frames: 3000, transferSyntaxUID: RLE_LOSSLESS }),
];

const compressed = (
  name: string,
  ending: string,
  changes: Partial<SyntheticImage>,
  asIf?: string,
): PixelCell => [
  name,
  () => compressedImageBytes(image({ ...size, ...changes, transferSyntaxUID: COMPRESSED + ending }), asIf),
];

/** Smooth, as codecs with loss are made for. */
const smooth = (count: number, limit: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor((Math.sin(index / 50) + 1) * 0.5 * (limit - 1)));

export const COMPRESSED_CELLS: readonly PixelCell[] = [
  compressed('JPEG Lossless, 10 bits', '.57', { ...bits(16, 10), cells: cells(1, 10) }),
  compressed('JPEG Lossless, RGB', '.57', RGB),
  compressed('JPEG Lossless, RGB of 16 bits', '.70', { ...RGB, ...bits(16, 16) }),
  compressed('HTJ2K, 8 of 16 bits', '.201', { ...bits(16, 8), cells: cells(1, 8) }),
  compressed('JPEG-LS, 10 bits', '.80', { ...bits(16, 10), cells: cells(1, 10) }),
  compressed('JPEG-LS, RGB', '.80', RGB),
  compressed('JPEG-LS, RGB of 12 bits', '.80', { ...RGB, ...bits(16, 12), cells: cells(3, 12) }),
  compressed('JPEG 2000, 10 bits', '.90', { ...bits(16, 10), cells: cells(1, 10) }),
  compressed('HTJ2K, 8 bits', '.201', {}),
  compressed('HTJ2K, 12 bits', '.201', { ...bits(16, 12), cells: cells(1, 12) }),
  compressed('HTJ2K, YBR_RCT', '.201', { photometricInterpretation: 'YBR_RCT' }, 'RGB'),
  compressed('HTJ2K RPCL, 16 bits', '.202', bits(16, 16)),
  compressed('HTJ2K with loss, 8 bits', '.203', {
    cells: [smooth(ROWS * COLUMNS, 256), smooth(ROWS * COLUMNS, 256).reverse()],
  }),
  compressed('HTJ2K with loss, 12 bits', '.203', {
    ...bits(16, 12),
    cells: [smooth(ROWS * COLUMNS, 4096), smooth(ROWS * COLUMNS, 4096).reverse()],
  }),
  compressed(
    'HTJ2K with loss, YBR_ICT',
    '.203',
    { photometricInterpretation: 'YBR_ICT', frames: 1, cells: [smooth(ROWS * COLUMNS * 3, 256)] },
    'RGB',
  ),
];

/** As the bridge encodes them. */
const byBridge = (name: string, ending: string, changes: Partial<SyntheticImage>): PixelCell => [
  name,
  async () => {
    const made = image({ ...size, ...changes, transferSyntaxUID: COMPRESSED + ending });
    const imagePixel = imagePixelOf(
      parse(imageBytes({ ...made, transferSyntaxUID: EXPLICIT_LITTLE_ENDIAN })),
    );
    const codec = (await loadFrameCodecs()).get(made.transferSyntaxUID);
    const codestreams = made.cells.map((frame) => {
      const bytes = nativeBytes([frame], made.bitsAllocated);
      return codec?.encode({ imagePixel, bytes }, imagePixel).bytes ?? bytes;
    });
    return codestreamImageBytes(made, codestreams);
  },
];

export const DEEP_COLOUR_CELLS: readonly PixelCell[] = [
  byBridge('HTJ2K, RGB of 16 bits', '.201', { ...RGB, ...bits(16, 16) }),
  byBridge('HTJ2K RPCL, YBR_FULL of 12 bits', '.202', {
    photometricInterpretation: 'YBR_FULL',
    ...bits(16, 12),
    cells: cells(3, 12),
  }),
  byBridge('HTJ2K, YBR_FULL', '.201', { photometricInterpretation: 'YBR_FULL' }),
];

/** Codestreams of OpenJPEG, one a frame. */
const byOpenJpeg = (
  name: string,
  ending: string,
  changes: Partial<SyntheticImage>,
  options: readonly string[],
): PixelCell => [
  name,
  () => {
    const made = image({ ...size, ...changes, transferSyntaxUID: COMPRESSED + ending });
    const samples = samplesOf(made.photometricInterpretation);
    const codestreams = made.cells.map((frame) => {
      const planes = Array.from({ length: samples }, (_, sample) =>
        frame.filter((__, index) => index % samples === sample),
      ).flat();
      const sign = made.pixelRepresentation === 1 ? 's' : 'u';
      const format = `${made.columns},${made.rows},${samples},${made.bitsStored},${sign}`;
      const bytes = nativeBytes(
        [planes.map((cell) => cell % 2 ** made.bitsStored)],
        made.bitsStored > 8 ? 16 : 8,
      );
      return encodedByOpenJpeg(bytes, format, options);
    });
    return codestreamImageBytes(made, codestreams);
  },
];

export const JPEG_2000_CELLS: readonly PixelCell[] = [
  byOpenJpeg('8 bits signed', '.90', SIGNED, []),
  byOpenJpeg('8 bits signed, with loss', '.91', SIGNED, ['-I', '-r', '2']),
  byOpenJpeg('RGB of 8 bits signed', '.90', { ...RGB, ...SIGNED, frames: 1 }, ['-mct', '0']),
  byOpenJpeg('16 bits signed', '.90', { ...bits(16, 16), ...SIGNED }, []),
  byOpenJpeg('RGB of 16 bits', '.90', { ...RGB, ...bits(16, 16) }, ['-mct', '0']),
  byOpenJpeg(
    'YBR_RCT of 12 bits',
    '.90',
    { photometricInterpretation: 'YBR_RCT', ...bits(16, 12), cells: cells(3, 12) },
    ['-mct', '1'],
  ),
  byOpenJpeg(
    'YBR_ICT of 12 bits',
    '.91',
    { photometricInterpretation: 'YBR_ICT', ...bits(16, 12), cells: cells(3, 12) },
    ['-I', '-mct', '1', '-r', '4'],
  ),
  byOpenJpeg('8 of 16 bits', '.90', { ...bits(16, 8), cells: cells(1, 8) }, []),
  byOpenJpeg('RGB, 8 of 16 bits', '.90', { ...RGB, ...bits(16, 8), cells: cells(3, 8) }, ['-mct', '0']),
  byOpenJpeg('several tiles', '.90', bits(16, 16), ['-t', '32,32']),
];

const GREY = (stored: 8 | 12 | 16) =>
  image({
    ...size,
    ...bits(stored === 8 ? 8 : 16, stored),
    cells: [smooth(ROWS * COLUMNS, 2 ** stored), smooth(ROWS * COLUMNS, 2 ** stored).reverse()],
  });
const COLOUR = image({
  ...size,
  ...RGB,
  cells: [smooth(ROWS * COLUMNS * 3, 256), smooth(ROWS * COLUMNS * 3, 256).reverse()],
});
const EIGHT_OF_SIXTEEN = image({ ...size, ...bits(16, 8), cells: cells(1, 8) });
/** Of frames that take several fragments of a kilobyte. */
const NOISE = image({ ...size, ...bits(16, 16), frames: 3 });

const byDcmtk = (
  name: string,
  program: string,
  options: readonly string[],
  made: SyntheticImage,
): PixelCell => [name, () => encodedIndependently(imageBytes(made), program, options)];

export const DCMTK_CELLS: readonly PixelCell[] = [
  byDcmtk('JPEG baseline, 4:4:4', 'dcmcjpeg', ['+eb', '+s4'], COLOUR),
  byDcmtk('JPEG baseline, 4:2:2', 'dcmcjpeg', ['+eb', '+s2'], COLOUR),
  byDcmtk('JPEG baseline, RGB', 'dcmcjpeg', ['+eb', '+cr'], COLOUR),
  byDcmtk('JPEG baseline, grey', 'dcmcjpeg', ['+eb'], GREY(8)),
  byDcmtk('JPEG extended, 12 bits', 'dcmcjpeg', ['+ee', '+bt'], GREY(12)),
  byDcmtk('JPEG lossless, selection value 1', 'dcmcjpeg', ['+e1'], GREY(16)),
  byDcmtk('JPEG lossless, selection value 4', 'dcmcjpeg', ['+el', '+sv', '4'], GREY(12)),
  byDcmtk('JPEG lossless, selection value 7', 'dcmcjpeg', ['+el', '+sv', '7'], COLOUR),
  byDcmtk('JPEG-LS, lossless', 'dcmcjpls', ['+el'], GREY(12)),
  byDcmtk('JPEG-LS, near-lossless colour', 'dcmcjpls', ['+en', '+md', '2'], COLOUR),
  byDcmtk('JPEG lossless, 8 of 16 bits', 'dcmcjpeg', ['+e1'], EIGHT_OF_SIXTEEN),
  byDcmtk('JPEG-LS, 8 of 16 bits', 'dcmcjpls', ['+el'], EIGHT_OF_SIXTEEN),
  byDcmtk('RLE', 'dcmcrle', [], COLOUR),
  byDcmtk('JPEG in several fragments a frame, by the table', 'dcmcjpeg', ['+e1', '+fs', '1'], NOISE),
  byDcmtk('JPEG in several fragments a frame, no table', 'dcmcjpeg', ['+e1', '+fs', '1', '-ot'], NOISE),
  byDcmtk('JPEG-LS in several fragments a frame', 'dcmcjpls', ['+el', '+fs', '1', '-ot'], NOISE),
  byDcmtk('RLE in several fragments a frame', 'dcmcrle', ['+fs', '1'], NOISE),
  byDcmtk('RLE without a table', 'dcmcrle', ['-ot'], NOISE),
];
