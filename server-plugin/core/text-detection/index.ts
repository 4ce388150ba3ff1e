export type { DetectedText, PixelBox, Point } from './detectedText.ts';
export type { DisplayWindow, SourceImage, StoredValues } from './sourceImage.ts';
