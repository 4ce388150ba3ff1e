import { concatenate, segmentOf } from '@pseudonymize-redact/core/part10';
import { codecFailed } from './nativeCodecs.ts';

/** Marker codes of ISO 15444-1 table A.2. */
const SOC = 0xff4f;
const SIZ = 0xff51;
const COD = 0xff52;
const TLM = 0xff55;
const SOT = 0xff90;
const SOD = 0xff93;
const EOC = 0xffd9;

/** Progression orders of ISO 15444-1 table A.16. */
export const RPCL = 2;
export const CPRL = 4;

const SOT_BYTES = 12;
const SOD_BYTES = 2;
/** A precinct of the greatest size covers the whole image only where it is no larger (ISO 15444-1 section B.6). */
export const LARGEST_PRECINCT = 2 ** 15;

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

interface TilePart {
  readonly sot: Uint8Array;
  readonly data: Uint8Array;
}

interface Codestream {
  /** Marker segments of the main header, the markers included. */
  readonly header: readonly Uint8Array[];
  readonly tileParts: readonly TilePart[];
}

const markerOf = (segment: Uint8Array): number => viewOf(segment).getUint16(0);

/** Takes a codestream of one tile apart (ISO 15444-1 annex A). */
const parse = (bytes: Uint8Array): Codestream => {
  const view = viewOf(bytes);
  const header: Uint8Array[] = [];
  let at = 2;
  while (view.getUint16(at) !== SOT) {
    const end = at + 2 + view.getUint16(at + 2);
    header.push(bytes.subarray(at, end));
    at = end;
  }
  const tileParts: TilePart[] = [];
  while (view.getUint16(at) === SOT) {
    const end = at + view.getUint32(at + 6);
    if (view.getUint16(at + 4) !== 0 || view.getUint16(at + SOT_BYTES) !== SOD)
      throw codecFailed('tiles of a component');
    const sot = bytes.subarray(at, at + SOT_BYTES);
    tileParts.push({ sot, data: bytes.subarray(at + SOT_BYTES + SOD_BYTES, end) });
    at = end;
  }
  if (view.getUint16(at) !== EOC) throw codecFailed('end of a component');
  return { header, tileParts };
};

const markerBytes = (marker: number): Uint8Array => Uint8Array.of(marker >>> 8, marker & 0xff);

/** The size of as many components as there are, all like the first one (ISO 15444-1 section A.5.1). */
const sizeOf = (segment: Uint8Array, components: number): Uint8Array => {
  const like = segment.subarray(40, 43);
  const size = concatenate([
    segmentOf(segment.subarray(0, 40)),
    ...Array.from({ length: components }, () => segmentOf(like)),
  ]);
  viewOf(size).setUint16(2, size.length - 2);
  viewOf(size).setUint16(38, components);
  return size;
};

/** Lengths of the tile-parts, each told in 2 bytes of a tile and 4 of a length (ISO 15444-1 section A.7.1). */
const lengthsOf = (segment: Uint8Array, lengths: readonly number[]): Uint8Array => {
  const out = segment.slice();
  if (out[5] !== 0x60 || out.length !== 6 + lengths.length * 6) throw codecFailed('TLM of a component');
  lengths.forEach((length, index) => viewOf(out).setUint32(6 + index * 6 + 2, length));
  return out;
};

const joinedSegment = (
  segment: Uint8Array,
  components: number,
  progression: number,
  lengths: readonly number[],
): Uint8Array => {
  switch (markerOf(segment)) {
    case SIZ:
      return sizeOf(segment, components);
    case COD:
      return segment.with(5, progression);
    case TLM:
      return lengthsOf(segment, lengths);
    default:
      return segment;
  }
};

const sameBytes = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a?.length === b.length && a.every((byte, index) => byte === b[index]);

/** Quantization, coding style and size must be those of all components, as one header will tell them. */
const checkAlike = ([first, ...others]: readonly Codestream[]): void => {
  for (const { header, tileParts } of others) {
    const alike =
      tileParts.length === first?.tileParts.length &&
      header.length === first.header.length &&
      header.every((segment, index) => markerOf(segment) === TLM || sameBytes(first.header[index], segment));
    if (!alike) throw codecFailed('components that differ');
  }
};

/**
 * One codestream of components that were encoded each on its own, and in which no component is transformed: the packets of the
 * components follow each other. That is the order CPRL where each has one tile-part, and RPCL where each tile-part is a resolution,
 * if no resolution has more than one precinct.
 *
 * @param codestreams of one component and one tile each, alike but for their packets
 * @param progression CPRL or RPCL, in which each was encoded
 * @throws CodedError PIXELS_CODEC_FAILED where they are not alike
 * @see ISO 15444-1 section B.12
 */
export const joinedCodestream = (
  codestreams: readonly Uint8Array[],
  progression: typeof CPRL | typeof RPCL,
): Uint8Array => {
  const components = codestreams.map(parse);
  checkAlike(components);
  const [first] = components;
  if (first === undefined || (progression === CPRL && first.tileParts.length !== 1))
    throw codecFailed('tile-parts of a component');
  const tileParts = first.tileParts.map(({ sot }, index) => {
    const packets = components.map(({ tileParts: parts }) => parts[index]?.data ?? new Uint8Array());
    const length = packets.reduce((sum, { length: more }) => sum + more, SOT_BYTES + SOD_BYTES);
    const header = sot.slice();
    viewOf(header).setUint32(6, length);
    return { length, pieces: [header, markerBytes(SOD), ...packets] };
  });
  const lengths = tileParts.map(({ length }) => length);
  const pieces = [
    markerBytes(SOC),
    ...first.header.map((segment) => joinedSegment(segment, components.length, progression, lengths)),
    ...tileParts.flatMap(({ pieces: ofPart }) => ofPart),
    markerBytes(EOC),
  ];
  return concatenate(pieces.map(segmentOf));
};
