import type { PixelBox } from '@pseudonymize-redact/core/text-detection';
import type { KnownImage, KnownText } from './detectionSets.ts';

/** A text counts as found if this share of its box is covered by all findings together … */
const FOUND_SHARE = 0.9;
/** … and a finding as right if this share of it lies on texts. */
const RIGHT_SHARE = 0.1;
/** Findings may reach this many pixels beyond the text: padding is not a false positive. */
const MARGIN = 8;

/** Sums over a set of images. */
export class DetectionScore {
  #found = 0;
  #covered = 0;
  #texts = 0;
  #letters = 0;
  #lettersFound = 0;
  #identifying = 0;
  #identifyingFound = 0;
  #identifyingCovered = 0;
  #findings = 0;
  #right = 0;
  #milliseconds = 0;
  readonly #falseAreas: number[] = [];

  add({ image, texts }: KnownImage, boxes: readonly PixelBox[], milliseconds: number): void {
    const { columns, rows } = image;
    const findings = maskOf(boxes, columns, rows, 0);
    const allowed = maskOf(
      texts.map(({ box }) => box),
      columns,
      rows,
      MARGIN,
    );
    for (const text of texts) this.#addText(text, findings, columns);
    this.#findings += boxes.length;
    this.#right += boxes.filter((box) => shareCovered(allowed, box, columns) >= RIGHT_SHARE).length;
    this.#falseAreas.push(
      findings.reduce((sum, is, i) => sum + (is === 1 && allowed[i] === 0 ? 1 : 0), 0) / findings.length,
    );
    this.#milliseconds += milliseconds;
  }

  #addText({ text, box, ink, isIdentifying }: KnownText, findings: Uint8Array, columns: number): void {
    const isFound = shareCovered(findings, box, columns) >= FOUND_SHARE ? 1 : 0;
    const isCovered = ink.every((pixel) => findings[pixel] === 1) ? 1 : 0;
    if (Array.from(text).length === 1) {
      this.#letters += 1;
      this.#lettersFound += isFound;
    } else {
      this.#texts += 1;
      this.#found += isFound;
    }
    this.#covered += isCovered;
    if (!isIdentifying) return;
    this.#identifying += 1;
    this.#identifyingFound += isFound;
    this.#identifyingCovered += isCovered;
  }

  /** One line of the report, under `HEADING`. */
  line(name: string): string {
    const images = this.#falseAreas.length;
    const falseMean = this.#falseAreas.reduce((sum, area) => sum + area, 0) / images;
    const columns = [
      percent(this.#found, this.#texts),
      percent(this.#lettersFound, this.#letters),
      percent(this.#covered, this.#texts + this.#letters),
      percent(this.#identifyingFound, this.#identifying),
      percent(this.#identifyingCovered, this.#identifying),
      percent(this.#right, this.#findings),
      (100 * falseMean).toFixed(2),
      (100 * Math.max(...this.#falseAreas)).toFixed(2),
      (this.#milliseconds / images).toFixed(0),
    ];
    return [name.padEnd(NAME_WIDTH), ...columns.map((column) => column.padStart(COLUMN_WIDTH))].join('');
  }

  get images(): number {
    return this.#falseAreas.length;
  }
}

const NAME_WIDTH = 26;
const COLUMN_WIDTH = 9;
export const HEADING = [
  ''.padEnd(NAME_WIDTH),
  ...['lines', 'letters', 'strict', 'ident.', 'strict', 'precis.', 'false', 'worst', 'CPU ms'].map((name) =>
    name.padStart(COLUMN_WIDTH),
  ),
].join('');

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);

const maskOf = (boxes: readonly PixelBox[], columns: number, rows: number, margin: number): Uint8Array => {
  const mask = new Uint8Array(columns * rows);
  for (const [x0, y0, x1, y1] of boxes) {
    const [left, right] = [Math.max(0, Math.floor(x0 - margin)), Math.min(columns, Math.ceil(x1 + margin))];
    const [top, bottom] = [Math.max(0, Math.floor(y0 - margin)), Math.min(rows, Math.ceil(y1 + margin))];
    for (let y = top; y < bottom; y += 1) mask.fill(1, y * columns + left, y * columns + right);
  }
  return mask;
};

const shareCovered = (mask: Uint8Array, [x0, y0, x1, y1]: PixelBox, columns: number): number => {
  let covered = 0;
  let count = 0;
  for (let y = Math.floor(y0); y < Math.ceil(y1); y += 1) {
    for (let x = Math.floor(x0); x < Math.ceil(x1); x += 1) {
      covered += mask[y * columns + x] ?? 0;
      count += 1;
    }
  }
  return covered / count;
};
