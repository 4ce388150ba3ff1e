import type { Job } from '@pseudonymize-redact/core/contract';
import { createInstance } from 'i18next';
import LanguageDetector from 'i18next-browser-languagedetector';
import { ENGLISH } from './english.ts';
import { ENGLISH_ERRORS } from './englishErrors.ts';
import { GERMAN } from './german.ts';
import { GERMAN_ERRORS } from './germanErrors.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly resources: { readonly translation: typeof ENGLISH; readonly errors: typeof ENGLISH_ERRORS };
  }
}

/**
 * The viewer's own i18next is out of reach for an extension that is loaded at run time. This one is of the same kind and looks for the
 * language where the viewer's looks and keeps it, so both speak the language that is chosen in the viewer's preferences.
 */
const i18n = createInstance();
const detector = new LanguageDetector();

void i18n.use(detector).init({
  resources: {
    en: { translation: ENGLISH, errors: ENGLISH_ERRORS },
    de: { translation: GERMAN, errors: GERMAN_ERRORS },
  },
  fallbackLng: 'en',
  load: 'languageOnly',
  initAsync: false,
  interpolation: { escapeValue: false },
  detection: {
    order: ['querystring', 'cookie', 'localStorage', 'navigator'],
    lookupQuerystring: 'lng',
    lookupCookie: 'i18next',
    lookupLocalStorage: 'i18nextLng',
    caches: [],
  },
});

export const t = i18n.t;

/** A point in time as the reader writes it. @param iso as of ISO 8601 */
export const dateText = (iso: string): string => new Date(iso).toLocaleString(i18n.resolvedLanguage);

/** What a reader can do about an error. @param message the error's own words, for codes of a later bridge */
export const errorText = (code: string, message: string): string =>
  code in ENGLISH_ERRORS ? t(code as keyof typeof ENGLISH_ERRORS, { ns: 'errors' }) : message;

/** How far a job is. Completed, it has stored nothing where every image is on hold. */
export const stateText = ({ state, copy }: Pick<Job, 'state' | 'copy'>): string =>
  t(state === 'completed' && copy === null ? 'state_withheld' : `state_${state}`);

const changedLanguage = (): string => {
  const [found] = [detector.detect() ?? 'en'].flat();
  const language = (found ?? 'en').split('-')[0] ?? 'en';
  if (language !== i18n.resolvedLanguage) void i18n.changeLanguage(language);
  return language;
};

/** Looking for it reads cookies, and who asks renders often. */
const LEAST_INTERVAL_MS = 1000;
let looked = { atMs: -Infinity, language: 'en' };

/** Takes over the viewer's language where it has changed. @returns its code, as `de` */
export const followLanguage = (): string => {
  if (performance.now() - looked.atMs > LEAST_INTERVAL_MS)
    looked = { atMs: performance.now(), language: changedLanguage() };
  return looked.language;
};
