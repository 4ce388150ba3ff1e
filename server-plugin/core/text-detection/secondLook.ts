import { isAnatomy, isReadable, mayBeAnatomy } from './anatomy.ts';
import type { ByteImage } from './byteImage.ts';
import type { PixelBox, Reading } from './detectedText.ts';
import type { GlyphGroup } from './glyphGroups.ts';
import { lettersOf } from './lineEnds.ts';
import { shareInside } from './mergeTexts.ts';
import { PADDING, type Finding } from './passes.ts';
import {
  cornersOf,
  grown,
  rectangleAround,
  rectangleOf,
  turned,
  type Rectangle,
  type Turns,
} from './rectangle.ts';
import type { LineReader } from './textReader.ts';

/** What is found already needs no second look … */
const FOUND_SHARE = 0.999;
/** … and what is found in part goes on from a text, … */
const PART_SHARE = 0.3;
/** … unless it reaches beyond that text by so little of its height that no letter stands there, … */
const LEAST_OVERHANG = 0.15;
/** … as many letters are read without it, or nothing is and it reaches beyond the line by so much of its height: then it is behind it. */
const MOST_OVERHANG = 0.2;
/** What is this many times as high as a line that lies on it, with this share of the line, is no part of that line. */
const HEIGHT_RATIO = 1.4;
const LINE_SHARE = 0.6;
/** A line is this many times longer than high: less may be a part of a letter. */
const LINE_RATIO = 2;
/** Ink has edges where anatomy has slopes … */
const LEAST_STEEPNESS = 0.85;
/** … and a single stroke that is wider than this, in heights, is the rim of something, … */
const WIDEST_STROKE = 2;
/** … or may be: one wider than this, wider than letters are, is taken for so much fainter. */
const WIDE_STROKE = 1.6;
const WIDE_SHARE = 0.5;
/** Strokes that stand alone are a text if they read like one: several characters are hardly read by chance, … */
const LINE_SCORE = 0.5;
const LETTER_SCORE = 0.75;
/** … faint strokes are many, and few of them are text, and bones look like large letters and like letters on their side. */
const FAINT_SCORE = 0.9;
const LARGE_SCORE = 0.97;
const TURNED_SCORE = 0.97;
const STEADY_SCORE = 0.3;
const ALIKE_SCORE = 0.5;
/** Letters and digits that are a bar, with serifs or without. */
const BARS = 'I1l|';
/** In grey levels of 255. */
const FAINT = 36;
/** In image pixels. */
const LARGE = 32;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Letters are hardly ever wider than high. */
const WIDEST_LETTER = 1.2;
/** What reads as clearly as large letters must may have something beside it. */
const WIDEST_CLEAR = 2;
/** A letter is at most this much longer than wide, or wider than long, as a logarithm. */
const MOST_STRETCHED = 0.7;
/** On its side only a letter is read that is as clear and as large as this, in grey levels and image pixels. */
const TURNED_CONTRAST = 72;
const LEAST_TURNED_SIZE = 10;
/** The rim of thick strokes is blurred further: padding as a share of the height, beside the padding of all texts. */
const RIM_SHARE = 0.2;
/** The reader wants some ground around the letter. */
const READING_MARGIN = 3;
/** Bounds the time spent on rulers and textures; what promises most comes first. */
const MOST_READINGS = 16;
const MOST_TURNED_READINGS = 4;

/** Whether strokes may be drawn: most that are not look so little like it that they need not be read. */
export const mayBeInk = ({ box: [x0, y0, x1, y1], steepness, parts }: GlyphGroup): boolean =>
  steepness >= LEAST_STEEPNESS && (parts > 1 || x1 - x0 <= WIDEST_STROKE * (y1 - y0));

/** How much strokes promise to be a text. */
const promise = ({ box: [x0, y0, x1, y1], contrast, parts }: GlyphGroup): number =>
  parts === 1 && x1 - x0 > WIDE_STROKE * (y1 - y0) ? WIDE_SHARE * contrast : contrast;

const leastScore = ({ text }: Reading, { contrast, box }: GlyphGroup): number => {
  if (Array.from(text).length > 1) return contrast < FAINT ? FAINT_SCORE : LINE_SCORE;
  if (box[3] - box[1] > LARGE) return LARGE_SCORE;
  return contrast < FAINT ? FAINT_SCORE : LETTER_SCORE;
};

const isText = (reading: Reading, group: GlyphGroup): boolean => {
  const [x0, y0, x1, y1] = group.box;
  const widest = reading.score >= LARGE_SCORE ? WIDEST_CLEAR : WIDEST_LETTER;
  return (
    LETTER_OR_DIGIT.test(reading.text) &&
    reading.score >= leastScore(reading, group) &&
    x1 - x0 <= widest * (y1 - y0) * Array.from(reading.text).length
  );
};

/** Whether a letter that is read again is the same one, or one that looks like it. */
const isSame = (first: Reading, again: Reading): boolean =>
  first.text === again.text
    ? again.score >= STEADY_SCORE
    : again.score >= ALIKE_SCORE &&
      BARS.includes(first.text) &&
      again.text !== '' &&
      BARS.includes(again.text);

/** The finding that covers the greatest share of a box, and that share. */
const coverOf = (
  box: PixelBox,
  found: readonly Finding[],
): { readonly share: number; readonly by?: Finding } => {
  const rectangle = rectangleOf(box);
  return found
    .map((by) => ({ share: shareInside(rectangle, by.rectangle), by }))
    .reduce<{ readonly share: number; readonly by?: Finding }>(
      (best, each) => (each.share > best.share ? each : best),
      { share: 0 },
    );
};

