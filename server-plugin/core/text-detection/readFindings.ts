import {
  hidesMuch,
  isAnatomy,
  isDoubtful,
  isLine,
  isReadable,
  isReadableOtherwise,
  mayBeAnatomy,
} from './anatomy.ts';
import type { DetectedText, Reading } from './detectedText.ts';
import { mergeTexts, shareInside } from './mergeTexts.ts';
import type { Finding } from './passes.ts';
import { boxInside, cornersOf, mirrored, turned } from './rectangle.ts';
import type { LineReader } from './textReader.ts';

/** A text and the findings that were taken for it. */
export interface MergedFinding extends Finding {
  readonly parts: readonly Finding[];
}

const alone = (finding: Finding): MergedFinding => ({ ...finding, parts: [finding] });

const together = (larger: MergedFinding, smaller: MergedFinding): MergedFinding => ({
  ...larger,
  parts: [...larger.parts, ...smaller.parts],
});

export interface ReadFinding {
  readonly finding: Finding;
  readonly reading: Reading;
}

/** On either side, and in mirror writing: lead markers are turned over. */
const otherWays = (quad: DetectedText['quad']): readonly DetectedText['quad'][] => [
  turned(quad, 1),
  turned(quad, 3),
  mirrored(quad),
];

/** A large finding in all directions: short lines that lie on their side have the shape of upright ones. */
const readLarge = async (finding: Finding, reader: LineReader): Promise<Reading | null> => {
  for (const quad of otherWays(cornersOf(finding.rectangle))) {
    const reading = await reader(finding.picture, quad);
    if (isReadableOtherwise(finding, reading)) return reading;
  }
  return null;
};

/** The findings but for large ones that read like nothing: what stands in those was not found. */
export const withoutAnatomy = async (
  findings: readonly Finding[],
  reader: LineReader,
): Promise<readonly Finding[]> => {
  const texts: Finding[] = [];
  for (const finding of findings) {
    const mayBeText = !mayBeAnatomy(finding);
    if (mayBeText || !isAnatomy(finding, await reader(finding.picture, cornersOf(finding.rectangle))))
      texts.push(finding);
  }
  return texts;
};

/** What a finding reads like; nothing for anatomy. Where all of it together reads like nothing, one of its parts may be a text: one that hides little, or that can be read. */
export const readFinding = async (
  finding: MergedFinding,
  reader: LineReader,
): Promise<readonly ReadFinding[]> => {
  const { rectangle, picture, parts } = finding;
  const reading = await reader(picture, cornersOf(rectangle));
  if (!isAnatomy(finding, reading)) return [{ finding, reading }];
  const otherwise = await readLarge(finding, reader);
  if (otherwise !== null) return [{ finding, reading: otherwise }];
  if (parts.length === 1) return [];
  const read: ReadFinding[] = [];
  for (const part of parts) {
    const partial = await reader(part.picture, cornersOf(part.rectangle));
    if (!hidesMuch(part) || isReadable(part, partial)) read.push({ finding: part, reading: partial });
  }
  return read;
};

/** A finding that lies in another one by this share, and reads like a part of it, is that text once more. */
const SAME_PLACE = 0.9;

/** The findings but for those that are a part of a line that was found whole: each text once, whoever judges it. */
export const withoutParts = (read: readonly ReadFinding[]): readonly ReadFinding[] =>
  read.filter(
    (part) =>
      part.reading.text === '' ||
      !read.some(
        (line) =>
          line.reading.text.length > part.reading.text.length &&
          line.reading.text.includes(part.reading.text) &&
          isLine(line.finding.rectangle, line.reading) &&
          shareInside(part.finding.rectangle, line.finding.rectangle) >= SAME_PLACE,
      ),
  );

/** What several passes found as one list: each text once. */
export const mergedFindings = (findings: readonly Finding[]): readonly MergedFinding[] =>
  mergeTexts(findings.map(alone), together);

/** Nothing where no part of the finding lies inside the picture. */
export const textOf = (finding: Finding, reading: Reading | null): readonly DetectedText[] => {
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
