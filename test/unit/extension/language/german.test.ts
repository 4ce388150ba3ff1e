// @vitest-environment jsdom
// What a reader of German sees: the language is taken over from where the viewer keeps it.
import { ERROR_TABLE, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../../extension/src/language/english.ts';
import { ENGLISH_ERRORS } from '../../../../extension/src/language/englishErrors.ts';
import { GERMAN } from '../../../../extension/src/language/german.ts';
import { GERMAN_ERRORS } from '../../../../extension/src/language/germanErrors.ts';

const CODES = Object.keys(ERROR_TABLE) as ErrorCode[];

let errorText: (code: string, message: string) => string;
let keyText: (keys: string) => string;

beforeAll(async () => {
  localStorage.setItem('i18nextLng', 'de');
  ({ errorText } = await import('../../../../extension/src/language/language.ts'));
  ({ keyText } = await import('../../../../extension/src/language/keyText.ts'));
});

describe('errors', () => {
  it.each(CODES)('%s has words of its own in both languages', (code) => {
    const [english, german] = [ENGLISH_ERRORS[code], GERMAN_ERRORS[code]];
    expect(errorText(code, ERROR_TABLE[code].message)).toBe(german);
    expect(german).not.toBe(english);
    for (const text of [english, german]) expect(text).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('have words for no code that is not in the table', () => {
    expect(Object.keys(ENGLISH_ERRORS).toSorted()).toEqual(CODES.toSorted());
    expect(Object.keys(GERMAN_ERRORS).toSorted()).toEqual(CODES.toSorted());
  });
});

describe('texts', () => {
  it('have the same places for values as the English ones', () => {
    const placesOf = (text: string): readonly string[] => (text.match(/\{\{\w+\}\}/g) ?? []).toSorted();
    for (const key of Object.keys(ENGLISH) as (keyof typeof ENGLISH)[])
      expect(placesOf(GERMAN[key]), key).toEqual(placesOf(ENGLISH[key]));
  });
});

describe('keys', () => {
  it.each([
    ['j', 'J'],
    ['shift+p', 'Umschalt+P'],
    ['alt+shift+y', 'Alt+Umschalt+Y'],
    ['del', 'Entf'],
    ['ctrl+z', 'Strg+Z'],
    ['enter', 'Eingabe'],
    ['space', 'Leertaste'],
    ['?', '?'],
  ])('%s is called as on the keyboard', (keys, name) => {
    expect(keyText(keys)).toBe(name);
  });
});
