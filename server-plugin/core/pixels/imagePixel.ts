import { CodedError } from '../errors/index.ts';
import {
  DEFAULT_CHARACTER_SET,
  find,
  nameOf,
  numbersOf,
  TAG,
  valuesOf,
  type DataElement,
  type Part10File,
  type Tag,
} from '../part10/index.ts';
import { IMAGE_PIXEL_TAG } from './imagePixelTag.ts';
import {
  isOfCodestream,
  isSubsampled,
  PHOTOMETRIC_INTERPRETATIONS,
  samplesOf,
  type PhotometricInterpretation,
} from './photometricInterpretation.ts';

/** What PixelRepresentation (0028,0103) says, or that the Pixel Data are (Double) Float Pixel Data. */
export type SampleType = 'unsigned' | 'signed' | 'float';

/** The Image Pixel Module (PS3.3 section C.7.6.3) or its floating point kin, checked: what the bytes of a frame mean. */
export interface ImagePixel {
  readonly rows: number;
  readonly columns: number;
  readonly numberOfFrames: number;
  readonly samplesPerPixel: 1 | 3;
  readonly photometricInterpretation: PhotometricInterpretation;
  /** 0: colour by pixel; 1: colour by plane. */
  readonly planarConfiguration: 0 | 1;
  readonly bitsAllocated: 1 | 8 | 16 | 32 | 64;
  readonly bitsStored: number;
  readonly highBit: number;
  readonly sampleType: SampleType;
}

const invalid = (tag: Tag): CodedError => new CodedError('PIXELS_ATTRIBUTE_INVALID', nameOf(tag));

const numberAt = (file: Part10File, tag: Tag): number | undefined => {
  const element = find(file.dataset, tag);
  if (element === undefined) return undefined;
  const [value, ...more] = numbersOf(file.source, element, file.dataset.encoding);
  if (more.length > 0) throw invalid(tag);
  return value;
};

const integerAt = (file: Part10File, tag: Tag, minimum: number, maximum: number, absent?: number): number => {
  const value = numberAt(file, tag) ?? absent;
  if (value === undefined || !Number.isInteger(value) || value < minimum || value > maximum)
    throw invalid(tag);
  return value;
};

const photometricInterpretationOf = (file: Part10File): PhotometricInterpretation => {
  const tag = IMAGE_PIXEL_TAG.PhotometricInterpretation;
  const element = find(file.dataset, tag);
  const [text] = element === undefined ? [] : valuesOf(file.source, element, DEFAULT_CHARACTER_SET);
  const known = PHOTOMETRIC_INTERPRETATIONS.find((name) => name === text);
  if (known === undefined) throw invalid(tag);
  return known;
};

const PIXEL_DATA_TAGS: readonly Tag[] = [TAG.PixelData, TAG.FloatPixelData, TAG.DoubleFloatPixelData];

/** The one element that holds the pixels, or undefined where the object has none. */
export const findPixelData = (file: Part10File): DataElement | undefined =>
  file.dataset.elements.find(({ tag }) => PIXEL_DATA_TAGS.includes(tag));

type Bits = Pick<ImagePixel, 'bitsAllocated' | 'bitsStored' | 'highBit' | 'sampleType'>;

const floatBits = (file: Part10File, bits: 32 | 64): Bits => {
  integerAt(file, IMAGE_PIXEL_TAG.BitsAllocated, bits, bits);
  return { bitsAllocated: bits, bitsStored: bits, highBit: bits - 1, sampleType: 'float' };
};

const integerBits = (file: Part10File): Bits => {
  const bitsAllocated = integerAt(file, IMAGE_PIXEL_TAG.BitsAllocated, 1, 32);
  if (bitsAllocated !== 1 && bitsAllocated !== 8 && bitsAllocated !== 16 && bitsAllocated !== 32)
    throw invalid(IMAGE_PIXEL_TAG.BitsAllocated);
  const bitsStored = integerAt(file, IMAGE_PIXEL_TAG.BitsStored, 1, bitsAllocated);
  const highBit = integerAt(file, IMAGE_PIXEL_TAG.HighBit, bitsStored - 1, bitsAllocated - 1);
  const signed = integerAt(file, IMAGE_PIXEL_TAG.PixelRepresentation, 0, 1) === 1;
  return { bitsAllocated, bitsStored, highBit, sampleType: signed ? 'signed' : 'unsigned' };
};

const bitsOf = (file: Part10File, pixelData: DataElement): Bits => {
  if (pixelData.tag === TAG.FloatPixelData) return floatBits(file, 32);
  return pixelData.tag === TAG.DoubleFloatPixelData ? floatBits(file, 64) : integerBits(file);
};

/**
 * What the pixels of a file are.
 *
 * @throws CodedError PIXELS_ABSENT, PIXELS_ATTRIBUTE_INVALID (where: the Attribute that is missing, or contradicts the others), PART10_MALFORMED
 * @see PS3.3 section C.7.6.3
 */
export const imagePixelOf = (file: Part10File): ImagePixel => {
  const pixelData = findPixelData(file);
  if (pixelData === undefined) throw new CodedError('PIXELS_ABSENT');
  const photometricInterpretation = photometricInterpretationOf(file);
  const samplesPerPixel = samplesOf(photometricInterpretation);
  integerAt(file, IMAGE_PIXEL_TAG.SamplesPerPixel, samplesPerPixel, samplesPerPixel);
  const columns = integerAt(file, IMAGE_PIXEL_TAG.Columns, 1, 0xffff);
  const planar = samplesPerPixel === 1 ? 0 : integerAt(file, IMAGE_PIXEL_TAG.PlanarConfiguration, 0, 1);
  if (pixelData.fragments === null) {
    if (isOfCodestream(photometricInterpretation)) throw invalid(IMAGE_PIXEL_TAG.PhotometricInterpretation);
    if (isSubsampled(photometricInterpretation)) {
      if (columns % 2 !== 0) throw invalid(IMAGE_PIXEL_TAG.Columns);
      if (planar === 1) throw invalid(IMAGE_PIXEL_TAG.PlanarConfiguration);
    }
  }
  return {
    rows: integerAt(file, IMAGE_PIXEL_TAG.Rows, 1, 0xffff),
    columns,
    numberOfFrames: integerAt(file, IMAGE_PIXEL_TAG.NumberOfFrames, 1, 0x7fffffff, 1),
    samplesPerPixel,
    photometricInterpretation,
    planarConfiguration: planar === 1 ? 1 : 0,
    ...bitsOf(file, pixelData),
  };
};
