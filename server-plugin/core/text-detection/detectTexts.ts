import { activeAreas } from './activeAreas.ts';
import { isLegible, isLine, isReadable } from './anatomy.ts';
import type { ByteImage } from './byteImage.ts';
import { asClearAs, clearStrokes, strokesOutside } from './clearStrokes.ts';
import type { DetectedText, Reading } from './detectedText.ts';
import { isDrawnLine } from './drawnLines.ts';
import { denseRows } from './denseRows.ts';
import { brightened, faintAreas } from './faintType.ts';
import { strokeTexts, type StrokeTexts } from './glyphGroups.ts';
import { joinedLines } from './joinedLines.ts';
import { mergeTexts, shareInside } from './mergeTexts.ts';
import {
  brightenedPass,
  enlargedPass,
  halvedPass,
  levelledPass,
  nativePass,
  PADDING,
  runPass,
  turnedPass,
  type Finding,
  type Pass,
  type PassResult,
} from './passes.ts';
import type { Detector } from './probabilityMap.ts';
import {
  mergedFindings,
  readFinding,
  textOf,
  withoutAnatomy,
  withoutParts,
  type MergedFinding,
  type ReadFinding,
} from './readFindings.ts';
import { promisingRows, readRows, wholeLine } from './readRows.ts';
import { cornersOf, isUpended } from './rectangle.ts';
import { renderings } from './rendering.ts';
import { isCrossedByStrokes } from './rowProfile.ts';
import { barFindings, mayBeInk, secondLook, uncovered } from './secondLook.ts';
import { smallTypeAreas } from './smallType.ts';
import { apartFrom } from './stackedLines.ts';
import type { SourceImage } from './sourceImage.ts';
import { readShortRows, shortRows } from './shortRows.ts';
import { strayRows } from './strayRows.ts';
import { POLARITIES, strokesOf, type Strokes } from './strokes.ts';
import { isTextBlock } from './textBlocks.ts';
import { lineReader, type LineReader, type TextReader } from './textReader.ts';
import type { Tile } from './tiles.ts';
import { aroundWholeGlyphs } from './wholeGlyphs.ts';

/** The models at hand. */
export interface TextModels extends Detector {
  /** Called once the passes over the whole frame are through; null: nothing is read, looked at twice or dropped as anatomy. */
  readonly loadReader: (() => Promise<TextReader>) | null;
}

export type TurnedSearch = 'evidence' | 'always';

export interface DetectTextsOptions {
  /** From 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
  /** The texts of the passes at the image's own size, before all others. */
  readonly onFirstTexts?: (texts: readonly DetectedText[]) => void;
  /** When the frame is searched again, turned by 90°. @default 'evidence': where a readable line runs from top to bottom */
  readonly turnedSearch?: TurnedSearch;
}

const UNREAD: Reading = { text: '', score: 0 };
/** The part of the progress that is reading. */
const READING_SHARE = 0.2;

/** A rendering and where there is anything in it. */
interface View {
  readonly picture: ByteImage;
  readonly strokes: Strokes;
  readonly areas: readonly Tile[];
}

const viewOf = (picture: ByteImage): View => {
  const strokes = strokesOf(picture);
  return { picture, strokes, areas: activeAreas(picture, strokes) };
};

/** The rectangles at half the size are coarse: they count where nothing else lies in them. */
const ELSEWHERE_SHARE = 0.4;

const isElsewhere = ({ rectangle }: Finding, found: readonly Finding[]): boolean =>
  found.every(
    (other) =>
      shareInside(other.rectangle, rectangle) <= ELSEWHERE_SHARE &&
      shareInside(rectangle, other.rectangle) <= ELSEWHERE_SHARE,
  );

/** More findings of small type than this, where nothing else was seen, are speckle: of those only what can be read counts. */
const CROWD = 10;

/** The finding around all letters that it cuts. */
const whole = (finding: Finding, views: readonly View[], drawn: readonly StrokeTexts[]): Finding => {
  const glyphs = drawn[views.findIndex(({ picture }) => picture === finding.picture)]?.glyphs ?? [];
  return { ...finding, rectangle: aroundWholeGlyphs(finding.rectangle, glyphs.flat(), PADDING) };
};

