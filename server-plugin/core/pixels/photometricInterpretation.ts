/** How samples make colours (PS3.3 section C.7.6.3.1.2), as far as they are understood; the others are refused. */
export const PHOTOMETRIC_INTERPRETATIONS = [
  'MONOCHROME1',
  'MONOCHROME2',
  'PALETTE COLOR',
  'RGB',
  'YBR_FULL',
  'YBR_FULL_422',
  'YBR_PARTIAL_422',
  'YBR_RCT',
  'YBR_ICT',
] as const;
export type PhotometricInterpretation = (typeof PHOTOMETRIC_INTERPRETATIONS)[number];

const ONE_SAMPLE: ReadonlySet<PhotometricInterpretation> = new Set([
  'MONOCHROME1',
  'MONOCHROME2',
  'PALETTE COLOR',
]);
export const samplesOf = (photometricInterpretation: PhotometricInterpretation): 1 | 3 =>
  ONE_SAMPLE.has(photometricInterpretation) ? 1 : 3;

/** Two pixels share their chrominance: Y1 Y2 CB CR in uncompressed data. */
export const isSubsampled = (photometricInterpretation: PhotometricInterpretation): boolean =>
  photometricInterpretation === 'YBR_FULL_422' || photometricInterpretation === 'YBR_PARTIAL_422';

/** What a JPEG 2000 codestream does inside; uncompressed data never have it. */
export const isOfCodestream = (photometricInterpretation: PhotometricInterpretation): boolean =>
  photometricInterpretation === 'YBR_RCT' || photometricInterpretation === 'YBR_ICT';
