import { bareWord } from './wordForms.ts';

/** A run of letters or of digits in a text: `MRT50H1` is four tokens. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Upper case without diacritics. */
  readonly bare: string;
  readonly isNumber: boolean;
  /** Written like a name: its first letter is a capital, or its script has no case. */
  readonly isCapitalised: boolean;
  /** Whether no letter or digit stands between this token and the one before it. */
  readonly isJoined: boolean;
}

const TOKEN = /\p{N}+|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?/gu;
const DIGIT = /^\p{N}/u;
const LOWER_CASE = /^\p{Ll}/u;

/** The tokens of a text, in order. */
export const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let before = -1;
  for (const match of text.matchAll(TOKEN)) {
    const [word] = match;
    const start = match.index;
    const end = start + word.length;
    const isNumber = DIGIT.test(word);
    tokens.push({
      start,
      end,
      text: word,
      bare: isNumber ? word : bareWord(word),
      isNumber,
      isCapitalised: !isNumber && !LOWER_CASE.test(word),
      isJoined: start === before,
    });
    before = end;
  }
  return tokens;
};