/** Whether a line seems to run from top to bottom; bones do so more often. */
const holdsUpendedText = async (findings: readonly Finding[], reader: LineReader): Promise<boolean> => {
  for (const finding of findings) {
    const { rectangle, picture } = finding;
    if (!isUpended(rectangle.halfLength, rectangle.halfHeight)) continue;
    if (isReadable(finding, await reader(picture, cornersOf(rectangle)))) return true;
  }
  return false;
};

/**
 * Finds the text in one frame: at its own size as a negative, in the full range of the values and in the displayed window; at half
 * its size, for what stands in speckle; enlarged; levelled where strokes stand in a row; turned where a line seems to run from top to
 * bottom; and by its strokes. Everything that any of these finds counts, but for large findings that read like no text at all.
 * @throws CodedError DETECTION_IMAGE_INVALID, DETECTION_FAILED, and what the models throw.
 */
export const detectTexts = async (
  image: SourceImage,
  models: TextModels,
  { onProgress, onFirstTexts, turnedSearch = 'evidence' }: DetectTextsOptions = {},
): Promise<readonly DetectedText[]> => {
  const { loadReader } = models;
  const views = renderings(image).map(viewOf);
  const native = views.map(({ picture, areas }) => nativePass(picture, areas));
  const halved = views.map(({ picture, areas }) => halvedPass(picture, areas));
  const findings: Finding[] = [];
  // What is enlarged depends on what is found: it is taken for as much as the rest.
  let total = 2 * [...native, ...halved].reduce((sum, { pixels }) => sum + pixels, 0);
  const passesShare = loadReader === null ? 1 : 1 - READING_SHARE;
  let searched = 0;

  const run = async (
    passes: readonly Pass[],
    counts: (finding: Finding) => boolean = () => true,
  ): Promise<readonly PassResult[]> => {
    const results: PassResult[] = [];
    for (const pass of passes) {
      const result = await runPass(pass, models, (pixels) => {
        searched = Math.min(searched + pixels, total);
        onProgress?.((searched / total) * passesShare);
      });
      findings.push(...result.findings.filter(counts));
      results.push(result);
    }
    return results;
  };

  const seen = await run(native);
  onFirstTexts?.(mergeTexts(findings).flatMap((finding) => textOf(finding, null)));
  const found = [...findings];
  await run(halved, (finding) => isElsewhere(finding, found));
  const coarse = findings.slice(found.length);
  const drawn = views.map(({ picture, strokes }) => strokeTexts(picture, strokes));
  const enlarged = views.flatMap(({ picture }, i) =>
    smallTypeAreas(
      picture,
      uncovered((drawn[i]?.groups ?? []).filter(mayBeInk), findings),
      seen[i]?.doubts() ?? [],
    ).map((part) => enlargedPass(picture, part)),
  );
  total = searched + enlarged.reduce((sum, { pixels }) => sum + pixels, 0);
  await run(enlarged);
  const small = findings.slice(found.length + coarse.length);
  const clear = [...findings];
  for (const { picture, strokes } of views) {
    const areas = faintAreas(picture, strokes, clear);
    if (areas.length === 0) continue;
    const lit = brightened(picture);
    await run(
      areas.map((area) => brightenedPass(lit, area)),
      (finding) => isElsewhere(finding, clear),
    );
  }
  const faint = findings.slice(clear.length);
  const reader = loadReader === null ? null : lineReader(await loadReader());
  // What will be dropped as anatomy was not found: a lead marker is found as one shape, with the initials in it.
  const textsSoFar = reader === null ? findings : await withoutAnatomy(findings, reader);
  const rows = views.flatMap(({ picture }, i) =>
    strayRows(drawn[i]?.rowGlyphs ?? [], textsSoFar)
      .filter((row) => isCrossedByStrokes(picture, row))
      .map((row) => ({ picture, row })),
  );
  const seenSoFar = findings.length;
  const promising = reader === null ? rows : await promisingRows(rows, reader);
  const levelled = await run(promising.map(({ picture, row }) => levelledPass(picture, row)));
  const wholeOf = <T extends { readonly finding: Finding }>(each: T): T => ({
    ...each,
    finding: whole(each.finding, views, drawn),
  });
  if (reader === null)
    return mergeTexts(findings).flatMap((finding) => textOf(whole(finding, views, drawn), null));

  /** Of some findings those stay that read so. */
  const keepOnly = async (some: readonly Finding[], reads: typeof isReadable): Promise<void> => {
    for (const finding of some) {
      const reading = await reader(finding.picture, cornersOf(finding.rectangle));
      if (!reads(finding, reading)) findings.splice(findings.indexOf(finding), 1);
    }
  };
  await keepOnly([...coarse, ...faint, ...findings.slice(seenSoFar)], (_, reading) => isLegible(reading));
  const seenLarge = await withoutAnatomy(found, reader);
  const newSmall = small.filter((finding) => isElsewhere(finding, seenLarge));
  if (newSmall.length > CROWD) await keepOnly(newSmall, isReadable);
  if (turnedSearch === 'always' || (await holdsUpendedText(findings, reader)))
    await run(views.slice(0, 1).map(({ picture, areas }) => turnedPass(picture, areas)));
  const seenLevel = promising.filter((_, i) => levelled[i]?.findings.length !== 0);
  const unseen = rows.filter((row) => !seenLevel.includes(row));
  findings.push(...(await readRows(unseen, await withoutAnatomy(findings, reader), reader)));
  const dense = views.flatMap(({ picture, strokes }) =>
    denseRows(picture, strokes.bright, findings).map((row) => ({ picture, row })),
  );
  findings.push(...(await readRows(dense, findings, reader)));
  for (const [i, { picture, strokes }] of views.entries()) {
    for (const polarity of POLARITIES) {
      const seenThere = await withoutAnatomy(findings, reader);
      const pairs = shortRows(drawn[i]?.clear[polarity] ?? [], strokes[polarity], picture, seenThere);
      findings.push(...(await readShortRows(pairs, picture, reader)));
    }
  }
  for (const [i, { picture }] of views.entries())
    findings.push(...(await secondLook(picture, drawn[i]?.groups ?? [], findings, reader)));
  for (const [i, { picture }] of views.entries())
    findings.push(...barFindings(picture, drawn[i]?.bars ?? [], findings));
  const merged = mergedFindings(findings);
  const strokes = views.map((view, i) =>
    clearStrokes((drawn[i]?.rowGlyphs ?? []).flat(), view.strokes, view.picture.width),
  );
  const free = strokes.map((all) =>
    strokesOutside(
      all,
      merged.map(({ rectangle }) => rectangle),
    ),
  );
  /** The finding with what goes on from its line and was not found. */
  const ending = (each: ReadFinding): Promise<ReadFinding> => {
    const view = views.findIndex(({ picture }) => picture === each.finding.picture);
    const all = strokes[view] ?? [];
    // What cannot be read may be a part of a line whose other parts were found.
    const isWhole = isReadable(each.finding, each.reading);
    const beyond = asClearAs(each.finding.rectangle, all, isWhole ? (free[view] ?? []) : all);
    return wholeLine(each, beyond, reader);
  };
  const read: ReadFinding[] = [];
  const unread: MergedFinding[] = [];
  for (const [i, finding] of merged.entries()) {
    const readings = await readFinding(finding, reader);
    for (const each of readings) read.push(await ending(each));
    if (readings.every((each) => each.finding !== finding)) unread.push(finding);
    onProgress?.(passesShare + (READING_SHARE * (i + 1)) / merged.length);
  }
  const lines = read.filter(({ finding, reading }) => isLine(finding.rectangle, reading));
  const unreadTexts = unread.filter((finding) => {
    const { rectangle, picture, parts } = finding;
    const place = views.findIndex((each) => each.picture === picture);
    if (isDrawnLine(finding, drawn[place]?.groups ?? [])) return true;
    const view = views[place];
    const others = lines.filter((line) => !parts.includes(line.finding));
    const rectangles = others.map(({ finding }) => finding.rectangle);
    return view !== undefined && isTextBlock(rectangle, rectangles, view.strokes, picture);
  });
  // A text was read as it was found: grown around what is beside it, a line may read like none.
  const texts = joinedLines(withoutParts(read).map(wholeOf));
  const rectangles = texts.map(({ finding }) => finding.rectangle);
  const apart = texts.map(({ finding, reading }) => ({
    finding: { ...finding, rectangle: apartFrom(finding.rectangle, rectangles, finding.picture) },
    reading,
  }));
  return [...apart, ...unreadTexts.map((finding) => wholeOf({ finding, reading: UNREAD }))].flatMap(
    ({ finding, reading }) => textOf(finding, reading),
  );
};
