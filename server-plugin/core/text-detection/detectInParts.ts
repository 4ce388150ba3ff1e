import type { DetectedText } from './detectedText.ts';
import type { TextModels } from './detectTexts.ts';
import { nativePass, runPass, type Finding } from './passes.ts';
import { mergedFindings, readFinding, textOf } from './readFindings.ts';
import { renderings } from './rendering.ts';
import type { SourceImage } from './sourceImage.ts';
import type { Tile } from './tiles.ts';

/**
 * Finds the text in parts of a frame, at its own size only: for what is new in the frames of a clip, of which others are searched in
 * all passes. What is found is read, and anatomy dropped.
 * @param parts in image pixels
 * @throws CodedError DETECTION_IMAGE_INVALID, DETECTION_FAILED, and what the models throw.
 */
export const detectInParts = async (
  image: SourceImage,
  parts: readonly Tile[],
  { detector, loadReader }: TextModels,
): Promise<readonly DetectedText[]> => {
  const findings: Finding[] = [];
  for (const picture of renderings(image))
    findings.push(...(await runPass(nativePass(picture, parts), detector, () => undefined)).findings);
  if (findings.length === 0 || loadReader === null) return findings.flatMap((each) => textOf(each, null));
  const reader = await loadReader();
  const texts: DetectedText[] = [];
  for (const finding of mergedFindings(findings)) {
    for (const each of await readFinding(finding, reader)) texts.push(...textOf(each.finding, each.reading));
  }
  return texts;
};
