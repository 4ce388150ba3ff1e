interface Span {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** What is left of brackets and separators where a word went. */
const EMPTY_BRACKETS = /\(\s*\)|\[\s*\]|\{\s*\}|<\s*>/g;
const DOUBLE_SEPARATORS = /([,;:/_^|-])(?:\s*[,;:/_^|-])+/g;
const LEADING_SEPARATORS = /^[\s,;:/_^|)&+-]+/;
const TRAILING_SEPARATORS = /[\s,;:/_^|(&+-]+$/;

/** The parts of a text that are replaced; the first that claims a place has it. */
export class Spans {
  readonly #spans: Span[] = [];

  /** False where part of it has been replaced already. */
  add(start: number, end: number, replacement: string): boolean {
    if (this.covers(start, end)) return false;
    this.#spans.push({ start, end, replacement });
    return true;
  }

  covers(start: number, end: number): boolean {
    return this.#spans.some((span) => span.start < end && start < span.end);
  }

  get isEmpty(): boolean {
    return this.#spans.length === 0;
  }

  /**
   * The text with the spans replaced; without any it stays as it is.
   *
   * @param mark stands for what was removed
   */
  applyTo(text: string, mark: string): string {
    if (this.isEmpty) return text;
    let result = '';
    let at = 0;
    for (const { start, end, replacement } of this.#spans.toSorted((a, b) => a.start - b.start)) {
      result += text.slice(at, start) + (replacement === '' ? mark : replacement);
      at = end;
    }
    return tidied(result + text.slice(at), mark);
  }
}

const tidied = (text: string, mark: string): string => {
  if (mark !== '')
    return text.replaceAll(new RegExp(`(?:${escaped(mark)}[ ,^]*)+${escaped(mark)}`, 'g'), mark);
  return text
    .replace(EMPTY_BRACKETS, '')
    .replace(DOUBLE_SEPARATORS, '$1')
    .replace(/ {2,}/g, ' ')
    .replace(LEADING_SEPARATORS, '')
    .replace(TRAILING_SEPARATORS, '');
};

const escaped = (text: string): string => text.replace(/[.[\]]/g, '\\$&');
