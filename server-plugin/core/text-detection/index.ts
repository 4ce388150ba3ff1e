export type { ByteImage } from './byteImage.ts';
export type { DetectedText, PixelBox, Point, Reading } from './detectedText.ts';
export { detectInParts } from './detectInParts.ts';
export { detectTexts, type DetectTextsOptions, type TextModels, type TurnedSearch } from './detectTexts.ts';
export { DETECTION_MODEL, READING_CHARACTERS, READING_MODEL, type PublishedFile } from './models.ts';
export type { DisplayWindow, SourceImage, StoredValues } from './sourceImage.ts';
export type { Tile } from './tiles.ts';
export type { Infer, Tensor } from './tensor.ts';
export { charactersOf, type TextReader } from './textReader.ts';
export { HARMLESS_TEXTS, type HarmlessRule } from './harmlessTexts.ts';
export { isIdentifyingKeyword } from './identifyingKeywords.ts';
export { headerTermsOf, type HeaderTerms } from './headerTerms.ts';
export {
  classOf,
  graver,
  isRedacted,
  type ClassingContext,
  type RedactionPolicy,
  type TextClass,
} from './textClass.ts';
export { leanModel } from './onnx/leanModel.ts';
export { renderings } from './rendering.ts';
export { classed, type ClassedText } from './classedText.ts';
export { fingerprintOf, type Fingerprint } from './fingerprint.ts';
export { moved } from './framePart.ts';
export { searchFrames, type ClipSearch, type FramesSearch } from './searchFrames.ts';
export { SeriesMemory, sharedTexts, type SearchedImage } from './seriesMemory.ts';
export { regionsOf, type TextRegion } from './textRegions.ts';
export { unitedTexts } from './unitedTexts.ts';
