import { APART, type Reading } from './detectedText.ts';
import type { HarmlessRule } from './harmlessTexts.ts';
import { matchesHeader, type HeaderTerms } from './headerTerms.ts';

/** Identifying: matches the header or a pattern. Harmless: reads as one of the allowed texts. Unknown: all else, and what cannot be read. */
export type TextClass = 'identifying' | 'unknown' | 'harmless';

/** What is blanked: everything found; all but harmless text; identifying text only, which takes a reviewer. */
export type RedactionPolicy = 'all-text' | 'keep-harmless' | 'identifying-only';

const BY_GRAVITY: readonly TextClass[] = ['harmless', 'unknown', 'identifying'];

/** Of two classes the one that is sooner blanked: one place may show different texts. */
export const graver = (a: TextClass, b: TextClass): TextClass =>
  BY_GRAVITY.indexOf(a) < BY_GRAVITY.indexOf(b) ? b : a;

export interface ClassingContext {
  readonly headerTerms: HeaderTerms;
  /** Modality (0008,0060); null where the header has none. */
  readonly modality: string | null;
  readonly harmlessTexts: readonly HarmlessRule[];
}

/** Readings worse than this are not believed when they look harmless. */
const HARMLESS_SCORE = 0.8;

/** Of readings without blanks. */
const IDENTIFYING = [
  /\d{5,}/,
  // Small signs are often read as others.
  /\d{1,4}[-./,:;*|]{1,2}\d{1,2}[-./,:;*|]{1,2}\d{2,4}/,
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

const classOfText = (reading: string, score: number, context: ClassingContext): TextClass => {
  const text = reading.replaceAll(/\s/g, '');
  if (text === '') return 'unknown';
  if (matchesHeader(text, context.headerTerms)) return 'identifying';
  if (score >= HARMLESS_SCORE && isHarmless(text, context)) return 'harmless';
  return IDENTIFYING.some((pattern) => pattern.test(text)) ? 'identifying' : 'unknown';
};

/**
 * Redact by default: a text is harmless only if it is read well and reads as an allowed text, and nothing in it matches the header. The
 * gravest of what was found apart counts, and of all of it.
 */
export const classOf = (reading: Reading | null, context: ClassingContext): TextClass => {
  if (reading === null) return 'unknown';
  return [reading.text, ...reading.text.split(APART)]
    .map((text) => classOfText(text, reading.score, context))
    .reduce(graver);
};

/** Whether a text of this class is blanked. */
export const isRedacted = (textClass: TextClass, policy: RedactionPolicy): boolean =>
  policy === 'all-text' ||
  textClass === 'identifying' ||
  (policy === 'keep-harmless' && textClass === 'unknown');
