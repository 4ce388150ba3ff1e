import {
  isStringVR,
  nameOf,
  valuesOf,
  valueVR,
  walk,
  type Part10File,
} from '@pseudonymize-redact/core/part10';
import { loadVocabulary } from '../vocabulary/vocabulary.ts';

/** What is known of the originals of a copied study; for memory only. */
export interface KnownOriginals {
  /** PN values. */
  readonly people: readonly string[];
  /** Patient IDs, Accession Numbers, institutions and the like. */
  readonly values: readonly string[];
  readonly uids: ReadonlySet<string>;
}

/** Shorter ones stand in numbers and words by chance. */
const FEWEST_CHARACTERS = 4;
const FEWEST_LETTERS_OF_NAME = 3;

/** A person or a place named like the maker tells no more than those do: they are looked for elsewhere. */
const MAKERS: ReadonlySet<string> = new Set(['Manufacturer', 'ManufacturerModelName', 'SoftwareVersions']);

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
const wordsOf = (text: string): readonly string[] => bare(text).split(/[^\p{L}\p{N}]+/u);

/** Whether a value stands in a text as it is, not within a longer word. */
const holds = (text: string, value: string): boolean => {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + value.length]];
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
};

/**
 * Where the header of a copy says something of its original: keywords with 1-based Items. A name that is a clinical word too is
 * looked for in names only: `Parkinson` may stand in a description.
 */
export const originalsLeft = (
  file: Part10File,
  { people, values, uids }: KnownOriginals,
): readonly string[] => {
  const vocabulary = loadVocabulary();
  const names = new Set(people.flatMap(wordsOf).filter(({ length }) => length >= FEWEST_LETTERS_OF_NAME));
  const inText = new Set([...names].filter((name) => !vocabulary.isTerm(name) && !vocabulary.isCommon(name)));
  const sought = values.map(bare).filter(({ length }) => length >= FEWEST_CHARACTERS);
  const places: string[] = [];
  walk(file, ({ element, characterSet, path }) => {
    const vr = valueVR(element);
    if (element.items !== null || !isStringVR(vr) || MAKERS.has(nameOf(element.tag))) return true;
    const found = valuesOf(file.source, element, characterSet);
    const isLeft =
      vr === 'UI'
        ? found.some((uid) => uids.has(uid))
        : found.some((value) => {
            const text = bare(value);
            const known = vr === 'PN' ? names : inText;
            return wordsOf(value).some((word) => known.has(word)) || sought.some((one) => holds(text, one));
          });
    if (isLeft) places.push(path);
    return true;
  });
  return places;
};
