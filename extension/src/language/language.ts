import { createInstance } from 'i18next';
import LanguageDetector from 'i18next-browser-languagedetector';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly resources: { readonly translation: typeof ENGLISH };
  }
}

/**
 * The viewer's own i18next is out of reach for an extension that is loaded at run time. This one is of the same kind and looks for the
 * language where the viewer's looks and keeps it, so both speak the language that is chosen in the viewer's preferences.
 */
const i18n = createInstance();
const detector = new LanguageDetector();

void i18n.use(detector).init({
  resources: { en: { translation: ENGLISH }, de: { translation: GERMAN } },
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

/** Takes over the viewer's language where it has changed. @returns its code, as `de` */
export const followLanguage = (): string => {
  const [found] = [detector.detect() ?? 'en'].flat();
  const language = (found ?? 'en').split('-')[0] ?? 'en';
  if (language !== i18n.resolvedLanguage) void i18n.changeLanguage(language);
  return language;
};
