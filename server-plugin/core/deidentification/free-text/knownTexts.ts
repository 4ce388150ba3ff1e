import { knownPhrases } from './knownPhrases.ts';
import type { KnownValues } from './knownValues.ts';
import { KnownWords } from './knownWords.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** A worker takes turns between a few studies; the objects of a study tell mostly the same. */
const MOST_KEPT = 16;
const MOST_TEXTS = 1024;
const LONGEST_TEXT = 256;

/** How known names, identifiers and places are found in text: made once for all objects that know the same. Identifying, in memory only. */
export class KnownTexts {
  readonly words: KnownWords;
  readonly phrases: RegExp | null;
  readonly #results = new Map<string, string>();

  constructor(known: KnownValues, vocabulary: Vocabulary) {
    this.words = new KnownWords(known, vocabulary);
    this.phrases = knownPhrases(known.values, vocabulary);
  }

  /** What became of a text that was met before; undefined where it was not. */
  resultOf(way: string, text: string): string | undefined {
    return this.#results.get(way + text);
  }

  /** Keeps what became of a text, if nothing but what is known here decides on it. */
  keep(way: string, text: string, result: string): void {
    if (text.length > LONGEST_TEXT) return;
    if (this.#results.size >= MOST_TEXTS) this.#results.clear();
    this.#results.set(way + text, result);
  }
}

const kept = new WeakMap<Vocabulary, Map<string, KnownTexts>>();

/** The same for the same people and values. */
export const knownTexts = (known: KnownValues, vocabulary: Vocabulary): KnownTexts => {
  const ofVocabulary = kept.get(vocabulary) ?? new Map<string, KnownTexts>();
  kept.set(vocabulary, ofVocabulary);
  const key = JSON.stringify([[...known.people], [...known.values]]);
  let texts = ofVocabulary.get(key);
  if (texts === undefined) {
    texts = new KnownTexts(known, vocabulary);
    if (ofVocabulary.size >= MOST_KEPT) ofVocabulary.clear();
    ofVocabulary.set(key, texts);
  }
  return texts;
};
