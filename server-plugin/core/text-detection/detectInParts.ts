import { unquietAreas } from './activeAreas.ts';
import type { DetectedText } from './detectedText.ts';
import type { TextModels } from './detectTexts.ts';
import { moved } from './framePart.ts';
import { nativePass, runPass, type Finding } from './passes.ts';
import { mergedFindings, readFinding, textOf } from './readFindings.ts';
import { renderings } from './rendering.ts';
import type { SourceImage } from './sourceImage.ts';
import type { Tile } from './tiles.ts';

/** Around what may hold strokes, in pixels. */
const MARGIN = 16;

const detectInPart = async (
  image: SourceImage,
  part: Tile,
  models: TextModels,
): Promise<readonly DetectedText[]> => {
  const findings: Finding[] = [];
  for (const picture of renderings(image, part)) {
    const areas = unquietAreas(picture, MARGIN);
    if (areas.length === 0) continue;
    findings.push(...(await runPass(nativePass(picture, areas), models, () => undefined)).findings);
  }
  if (findings.length === 0 || models.loadReader === null)
    return findings.flatMap((each) => textOf(each, null));
  const reader = await models.loadReader();
  const texts: DetectedText[] = [];
  for (const finding of mergedFindings(findings)) {
    for (const each of await readFinding(finding, reader)) texts.push(...textOf(each.finding, each.reading));
  }
  return texts;
};

/**
 * Finds the text in parts of a frame, at its own size only: for what is new in the frames of a clip, of which others are searched in
 * all passes. What is found is read, and anatomy dropped. What holds no strokes is not searched.
 * @param parts in image pixels
 * @throws CodedError DETECTION_IMAGE_INVALID, DETECTION_FAILED, and what the models throw.
 */
export const detectInParts = async (
  image: SourceImage,
  parts: readonly Tile[],
  models: TextModels,
): Promise<readonly DetectedText[]> => {
  const texts: DetectedText[] = [];
  for (const part of parts)
    texts.push(...(await detectInPart(image, part, models)).map((text) => moved(text, part)));
  return texts;
};
