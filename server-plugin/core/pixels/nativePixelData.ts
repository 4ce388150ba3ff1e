import { CodedError } from '../errors/index.ts';
import { nameOf, type ByteSource, type DataElement, type Part10File, type VR } from '../part10/index.ts';
import { findPixelData, type ImagePixel } from './imagePixel.ts';
import { redactFrame } from './redactFrame.ts';
import type { Redactions } from './redactions.ts';
import { frameBits, StoredPixels } from './storedPixels.ts';

/** Bytes in big endian order are words of these lengths (PS3.5 section 7.3); of single bytes in all other VRs. */
const WORD_BYTES: Readonly<Partial<Record<VR, number>>> = { OW: 2, OF: 4, OL: 4, OD: 8, OV: 8 };

/** Turns every word round, in place: from big endian to little endian, and back. */
const swapWords = (bytes: Uint8Array, wordBytes: number): void => {
  for (let start = 0; start < bytes.length; start += wordBytes) {
    for (let low = start, high = start + wordBytes - 1; low < high; low++, high--) {
      const byte = bytes[low] ?? 0;
      bytes[low] = bytes[high] ?? 0;
      bytes[high] = byte;
    }
  }
};

const wordBytesOf = (file: Part10File, { vr, tag }: DataElement, { bitsAllocated }: ImagePixel): number => {
  if (file.dataset.encoding.littleEndian) return 1;
  const wordBytes = WORD_BYTES[vr] ?? 1;
  if (wordBytes === 1 && bitsAllocated > 8) throw new CodedError('PIXELS_ATTRIBUTE_INVALID', nameOf(tag));
  return wordBytes;
};

const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step;
const roundDown = (value: number, step: number): number => Math.floor(value / step) * step;

/**
 * Uncompressed frames where they lie in the value. They follow each other bit by bit (PS3.5 section 8.1.1): where one bit is
 * allocated, or bytes are words, a frame can begin in the middle of a byte or word of its neighbour.
 */
export class NativePixelData {
  readonly imagePixel: ImagePixel;
  /** The bytes that the frames take, in whole words; the value may have a padding byte more. */
  readonly size: number;
  readonly #source: ByteSource;
  readonly #valueStart: number;
  readonly #wordBytes: number;
  readonly #frameBits: number;

  /**
   * @throws CodedError PIXELS_LENGTH_MISMATCH where the value is too short, or so long that the attributes cannot be right: half a
   * frame more than they tell, as of YBR_FULL that says YBR_FULL_422
   */
  constructor(file: Part10File, element: DataElement, imagePixel: ImagePixel) {
    this.imagePixel = imagePixel;
    this.#source = file.source;
    this.#valueStart = element.valueStart;
    this.#wordBytes = wordBytesOf(file, element, imagePixel);
    this.#frameBits = frameBits(imagePixel);
    this.size = roundUp((this.#frameBits * imagePixel.numberOfFrames) / 8, this.#wordBytes);
    const excess = element.valueEnd - element.valueStart - this.size;
    if (excess < 0 || (excess > 1 && excess >= this.#frameBits / 16))
      throw new CodedError('PIXELS_LENGTH_MISMATCH', nameOf(element.tag));
  }

  /** One frame, 0-based, as little endian bytes of its own. */
  frame(index: number): Uint8Array {
    const { bytes, firstByte } = this.#read(index, index + 1);
    const firstBit = index * this.#frameBits - firstByte * 8;
    const length = Math.ceil(this.#frameBits / 8);
    if (this.#frameBits % 8 === 0) return bytes.slice(firstBit / 8, firstBit / 8 + length);
    const from = new StoredPixels(this.imagePixel, bytes, firstBit);
    const frame = new Uint8Array(length);
    const to = new StoredPixels(this.imagePixel, frame);
    for (let pixel = 0; pixel < this.#frameBits; pixel++) to.set(pixel, 0, from.get(pixel, 0));
    return frame;
  }

  /** The frames that have a part in the bytes [start, end): 0-based, the last one excluded. */
  framesWithin(start: number, end: number): readonly [first: number, end: number] {
    const endFrame = Math.ceil((end * 8) / this.#frameBits);
    return [Math.floor((start * 8) / this.#frameBits), Math.min(this.imagePixel.numberOfFrames, endFrame)];
  }

  /** The bytes of whole frames [first, end), as they are to be in the file. */
  redacted(
    first: number,
    end: number,
    redactions: Redactions,
  ): { readonly bytes: Uint8Array; readonly firstByte: number } {
    const { bytes, firstByte } = this.#read(first, end);
    for (let frame = first; frame < end; frame++) {
      if (!redactions.touch(frame)) continue;
      const firstBit = frame * this.#frameBits - firstByte * 8;
      const pixels = new StoredPixels(
        this.imagePixel,
        bytes.subarray(Math.floor(firstBit / 8)),
        firstBit % 8,
      );
      redactFrame(pixels, redactions.of(frame, this.imagePixel));
    }
    this.#swap(bytes);
    return { bytes, firstByte };
  }

  #swap(bytes: Uint8Array): void {
    if (this.#wordBytes > 1) swapWords(bytes, this.#wordBytes);
  }

  /** A copy of the words that frames [first, end) have a part in, in little endian. */
  #read(first: number, end: number): { bytes: Uint8Array; firstByte: number } {
    const firstByte = roundDown((first * this.#frameBits) / 8, this.#wordBytes);
    const endByte = roundUp((end * this.#frameBits) / 8, this.#wordBytes);
    const bytes = this.#source.read(this.#valueStart + firstByte, this.#valueStart + endByte).slice();
    this.#swap(bytes);
    return { bytes, firstByte };
  }
}

/** The uncompressed pixels of a file; null where they are encapsulated. */
export const nativePixelDataOf = (file: Part10File, imagePixel: ImagePixel): NativePixelData | null => {
  const element = findPixelData(file);
  return element === undefined || element.fragments !== null
    ? null
    : new NativePixelData(file, element, imagePixel);
};

/** Uncompressed Pixel Data with redactions that are made when they are read: a gigabyte of frames is never in memory at once. */
export class RedactedSource implements ByteSource {
  readonly #pixelData: NativePixelData;
  readonly #redactions: Redactions;
  /** The frames read last, so that reads smaller than a frame do not redact it again each time. */
  #window: { readonly bytes: Uint8Array; readonly firstByte: number } = {
    bytes: new Uint8Array(),
    firstByte: 0,
  };

  constructor(pixelData: NativePixelData, redactions: Redactions) {
    this.#pixelData = pixelData;
    this.#redactions = redactions;
  }

  get size(): number {
    return this.#pixelData.size;
  }

  read(start: number, end: number): Uint8Array {
    const windowEnd = this.#window.firstByte + this.#window.bytes.length;
    if (start < this.#window.firstByte || end > windowEnd) {
      const [firstFrame, endFrame] = this.#pixelData.framesWithin(start, end);
      this.#window = this.#pixelData.redacted(firstFrame, endFrame, this.#redactions);
    }
    return this.#window.bytes.subarray(start - this.#window.firstByte, end - this.#window.firstByte);
  }
}
