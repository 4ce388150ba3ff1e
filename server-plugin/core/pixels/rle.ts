import { CodedError } from '../errors/index.ts';
import type { Frame, FrameCodec } from './frameCodec.ts';
import type { ImagePixel } from './imagePixel.ts';
import { isSubsampled } from './photometricInterpretation.ts';

const HEADER_BYTES = 64;
const MAX_SEGMENTS = 15;
const LONGEST_RUN = 128;

const failed = (what: string): CodedError => new CodedError('PIXELS_CODEC_FAILED', `RLE: ${what}`);

/** Where the bytes of one segment go in the uncompressed frame: from `first` on, every `step`-th. */
interface BytePlane {
  readonly first: number;
  readonly step: number;
}

const encodes = ({ bitsAllocated, photometricInterpretation }: ImagePixel): boolean =>
  bitsAllocated !== 1 && !isSubsampled(photometricInterpretation);

/** One segment for each byte of each sample, the most significant first (PS3.5 section G.2). */
const bytePlanes = (imagePixel: ImagePixel): readonly BytePlane[] => {
  const { rows, columns, samplesPerPixel, planarConfiguration, bitsAllocated } = imagePixel;
  if (!encodes(imagePixel)) throw failed('not for such pixels');
  const cellBytes = bitsAllocated / 8;
  const step = planarConfiguration === 1 ? cellBytes : cellBytes * samplesPerPixel;
  const sampleStep = planarConfiguration === 1 ? rows * columns * cellBytes : cellBytes;
  const planes: BytePlane[] = [];
  for (let sample = 0; sample < samplesPerPixel; sample++) {
    for (let byte = cellBytes - 1; byte >= 0; byte--)
      planes.push({ first: sample * sampleStep + byte, step });
  }
  return planes;
};

/** PackBits (PS3.5 section G.3.2); what follows the last pixel is padding. */
const decodeSegment = (
  segment: Uint8Array,
  out: Uint8Array,
  { first, step }: BytePlane,
  count: number,
): void => {
  let at = 0;
  let written = 0;
  while (written < count) {
    const control = segment[at++];
    if (control === undefined) throw failed('a segment ends too early');
    if (control === LONGEST_RUN) continue;
    const literal = control < LONGEST_RUN;
    const length = literal ? control + 1 : 257 - control;
    if (written + length > count) throw failed('a segment is too long');
    if (at + (literal ? length : 1) > segment.length) throw failed('a segment ends too early');
    for (let index = 0; index < length; index++)
      out[first + (written + index) * step] = segment[literal ? at + index : at] ?? 0;
    at += literal ? length : 1;
    written += length;
  }
};

const decode = ({ imagePixel, bytes }: Frame): Frame => {
  if (bytes.length < HEADER_BYTES) throw failed('no header');
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const planes = bytePlanes(imagePixel);
  if (header.getUint32(0, true) !== planes.length) throw failed('number of segments');
  const pixels = imagePixel.rows * imagePixel.columns;
  const out = new Uint8Array(planes.length * pixels);
  planes.forEach((plane, index) => {
    const start = header.getUint32(4 + index * 4, true);
    const end = index + 1 < planes.length ? header.getUint32(8 + index * 4, true) : bytes.length;
    if (start < HEADER_BYTES || end < start || end > bytes.length) throw failed('offset of a segment');
    decodeSegment(bytes.subarray(start, end), out, plane, pixels);
  });
  return { imagePixel, bytes: out };
};

/** How often the byte at `at` repeats, at most as often as one control byte can tell. */
const runLength = (bytes: Uint8Array, at: number, end: number): number => {
  const limit = Math.min(end, at + LONGEST_RUN);
  let next = at + 1;
  while (next < limit && bytes[next] === bytes[at]) next++;
  return next - at;
};

/** Appends one row; a run does not cross rows (PS3.5 section G.3.1). Returns the next free place. */
const encodeRow = (plane: Uint8Array, start: number, end: number, out: Uint8Array, to: number): number => {
  let at = start;
  while (at < end) {
    const run = runLength(plane, at, end);
    if (run > 1) {
      out[to++] = 257 - run;
      out[to++] = plane[at] ?? 0;
      at += run;
      continue;
    }
    // Runs of two inside literal bytes bring nothing.
    let literalEnd = at + 1;
    while (literalEnd < end && literalEnd - at < LONGEST_RUN && runLength(plane, literalEnd, end) < 3)
      literalEnd++;
    out[to++] = literalEnd - at - 1;
    out.set(plane.subarray(at, literalEnd), to);
    to += literalEnd - at;
    at = literalEnd;
  }
  return to;
};

/** Segments of even length (PS3.5 section G.3.1). */
const encodeSegment = (
  frame: Uint8Array,
  { first, step }: BytePlane,
  { rows, columns }: ImagePixel,
): Uint8Array => {
  const plane = new Uint8Array(rows * columns);
  for (let index = 0, at = first; index < plane.length; index++, at += step) plane[index] = frame[at] ?? 0;
  const out = new Uint8Array(rows * (columns + Math.ceil(columns / LONGEST_RUN) + 1) + 1);
  let length = 0;
  for (let row = 0; row < rows; row++)
    length = encodeRow(plane, row * columns, (row + 1) * columns, out, length);
  return out.subarray(0, length + (length % 2));
};

const encode = ({ imagePixel, bytes }: Frame): Frame => {
  const segments = bytePlanes(imagePixel).map((plane) => encodeSegment(bytes, plane, imagePixel));
  if (segments.length > MAX_SEGMENTS) throw failed('number of segments');
  const out = new Uint8Array(segments.reduce((sum, { length }) => sum + length, HEADER_BYTES));
  const header = new DataView(out.buffer);
  header.setUint32(0, segments.length, true);
  let at = HEADER_BYTES;
  segments.forEach((segment, index) => {
    header.setUint32(4 + index * 4, at, true);
    out.set(segment, at);
    at += segment.length;
  });
  return { imagePixel, bytes: out };
};

/** RLE Lossless (PS3.5 annex G), the project's own: pure, and as exact as its rules. */
export const RLE_CODEC: FrameCodec = { decode, encodes, encode };
