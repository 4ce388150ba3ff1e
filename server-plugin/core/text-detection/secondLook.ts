import { negative, type ByteImage } from './byteImage.ts';
import type { Reading } from './detectedText.ts';
import { glyphGroups, type GlyphGroup } from './glyphGroups.ts';
import { shareInside } from './mergeTexts.ts';
import { PADDING, type Finding } from './passes.ts';
import { cornersOf, grown, rectangleAround, type Rectangle } from './rectangle.ts';
import { readText, type TextReader } from './textReader.ts';

/** What is found already needs no second look … */
const FOUND_SHARE = 0.999;
/** … and what is found in part is the end of a text, whatever it reads like. */
const PART_SHARE = 0.3;
/** Strokes that stand alone are a text if they read like a letter or a digit. */
const LEAST_SCORE = 0.5;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Letters are hardly ever wider than high. */
const WIDEST_LETTER = 1.2;
/** The rim of thick strokes is blurred further: padding as a share of the height, beside the padding of all texts. */
const RIM_SHARE = 0.2;
/** The reader wants some ground around the letter. */
const READING_MARGIN = 3;
/** Bounds the time spent on rulers and textures; the strongest come first. */
const MOST_READINGS = 40;

const rectangleOf = ({ box: [x0, y0, x1, y1] }: GlyphGroup): Rectangle =>
  rectangleAround(
    [
      [x0, y0],
      [x1, y1],
    ],
    0,
  );

const isText = ({ text, score }: Reading, { halfLength, halfHeight }: Rectangle): boolean =>
  score >= LEAST_SCORE &&
  LETTER_OR_DIGIT.test(text) &&
  halfLength <= WIDEST_LETTER * halfHeight * Array.from(text).length;

/** Texts and ends of texts that the detector did not find, by their strokes: single letters above all. */
export const secondLook = async (
  picture: ByteImage,
  found: readonly Finding[],
  reader: TextReader,
): Promise<readonly Finding[]> => {
  const groups = [picture, negative(picture)].flatMap((polarity) => glyphGroups(polarity));
  const findings: Finding[] = [];
  let readings = 0;
  for (const group of groups.toSorted((a, b) => b.contrast - a.contrast)) {
    const rectangle = rectangleOf(group);
    const share = Math.max(0, ...found.map((finding) => shareInside(rectangle, finding.rectangle)));
    if (share >= FOUND_SHARE) continue;
    let confidence = share;
    if (share < PART_SHARE) {
      if (readings >= MOST_READINGS) continue;
      readings += 1;
      const reading = await readText(picture, cornersOf(grown(rectangle, READING_MARGIN)), reader);
      if (!isText(reading, rectangle)) continue;
      confidence = reading.score;
    }
    findings.push({
      rectangle: grown(rectangle, PADDING + RIM_SHARE * 2 * rectangle.halfHeight),
      confidence,
      picture,
    });
  }
  return findings;
};
