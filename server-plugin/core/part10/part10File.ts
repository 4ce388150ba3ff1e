import { CodedError } from '../errors/index.ts';
import { ByteReader } from './byteReader.ts';
import { concatenate, MemorySource, type ByteSource } from './byteSource.ts';
import { find, type DataElement, type Dataset, type Encoding } from './element.ts';
import { readElements } from './tokenizer.ts';
import { groupOf, TAG } from './tag.ts';
import { transferSyntaxOf, type TransferSyntax } from './transferSyntax.ts';

/** A DICOM file (PS3.10 section 7) as a map of its bytes. */
export interface Part10File {
  /** The bytes that all offsets refer to: those of the file; of a deflated one, with the dataset inflated. */
  readonly source: ByteSource;
  /** File Meta Information, group 0002, from byte 132. */
  readonly meta: Dataset;
  /** Where the Dataset begins. */
  readonly datasetStart: number;
  readonly dataset: Dataset;
  readonly transferSyntax: TransferSyntax;
}

/** Raw deflate without a header (RFC 1951; PS3.5 section A.5), both ways; the edge chooses the library. */
export interface Deflate {
  readonly inflate: (bytes: Uint8Array) => Uint8Array;
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
}

const PREAMBLE_BYTES = 128;
const META_START = PREAMBLE_BYTES + 4;
const DICM = 0x4449434d;
const META_ENCODING: Encoding = { explicitVR: true, littleEndian: true };

/** Group 0002 ends where the first other group begins: the group length is often wrong and not needed. */
const endOfMeta = (reader: ByteReader): number => {
  let at = META_START;
  while (at + 8 <= reader.source.size && groupOf(reader.tag(at, true)) === 2) {
    at = readMetaElementEnd(reader, at);
  }
  return at;
};

const readMetaElementEnd = (reader: ByteReader, start: number): number => {
  const code = reader.uint16(start + 4, false);
  const long = code === 0x4f42 || code === 0x554e || code === 0x5554; // OB, UN, UT
  return long ? start + 12 + reader.uint32(start + 8, true) : start + 8 + reader.uint16(start + 6, true);
};

/** The text of a UI value: trailing NULs, and the spaces that some writers use, taken off (PS3.5 section 6.2). */
const uidText = (source: ByteSource, element: DataElement): string =>
  String.fromCharCode(...source.read(element.valueStart, element.valueEnd)).replace(/[\0 ]+$/, '');

const inflated = (source: ByteSource, datasetStart: number, { inflate }: Deflate): ByteSource => {
  let dataset: Uint8Array;
  try {
    dataset = inflate(source.read(datasetStart, source.size));
  } catch (cause) {
    throw new CodedError('PART10_DEFLATE', null, { cause });
  }
  const meta = source.read(0, datasetStart);
  const whole = concatenate([
    { source: new MemorySource(meta), start: 0, end: meta.length },
    { source: new MemorySource(dataset), start: 0, end: dataset.length },
  ]);
  return new MemorySource(whole);
};

/**
 * Reads where everything lies in a DICOM file, nested Data Elements included. No value but the Transfer Syntax UID is read.
 *
 * @throws CodedError PART10_NOT_DICOM, PART10_UNKNOWN_TRANSFER_SYNTAX, PART10_DEFLATE and those of `readElements`
 * @see PS3.10 section 7.1
 */
export const readPart10 = (source: ByteSource, deflate: Deflate): Part10File => {
  const fileReader = new ByteReader(source);
  if (source.size < META_START || fileReader.uint32(PREAMBLE_BYTES, false) !== DICM) {
    throw new CodedError('PART10_NOT_DICOM');
  }
  const datasetStart = endOfMeta(fileReader);
  if (datasetStart > source.size) throw new CodedError('PART10_TRUNCATED', 'File Meta Information');
  const { dataset: meta } = readElements(fileReader, META_START, datasetStart, false, META_ENCODING);
  const uidElement = find(meta, TAG.TransferSyntaxUID);
  const transferSyntax = uidElement === undefined ? undefined : transferSyntaxOf(uidText(source, uidElement));
  if (transferSyntax === undefined)
    throw new CodedError('PART10_UNKNOWN_TRANSFER_SYNTAX', 'TransferSyntaxUID');

  const whole = transferSyntax.deflated ? inflated(source, datasetStart, deflate) : source;
  const reader = whole === source ? fileReader : new ByteReader(whole);
  const { dataset } = readElements(reader, datasetStart, whole.size, false, transferSyntax.encoding);
  return { source: whole, meta, datasetStart, dataset, transferSyntax };
};
