// Images for the tests of pixel redaction: every cell of the matrix photometric interpretation × bits × planes × sign × syntax.
// Cells are numbers here, and written to bytes by code that shares nothing with core/pixels.
import { MemorySource, readPart10, type Deflate, type Part10File } from '@pseudonymize-redact/core/part10';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  buildPart10,
  EXPLICIT_BIG_ENDIAN,
  EXPLICIT_LITTLE_ENDIAN,
  RLE_LOSSLESS,
  type SyntheticElement,
} from './buildPart10.ts';

export const DEFLATE: Deflate = {
  inflate: (bytes) => new Uint8Array(inflateRawSync(bytes)),
  deflate: (bytes) => new Uint8Array(deflateRawSync(bytes)),
};

export interface SyntheticImage {
  readonly transferSyntaxUID: string;
  readonly photometricInterpretation: string;
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
  readonly bitsAllocated: number;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly pixelRepresentation: 0 | 1;
  readonly planarConfiguration: 0 | 1;
  /** One frame after the other, cells in the order of the bytes, as unsigned numbers. */
  readonly cells: readonly (readonly number[])[];
  readonly elements?: readonly SyntheticElement[];
}

export const samplesOf = (photometricInterpretation: string): number =>
  /^(RGB|YBR)/.test(photometricInterpretation) ? 3 : 1;

export const cellsPerFrame = (
  image: Pick<SyntheticImage, 'rows' | 'columns' | 'photometricInterpretation'>,
): number =>
  image.rows *
  image.columns *
  (image.photometricInterpretation.endsWith('422') ? 2 : samplesOf(image.photometricInterpretation));

/** Numbers that look random and are the same at every run. */
export const noise = (count: number, bits: number, seed = 1): number[] => {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return bits === 32 ? state : (state >>> 8) % 2 ** Math.min(bits, 24);
  });
};

/** Frames after each other, cells least significant bit first (PS3.5 section 8.1.1). */
export const nativeBytes = (frames: readonly (readonly number[])[], bitsAllocated: number): Uint8Array => {
  const cells = frames.flat();
  if (bitsAllocated === 1) {
    const bytes = new Uint8Array(Math.ceil(cells.length / 8));
    cells.forEach((cell, index) => {
      if (cell === 1) bytes[index >> 3] = (bytes[index >> 3] ?? 0) + 2 ** (index % 8);
    });
    return bytes;
  }
  const size = bitsAllocated / 8;
  return Uint8Array.from(
    cells.flatMap((cell) => Array.from({ length: size }, (_, byte) => Math.floor(cell / 256 ** byte) % 256)),
  );
};

/** The reverse of `nativeBytes`. */
export const cellsOf = (bytes: Uint8Array, bitsAllocated: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => {
    if (bitsAllocated === 1) return Math.floor((bytes[index >> 3] ?? 0) / 2 ** (index % 8)) % 2;
    const size = bitsAllocated / 8;
    return Array.from({ length: size }, (__, byte) => (bytes[index * size + byte] ?? 0) * 256 ** byte).reduce(
      (sum, value) => sum + value,
      0,
    );
  });

/** OW in big endian: the two bytes of every word change places. */
export const swapped = (bytes: Uint8Array): Uint8Array => {
  const even = new Uint8Array(bytes.length + (bytes.length % 2));
  even.set(bytes);
  return even.map((_, index) => even[index ^ 1] ?? 0);
};

/** RLE with nothing but literal runs of one byte: valid, and as plain as can be (PS3.5 annex G). */
export const literalRle = (image: SyntheticImage, cells: readonly number[]): Uint8Array => {
  const samples = samplesOf(image.photometricInterpretation);
  const pixels = image.rows * image.columns;
  const segments: number[][] = [];
  for (let sample = 0; sample < samples; sample++) {
    for (let byte = image.bitsAllocated / 8 - 1; byte >= 0; byte--) {
      const segment: number[] = [];
      for (let pixel = 0; pixel < pixels; pixel++) {
        const index = image.planarConfiguration === 1 ? sample * pixels + pixel : pixel * samples + sample;
        segment.push(0, Math.floor((cells[index] ?? 0) / 256 ** byte) % 256);
      }
      segments.push(segment);
    }
  }
  const header = new Uint32Array(16);
  header[0] = segments.length;
  let offset = 64;
  segments.forEach((segment, index) => {
    header[index + 1] = offset;
    offset += segment.length;
  });
  return Uint8Array.from([...new Uint8Array(header.buffer), ...segments.flat()]);
};

const pixelDataElement = (image: SyntheticImage): SyntheticElement => {
  if (image.transferSyntaxUID === RLE_LOSSLESS) {
    const fragments = image.cells.map((cells) => literalRle(image, cells));
    let offset = 0;
    const offsetTable = fragments.map(({ length }) => (offset += length + 8) - length - 8);
    return { tag: 0x7fe00010, vr: 'OB', value: { offsetTable, fragments } };
  }
  const bytes = nativeBytes(image.cells, image.bitsAllocated);
  const even = new Uint8Array(bytes.length + (bytes.length % 2));
  even.set(bytes);
  const value = image.transferSyntaxUID === EXPLICIT_BIG_ENDIAN ? swapped(bytes) : even;
  return { tag: 0x7fe00010, vr: 'OW', value };
};

/** The Image Pixel Module of an image, as elements. */
export const imagePixelElements = (image: Omit<SyntheticImage, 'cells'>): SyntheticElement[] => {
  const samples = samplesOf(image.photometricInterpretation);
  return [
    { tag: 0x00280002, vr: 'US', value: [samples] },
    { tag: 0x00280004, vr: 'CS', value: image.photometricInterpretation },
    ...(samples === 1 ? [] : [{ tag: 0x00280006, vr: 'US', value: [image.planarConfiguration] }]),
    { tag: 0x00280008, vr: 'IS', value: String(image.frames) },
    { tag: 0x00280010, vr: 'US', value: [image.rows] },
    { tag: 0x00280011, vr: 'US', value: [image.columns] },
    { tag: 0x00280100, vr: 'US', value: [image.bitsAllocated] },
    { tag: 0x00280101, vr: 'US', value: [image.bitsStored] },
    { tag: 0x00280102, vr: 'US', value: [image.highBit] },
    { tag: 0x00280103, vr: 'US', value: [image.pixelRepresentation] },
  ];
};

export const imageBytes = (image: SyntheticImage): Uint8Array => {
  const elements = [...imagePixelElements(image), ...(image.elements ?? []), pixelDataElement(image)];
  const byTag = new Map(elements.map((element) => [element.tag, element]));
  return buildPart10({
    transferSyntaxUID: image.transferSyntaxUID,
    elements: [...byTag.values()].sort((a, b) => a.tag - b.tag),
  });
};

export const parse = (bytes: Uint8Array): Part10File => readPart10(new MemorySource(bytes), DEFLATE);

/** A grey image of 8 bits in two frames, changed as the test wants. */
export const image = (changes: Partial<SyntheticImage> = {}): SyntheticImage => {
  const base = {
    transferSyntaxUID: EXPLICIT_LITTLE_ENDIAN,
    photometricInterpretation: 'MONOCHROME2',
    rows: 7,
    columns: 10,
    frames: 2,
    bitsAllocated: 8,
    bitsStored: 8,
    highBit: 7,
    pixelRepresentation: 0 as const,
    planarConfiguration: 0 as const,
    ...changes,
  };
  const cells = Array.from({ length: base.frames }, (_, frame) =>
    noise(cellsPerFrame(base), base.bitsAllocated, frame + 1),
  );
  return { cells, ...base };
};
