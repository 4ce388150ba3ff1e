// Reads stored files with libraries and programs that share no code with the engine: dcmtk and dcmjs.
import dcmjs from 'dcmjs';
import { decodedIndependently } from '../integration/independentDecoders.ts';

type Stored = ReturnType<typeof dcmjs.data.DicomMessage.readFile>;
type Dict = Stored['dict'];

// It tells of every VR that it has to guess.
dcmjs.log.getLogger('validation.dcmjs').setLevel('silent');

const read = (bytes: Uint8Array): Stored => dcmjs.data.DicomMessage.readFile(new Uint8Array(bytes).buffer);

const numberOf = (dict: Dict, tag: string, otherwise: number): number =>
  Number(dict[tag]?.Value[0] ?? otherwise);

export interface StoredImage {
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  /** Bytes of one pixel, all its samples. */
  readonly pixelBytes: number;
  /** Of all frames, one after the other, pixel by pixel. */
  readonly pixels: Uint8Array;
}

/** The pixels of a file, uncompressed, colour by pixel. */
export const storedImage = (bytes: Uint8Array): StoredImage => {
  const transferSyntaxUID = String(read(bytes).meta['00020010']?.Value[0]);
  const uncompressed = decodedIndependently(bytes, transferSyntaxUID);
  if (uncompressed === null) throw new Error('the file cannot be decoded');
  const { dict } = read(uncompressed);
  const [rows, columns] = [numberOf(dict, '00280010', 0), numberOf(dict, '00280011', 0)];
  const frames = numberOf(dict, '00280008', 1);
  const pixelBytes = (numberOf(dict, '00280002', 1) * numberOf(dict, '00280100', 8)) / 8;
  const pixels = new Uint8Array(dict['7FE00010']?.Value[0] as ArrayBuffer);
  return { rows, columns, frames, pixelBytes, pixels };
};

/** One pixel as a text; row and column count from 0, frames from 1. */
export const pixelAt = (image: StoredImage, frame: number, row: number, column: number): string => {
  const start = (((frame - 1) * image.rows + row) * image.columns + column) * image.pixelBytes;
  return image.pixels.subarray(start, start + image.pixelBytes).join(' ');
};

/** Attributes whose values name a person, a place or a visit, whatever their VR. */
const IDENTIFYING_TAGS: ReadonlySet<string> = new Set([
  '00080050',
  '00080080',
  '00080081',
  '00100020',
  '00100030',
]);
const DICOM_ROOT = '1.2.840.10008.';
const LEAST_LETTERS = 4;

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  const { Alphabetic } = (value ?? {}) as { readonly Alphabetic?: unknown };
  return typeof Alphabetic === 'string' ? [Alphabetic] : [];
};

const identifiersIn = (dict: Dict): readonly string[] =>
  Object.entries(dict).flatMap(([tag, element]) => {
    const { vr = '', Value = [] } = element ?? {};
    if (vr === 'SQ') return (Value as readonly Dict[]).flatMap(identifiersIn);
    const texts = Value.flatMap(textsOf);
    if (vr === 'PN') return texts.flatMap((text) => text.split(/[\^= ]+/));
    if (vr === 'UI') return texts.filter((uid) => !uid.startsWith(DICOM_ROOT));
    return IDENTIFYING_TAGS.has(tag) ? texts : [];
  });

/** The values of a file that no copy may hold anywhere; names by their parts, none too short to be told from chance. */
export const identifiersOf = (bytes: Uint8Array): readonly string[] => [
  ...new Set(identifiersIn(read(bytes).dict).filter((text) => text.length >= LEAST_LETTERS)),
];

/** The first value of a numeric attribute. */
export const numberIn = (bytes: Uint8Array, tag: string): number =>
  numberOf(read(bytes).dict, tag, Number.NaN);

/** The first value of an attribute as text. */
export const valueOf = (bytes: Uint8Array, tag: string): string =>
  read(bytes).dict[tag]?.Value.flatMap(textsOf)[0] ?? '';
