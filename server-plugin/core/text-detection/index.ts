export type { DetectedText, PixelBox, Point } from './detectedText.ts';
export { detectTexts, type DetectTextsOptions } from './detectTexts.ts';
export type { DisplayWindow, SourceImage, StoredValues } from './sourceImage.ts';
export type { Infer, Tensor } from './tensor.ts';
export { DETECTION_MODEL, type PublishedFile } from './models.ts';
