// Frames in fragments, as few encoders write them and all readers must understand them (PS3.5 section A.4).
import { find, TAG } from '@pseudonymize-redact/core/part10';
import { buildPart10, RLE_LOSSLESS, type SyntheticElement } from '../synthetic/buildPart10.ts';
import { image, imageBytes, imagePixelElements, parse, type SyntheticImage } from '../synthetic/cellImage.ts';
import { COMPRESSED, compressedImageBytes } from '../synthetic/compressedImage.ts';
import { IDENTITY, type PixelCell } from './pixelCells.ts';

const ITEM_HEADER_BYTES = 8;
/** Even, as fragments are. */
const FRAGMENT_BYTES = 500;

type Frames = readonly (readonly Uint8Array[])[];

const made = (transferSyntaxUID: string, frames: number): SyntheticImage =>
  image({ rows: 41, columns: 57, frames, elements: IDENTITY, transferSyntaxUID });

/** The codestreams of an image, one a frame. */
const codestreamsOf = async (of: SyntheticImage): Promise<readonly Uint8Array[]> => {
  const bytes = of.transferSyntaxUID === RLE_LOSSLESS ? imageBytes(of) : await compressedImageBytes(of);
  const { dataset, source } = parse(bytes);
  const [, ...fragments] = find(dataset, TAG.PixelData)?.fragments ?? [];
  return fragments.map(({ valueStart, end }) => source.read(valueStart, end));
};

const split = (codestream: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(codestream.length / FRAGMENT_BYTES) }, (_, index) =>
    codestream.subarray(index * FRAGMENT_BYTES, (index + 1) * FRAGMENT_BYTES),
  );

const whole = (codestream: Uint8Array): readonly Uint8Array[] => [codestream];

const lengthsOf = (frames: Frames): readonly number[] =>
  frames.map((fragments) => fragments.reduce((sum, { length }) => sum + length + ITEM_HEADER_BYTES, 0));

const offsetsOf = (frames: Frames): readonly number[] => {
  const lengths = lengthsOf(frames);
  return frames.map((_, index) => lengths.slice(0, index).reduce((sum, length) => sum + length, 0));
};

const uint64s = (values: readonly number[]): Uint8Array =>
  new Uint8Array(BigUint64Array.from(values, BigInt).buffer);

const extendedTable = (frames: Frames): SyntheticElement[] => [
  { tag: 0x7fe00001, vr: 'OV', value: uint64s(offsetsOf(frames)) },
  {
    tag: 0x7fe00002,
    vr: 'OV',
    value: uint64s(lengthsOf(frames).map((length) => length - ITEM_HEADER_BYTES)),
  },
];

type Table = 'no table' | 'a basic table' | 'an extended table';

const cell = (
  name: string,
  transferSyntaxUID: string,
  frames: number,
  table: Table,
  fragmentsOf: typeof split,
): PixelCell => [
  `${name}, ${frames} frames, ${fragmentsOf === split ? 'several fragments' : 'one fragment'} a frame, ${table}`,
  async () => {
    const of = made(transferSyntaxUID, frames);
    const all = (await codestreamsOf(of)).map(fragmentsOf);
    const pixelData = {
      tag: TAG.PixelData,
      vr: 'OB',
      value: { offsetTable: table === 'a basic table' ? offsetsOf(all) : [], fragments: all.flat() },
    };
    return buildPart10({
      transferSyntaxUID,
      elements: [
        ...IDENTITY,
        ...imagePixelElements(of),
        ...(table === 'an extended table' ? extendedTable(all) : []),
        pixelData,
      ],
    });
  },
];

const SYNTAXES = [
  ['RLE', RLE_LOSSLESS],
  ['JPEG Lossless', `${COMPRESSED}.70`],
  ['JPEG-LS', `${COMPRESSED}.80`],
  ['JPEG 2000', `${COMPRESSED}.90`],
] as const;

export const FRAGMENTED_CELLS: readonly PixelCell[] = [
  ...SYNTAXES.flatMap(([name, uid]) => [
    cell(name, uid, 3, 'an extended table', whole),
    cell(name, uid, 3, 'a basic table', split),
    cell(name, uid, 1, 'no table', split),
  ]),
  cell('JPEG Lossless', `${COMPRESSED}.70`, 3, 'no table', split),
];
