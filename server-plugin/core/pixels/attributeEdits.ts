import {
  DEFAULT_CHARACTER_SET,
  encodeNumbers,
  encodeText,
  find,
  textOf,
  type DataElement,
  type Edit,
  type NewElement,
  type NewValue,
  type Part10File,
  type Tag,
  type VR,
} from '../part10/index.ts';
import type { ImagePixel } from './imagePixel.ts';
import { IMAGE_PIXEL_TAG } from './imagePixelTag.ts';

/** The least and the greatest stored value of all frames. */
export interface Extremes {
  readonly smallest: number;
  readonly largest: number;
}

/** Collects what is to change in the root Dataset, whether the elements were there or not. */
export class AttributeEdits {
  readonly edits = new Map<DataElement, Edit>();
  readonly insertions: NewElement[] = [];
  readonly #file: Part10File;

  constructor(file: Part10File) {
    this.#file = file;
  }

  set(tag: Tag, vr: VR, value: NewValue): void {
    const element = find(this.#file.dataset, tag);
    if (element === undefined) this.insertions.push({ tag, vr, value });
    else this.edits.set(element, { action: 'replace', value, vr });
  }

  setNumber(tag: Tag, vr: 'US' | 'SS', value: number): void {
    this.set(tag, vr, encodeNumbers(vr, [value], this.#file.dataset.encoding));
  }

  setCode(tag: Tag, text: string): void {
    this.set(tag, 'CS', encodeText(text, DEFAULT_CHARACTER_SET, 'CS'));
  }

  remove(tag: Tag): void {
    const element = find(this.#file.dataset, tag);
    if (element !== undefined) this.edits.set(element, { action: 'remove' });
  }
}

/** The Image Pixel attributes that are no longer true of the new Pixel Data. */
export const describeImagePixel = (edits: AttributeEdits, was: ImagePixel, now: ImagePixel): void => {
  if (now.photometricInterpretation !== was.photometricInterpretation)
    edits.setCode(IMAGE_PIXEL_TAG.PhotometricInterpretation, now.photometricInterpretation);
  const numbers: readonly (readonly [Tag, number, number])[] = [
    [IMAGE_PIXEL_TAG.PlanarConfiguration, was.planarConfiguration, now.planarConfiguration],
    [IMAGE_PIXEL_TAG.BitsAllocated, was.bitsAllocated, now.bitsAllocated],
    [IMAGE_PIXEL_TAG.BitsStored, was.bitsStored, now.bitsStored],
    [IMAGE_PIXEL_TAG.HighBit, was.highBit, now.highBit],
  ];
  for (const [tag, before, after] of numbers) {
    if (after !== before) edits.setNumber(tag, 'US', after);
  }
  if (now.sampleType !== was.sampleType)
    edits.setNumber(IMAGE_PIXEL_TAG.PixelRepresentation, 'US', now.sampleType === 'signed' ? 1 : 0);
};

const EXTREMES: readonly Tag[] = [
  IMAGE_PIXEL_TAG.SmallestImagePixelValue,
  IMAGE_PIXEL_TAG.LargestImagePixelValue,
  IMAGE_PIXEL_TAG.SmallestPixelValueInSeries,
  IMAGE_PIXEL_TAG.LargestPixelValueInSeries,
];

/** Whether the extremes of the new frames must be known. */
export const tellsExtremes = (file: Part10File): boolean =>
  file.dataset.elements.some(
    ({ tag }) =>
      tag === IMAGE_PIXEL_TAG.SmallestImagePixelValue || tag === IMAGE_PIXEL_TAG.LargestImagePixelValue,
  );

/**
 * Smallest and Largest Image Pixel Value (0028,0106), (0028,0107): all Type 3, so where the truth would cost reading frames that
 * have no region (`extremes` is null), and for the whole series, they go.
 */
export const describeExtremes = (
  file: Part10File,
  edits: AttributeEdits,
  { sampleType }: ImagePixel,
  extremes: Extremes | null,
): void => {
  const vr = sampleType === 'signed' ? 'SS' : 'US';
  for (const tag of EXTREMES) {
    if (find(file.dataset, tag) === undefined) continue;
    if (extremes === null) edits.remove(tag);
    else if (tag === IMAGE_PIXEL_TAG.SmallestImagePixelValue) edits.setNumber(tag, vr, extremes.smallest);
    else if (tag === IMAGE_PIXEL_TAG.LargestImagePixelValue) edits.setNumber(tag, vr, extremes.largest);
    else edits.remove(tag);
  }
};

/** Defined Terms of Lossy Image Compression Method (PS3.3 section C.7.6.1.1.5.1). */
const LOSSY_METHODS: ReadonlyMap<string, string> = new Map([
  ['1.2.840.10008.1.2.4.50', 'ISO_10918_1'],
  ['1.2.840.10008.1.2.4.51', 'ISO_10918_1'],
  ['1.2.840.10008.1.2.4.81', 'ISO_14495_1'],
  ['1.2.840.10008.1.2.4.91', 'ISO_15444_1'],
  ['1.2.840.10008.1.2.4.203', 'ISO_15444_15'],
]);

/** An image that was compressed with loss says so for ever, in a lossless Transfer Syntax too (PS3.3 section C.7.6.1.1.5). */
export const describeLossyHistory = (file: Part10File, edits: AttributeEdits): void => {
  const method = LOSSY_METHODS.get(file.transferSyntax.uid);
  const element = find(file.dataset, IMAGE_PIXEL_TAG.LossyImageCompression);
  const said = element === undefined ? '' : textOf(file.source, element, DEFAULT_CHARACTER_SET);
  if (method === undefined || said === '01') return;
  edits.setCode(IMAGE_PIXEL_TAG.LossyImageCompression, '01');
  edits.setCode(IMAGE_PIXEL_TAG.LossyImageCompressionMethod, method);
};
