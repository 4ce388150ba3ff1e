import { unquietAreas } from './activeAreas.ts';
import type { DetectedText } from './detectedText.ts';
import type { TextModels } from './detectTexts.ts';
import { moved } from './framePart.ts';
import { shareInside } from './mergeTexts.ts';
import { nativePass, PADDING, runPass, type Finding } from './passes.ts';
import { mergedFindings, readFinding, textOf } from './readFindings.ts';
import { grown, moved as movedRectangle, rectangleOfText, type Rectangle } from './rectangle.ts';
import { renderings } from './rendering.ts';
import type { SourceImage } from './sourceImage.ts';
import { lineReader } from './textReader.ts';
import type { Tile } from './tiles.ts';

/** Around what may hold strokes, in pixels. */
const MARGIN = 16;
/** A finding is covered by a text if this share of it lies inside. */
const COVERED_SHARE = 0.999;

const detectInPart = async (
  image: SourceImage,
  part: Tile,
  models: TextModels,
  covered: readonly Rectangle[],
): Promise<readonly DetectedText[]> => {
  const findings: Finding[] = [];
  const isCovered = ({ rectangle }: Finding): boolean => {
    const inFrame = movedRectangle(rectangle, part.x, part.y);
    return covered.some((text) => shareInside(inFrame, text) >= COVERED_SHARE);
  };
  for (const picture of renderings(image, part)) {
    const areas = unquietAreas(picture, MARGIN);
    if (areas.length === 0) continue;
    const found = (await runPass(nativePass(picture, areas), models, () => undefined)).findings;
    findings.push(...found.filter((finding) => !isCovered(finding)));
  }
  if (findings.length === 0 || models.loadReader === null)
    return findings.flatMap((each) => textOf(each, null));
  const reader = lineReader(await models.loadReader());
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
 * @param known texts of the gravest class that are blanked in this frame: what lies inside them is not looked at again
 * @throws CodedError DETECTION_IMAGE_INVALID, DETECTION_FAILED, and what the models throw.
 */
export const detectInParts = async (
  image: SourceImage,
  parts: readonly Tile[],
  models: TextModels,
  known: readonly Pick<DetectedText, 'quad' | 'angleDegrees'>[] = [],
): Promise<readonly DetectedText[]> => {
  const covered = known.map((text) => grown(rectangleOfText(text), PADDING));
  const texts: DetectedText[] = [];
  for (const part of parts)
    texts.push(...(await detectInPart(image, part, models, covered)).map((text) => moved(text, part)));
  return texts;
};
