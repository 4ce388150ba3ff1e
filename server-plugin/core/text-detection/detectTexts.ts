import { isAnatomy, isDoubtful, isReadable } from './anatomy.ts';
import type { DetectedText, Reading } from './detectedText.ts';
import { mergeTexts } from './mergeTexts.ts';
import { enlargedPass, nativePass, runPass, turnedPass, type Finding, type Pass } from './passes.ts';
import { boxInside, cornersOf, isUpended } from './rectangle.ts';
import { renderings } from './rendering.ts';
import { secondLook } from './secondLook.ts';
import type { SourceImage } from './sourceImage.ts';
import type { Infer } from './tensor.ts';
import { readText, type TextReader } from './textReader.ts';

/** The models at hand. */
export interface TextModels {
  /** The PP-OCRv4 detector: 1 × 3 × height × width in, 1 × 1 × height × width out. */
  readonly detector: Infer;
  /** Called once all passes are through; null: nothing is read, looked at twice or dropped as anatomy. */
  readonly loadReader: (() => Promise<TextReader>) | null;
}

export interface DetectTextsOptions {
  /** From 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
  /** The texts of the passes at the image's own size, before all others. */
  readonly onFirstTexts?: (texts: readonly DetectedText[]) => void;
}

/** The part of the progress that is reading. */
const READING_SHARE = 0.2;

const textOf = (finding: Finding, reading: Reading | null): readonly DetectedText[] => {
  const { rectangle, confidence, picture } = finding;
  const box = boxInside(rectangle, picture.width, picture.height);
  if (box === null) return [];
  return [
    {
      box,
      quad: cornersOf(rectangle),
      angleDegrees: (rectangle.angle * 180) / Math.PI,
      confidence,
      reading,
      isDoubtful: reading !== null && isDoubtful(reading),
    },
  ];
};

/** Whether a line seems to run from top to bottom; bones do so more often. */
const holdsUpendedText = async (findings: readonly Finding[], reader: TextReader): Promise<boolean> => {
  for (const { rectangle, picture } of findings) {
    if (!isUpended(rectangle.halfLength, rectangle.halfHeight)) continue;
    if (isReadable(rectangle, await readText(picture, cornersOf(rectangle), reader))) return true;
  }
  return false;
};

/**
 * Finds the text in one frame: at its own size as a negative, in the full range of the values and in the displayed window;
 * enlarged; turned where a line seems to run from top to bottom; and by its strokes. Everything that any of these finds counts,
 * but for large findings that read like no text at all.
 * @throws CodedError DETECTION_IMAGE_INVALID, DETECTION_FAILED, and what the models throw.
 */
export const detectTexts = async (
  image: SourceImage,
  { detector, loadReader }: TextModels,
  { onProgress, onFirstTexts }: DetectTextsOptions = {},
): Promise<readonly DetectedText[]> => {
  const pictures = renderings(image);
  const native = pictures.map(nativePass);
  const enlarged = pictures.slice(0, 1).flatMap((picture) => enlargedPass(picture) ?? []);
  const total = [...native, ...enlarged].reduce((sum, { pixels }) => sum + pixels, 0);
  const passesShare = loadReader === null ? 1 : 1 - READING_SHARE;
  const findings: Finding[] = [];
  let searched = 0;

  const run = async (passes: readonly Pass[]): Promise<void> => {
    for (const pass of passes) {
      const found = await runPass(pass, detector, (pixels) => {
        searched = Math.min(searched + pixels, total);
        onProgress?.((searched / total) * passesShare);
      });
      findings.push(...found);
    }
  };

  await run(native);
  onFirstTexts?.(mergeTexts(findings).flatMap((finding) => textOf(finding, null)));
  await run(enlarged);
  if (loadReader === null) return mergeTexts(findings).flatMap((finding) => textOf(finding, null));

  const reader = await loadReader();
  if (await holdsUpendedText(findings, reader)) await run(pictures.slice(0, 1).map(turnedPass));
  for (const picture of pictures) findings.push(...(await secondLook(picture, findings, reader)));
  const merged = mergeTexts(findings);
  const texts: DetectedText[] = [];
  for (const [i, finding] of merged.entries()) {
    const reading = await readText(finding.picture, cornersOf(finding.rectangle), reader);
    if (!isAnatomy(finding.rectangle, reading)) texts.push(...textOf(finding, reading));
    onProgress?.(passesShare + (READING_SHARE * (i + 1)) / merged.length);
  }
  return texts;
};
