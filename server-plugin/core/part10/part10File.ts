import { CodedError } from '../errors/index.ts';
import { ByteReader } from './byteReader.ts';
import { concatenate, MemorySource, segmentOf, type ByteSource } from './byteSource.ts';
import { DEFAULT_CHARACTER_SET } from './characterSet.ts';
import { find, type Dataset, type Encoding } from './element.ts';
import { Tokenizer } from './tokenizer.ts';
import { TAG } from './tag.ts';
import { textOf } from './text.ts';
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

const transferSyntaxIn = (source: ByteSource, meta: Dataset): TransferSyntax => {
  const element = find(meta, TAG.TransferSyntaxUID);
  const syntax = element && transferSyntaxOf(textOf(source, element, DEFAULT_CHARACTER_SET));
  if (syntax === undefined) throw new CodedError('PART10_UNKNOWN_TRANSFER_SYNTAX', 'TransferSyntaxUID');
  return syntax;
};

const inflated = (source: ByteSource, datasetStart: number, { inflate }: Deflate): ByteSource => {
  let dataset: Uint8Array;
  try {
    dataset = inflate(source.read(datasetStart, source.size));
  } catch (cause) {
    throw new CodedError('PART10_DEFLATE', null, { cause });
  }
  return new MemorySource(concatenate([{ source, start: 0, end: datasetStart }, segmentOf(dataset)]));
};

/**
 * Reads where everything lies in a DICOM file, nested Data Elements included. No value but the Transfer Syntax UID is read.
 *
 * @throws CodedError PART10_NOT_DICOM, PART10_UNKNOWN_TRANSFER_SYNTAX, PART10_DEFLATE and those of `Tokenizer.dataset`
 * @see PS3.10 section 7.1
 */
export const readPart10 = (source: ByteSource, deflate: Deflate): Part10File => {
  const fileReader = new ByteReader(source);
  if (source.size < META_START || fileReader.uint32(PREAMBLE_BYTES, false) !== DICM) {
    throw new CodedError('PART10_NOT_DICOM');
  }
  const { dataset: meta, end: datasetStart } = new Tokenizer(fileReader).group(2, META_START, META_ENCODING);
  const transferSyntax = transferSyntaxIn(source, meta);

  const whole = transferSyntax.deflated ? inflated(source, datasetStart, deflate) : source;
  const reader = whole === source ? fileReader : new ByteReader(whole);
  const dataset = new Tokenizer(reader).dataset(datasetStart, transferSyntax.encoding);
  return { source: whole, meta, datasetStart, dataset, transferSyntax };
};
