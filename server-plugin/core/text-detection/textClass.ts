import type { Reading } from './detectedText.ts';
import type { HarmlessRule } from './harmlessTexts.ts';
import { matchesHeader, type HeaderTerms } from './headerTerms.ts';

/** Identifying: matches the header or a pattern. Harmless: reads as one of the allowed texts. Unknown: all else, and what cannot be read. */
export type TextClass = 'identifying' | 'unknown' | 'harmless';

/** What is blanked: everything found; all but harmless text; identifying text only, which takes a reviewer. */
export type RedactionPolicy = 'all-text' | 'keep-harmless' | 'identifying-only';

export interface ClassingContext {
  readonly headerTerms: HeaderTerms;
  /** Modality (0008,0060); null where the header has none. */
  readonly modality: string | null;
  readonly harmlessTexts: readonly HarmlessRule[];
}

/** Readings worse than this are not believed when they look harmless. */
const HARMLESS_SCORE = 0.8;

/** Of words, or of several without the blanks between them. */
const IDENTIFYING = [
  /\d{5,}/,
  /\d{1,4}[-./]\d{1,2}[-./]\d{2,4}/,
  /\d{1,2}[-. ]?(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*[-. ]?\d{2,4}/i,
  /\d{1,2}:\d{2}(?::\d{2})?/,
  /^(?:NAME|PATIENT|PAT|PID|ID|MRN|ACC|DOB|BIRTH|BORN|SEX|AGE|DR|PHYS|OPER|TECH|HOSP|INST|CLINIC|STUDY)\b/i,
  /(?:HOSPITAL|CLINIC|KLINI|MEDICAL|MEDCTR|CENTER|CENTRE|UNIVERS|RADIOLOG|PRAXIS|INSTITUT)/i,
  /\^/,
  /(?:^|\D)\d{1,3}Y(?:RS?|EARS?)?$/i,
] as const;

const isHarmless = (text: string, { modality, harmlessTexts }: ClassingContext): boolean => {
  const rules = harmlessTexts.filter(
    ({ modalities }) => modalities === null || (modality !== null && modalities.includes(modality)),
  );
  const patterns = (scope: HarmlessRule['scope']): string =>
    rules.flatMap((rule) => (rule.scope === scope ? [`(?:${rule.pattern})`] : [])).join('|');
  return new RegExp(`^(?:${patterns('whole')}|(?:(?:${patterns('part')})[,;|/]?)+)$`, 'i').test(text);
};

/** Every run of words of a text, without blanks: a pattern may hold for a part of a line that holds more than one text. */
const runsOfWords = (text: string): readonly string[] => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.flatMap((_, from) =>
    words.slice(from).map((__, i) => words.slice(from, from + i + 1).join('')),
  );
};

/** Redact by default: a text is harmless only if it is read well and reads as an allowed text, and nothing in it matches the header. */
export const classOf = (reading: Reading | null, context: ClassingContext): TextClass => {
  const text = reading?.text.replaceAll(/\s/g, '') ?? '';
  if (reading === null || text === '') return 'unknown';
  if (matchesHeader(text, context.headerTerms)) return 'identifying';
  if (reading.score >= HARMLESS_SCORE && isHarmless(text, context)) return 'harmless';
  return runsOfWords(reading.text).some((run) => IDENTIFYING.some((pattern) => pattern.test(run)))
    ? 'identifying'
    : 'unknown';
};

/** Whether a text of this class is blanked. */
export const isRedacted = (textClass: TextClass, policy: RedactionPolicy): boolean =>
  policy === 'all-text' ||
  textClass === 'identifying' ||
  (policy === 'keep-harmless' && textClass === 'unknown');