/** How far strokes reach above or below a level line that was found, in its heights. */
const overhangAcross = ({ y, halfHeight }: Rectangle, { box }: GlyphGroup): number =>
  Math.max(y - halfHeight - box[1], box[3] - y - halfHeight) / (2 * halfHeight);

/** The same before its beginning, or beyond its end. */
const overhangAlong = ({ x, halfLength, halfHeight }: Rectangle, { box }: GlyphGroup): number =>
  Math.max(x - halfLength - box[0], box[2] - x - halfLength) / (2 * halfHeight);

/** Whether a line that was found lies on a much higher group: an edge of the anatomy, or several lines that touch each other. */
const isBehindLine = ({ box }: GlyphGroup, found: readonly Finding[]): boolean => {
  const behind = rectangleOf(box);
  return found.some(
    ({ rectangle }) =>
      rectangle.angle === 0 &&
      rectangle.halfLength > LINE_RATIO * rectangle.halfHeight &&
      behind.halfHeight > HEIGHT_RATIO * rectangle.halfHeight &&
      shareInside(rectangle, behind) > LINE_SHARE,
  );
};

/** Groups that the findings do not cover. */
export const uncovered = (groups: readonly GlyphGroup[], found: readonly Finding[]): readonly GlyphGroup[] =>
  groups.filter(({ box }) => coverOf(box, found).share < FOUND_SHARE);

/** Texts and ends of texts that the detector did not find, by their strokes: single letters above all. */
export const secondLook = async (
  picture: ByteImage,
  groups: readonly GlyphGroup[],
  found: readonly Finding[],
  reader: LineReader,
): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  let readings = 0;
  let turnedReadings = 0;

  /** A letter that is one reads alike with more ground around it. */
  const isSteady = async (rectangle: Rectangle, turns: Turns, reading: Reading): Promise<boolean> => {
    if (Array.from(reading.text).length > 1) return true;
    const wider = cornersOf(grown(rectangle, PADDING + RIM_SHARE * 2 * rectangle.halfHeight));
    return isSame(reading, await reader(picture, turned(wider, turns)));
  };

  const readingOf = ({ picture: inPicture, rectangle }: Finding): Promise<Reading> =>
    reader(inPicture, cornersOf(rectangle));

  /** Whether a group is no more of a text than the part of it that was found. Around oblique parts this cannot be read. */
  const isKnown = async (group: GlyphGroup, part: Finding): Promise<boolean> => {
    if (part.rectangle.angle !== 0) return false;
    const [across, along] = [overhangAcross(part.rectangle, group), overhangAlong(part.rectangle, group)];
    if (Math.max(across, along) <= LEAST_OVERHANG) return true;
    const known = await readingOf(part);
    if (!isReadable(part, known) && across <= MOST_OVERHANG) return false;
    const strokes = grown(rectangleOf(group.box), READING_MARGIN);
    const both = rectangleAround([...cornersOf(strokes), ...cornersOf(part.rectangle)], 0);
    return lettersOf(await reader(picture, cornersOf(both))) <= lettersOf(known);
  };

  /** The score of the group as a text; 0 where it is none. */
  const scoreOf = async (group: GlyphGroup, rectangle: Rectangle): Promise<number> => {
    const quad = cornersOf(grown(rectangle, READING_MARGIN));
    const reading = await reader(picture, quad);
    if (isText(reading, group) && (await isSteady(rectangle, 0, reading))) return reading.score;
    const isLetter = Math.abs(Math.log(rectangle.halfLength / rectangle.halfHeight)) < MOST_STRETCHED;
    const size = 2 * Math.max(rectangle.halfLength, rectangle.halfHeight);
    const isClear = group.contrast >= TURNED_CONTRAST && size >= LEAST_TURNED_SIZE;
    if (!isLetter || size > LARGE || !isClear || turnedReadings >= MOST_TURNED_READINGS) return 0;
    turnedReadings += 1;
    for (const turns of [1, 3] as const) {
      const onItsSide = await reader(picture, turned(quad, turns));
      if (onItsSide.score < TURNED_SCORE || !LETTER_OR_DIGIT.test(onItsSide.text)) continue;
      if (Array.from(onItsSide.text).length === 1 && (await isSteady(rectangle, turns, onItsSide)))
        return onItsSide.score;
    }
    return 0;
  };

  for (const group of groups.toSorted((a, b) => promise(b) - promise(a))) {
    const rectangle = rectangleOf(group.box);
    const { share, by } = coverOf(group.box, [...found, ...findings]);
    if (isBehindLine(group, found)) continue;
    const part = share >= PART_SHARE && by !== undefined ? by : null;
    // What is dropped as anatomy covers nothing: a letter may read like one only where nothing else is shown with it.
    const isDropped = part !== null && mayBeAnatomy(part) && isAnatomy(part, await readingOf(part));
    let confidence = share;
    if (part !== null && !isDropped) {
      if (share >= FOUND_SHARE || (await isKnown(group, part))) continue;
    } else {
      if (readings >= MOST_READINGS || !mayBeInk(group)) continue;
      readings += 1;
      confidence = await scoreOf(group, rectangle);
      if (confidence === 0) continue;
    }
    findings.push({
      rectangle: grown(rectangle, PADDING + RIM_SHARE * 2 * rectangle.halfHeight),
      confidence,
      picture,
    });
  }
  return findings;
};

/** A stroke may be a letter, or none. */
const BAR_CONFIDENCE = 0.3;

/** Lone strokes that no finding covers, as findings. */
export const barFindings = (
  picture: ByteImage,
  bars: readonly PixelBox[],
  found: readonly Finding[],
): readonly Finding[] =>
  bars.flatMap((box): readonly Finding[] => {
    if (coverOf(box, found).share > PART_SHARE) return [];
    return [{ rectangle: grown(rectangleOf(box), PADDING), confidence: BAR_CONFIDENCE, picture }];
  });
