/** Of a series of thousands of slices all but the slices' own UIDs come again and again. */
const MOST_REMEMBERED = 4096;

/** Remembers what was told of late. */
export interface Memory<Answer> {
  get(key: string): Answer | undefined;
  set(key: string, answer: Answer): void;
}

export const remembering = <Answer>(): Memory<Answer> => {
  const answers = new Map<string, Answer>();
  return {
    get: (key) => answers.get(key),
    set: (key, answer) => {
      if (answers.size >= MOST_REMEMBERED) answers.clear();
      answers.set(key, answer);
    },
  };
};

/**
 * The same function, which remembers what it gave of late: a keyed hash costs more than all else that is done with an attribute.
 * For memory only, as what it was asked is identifying.
 *
 * @param keyOf tells one question from another
 */
export const remembered = <Asked extends readonly unknown[], Answer>(
  compute: (...asked: Asked) => Answer,
  keyOf: (...asked: Asked) => string,
): ((...asked: Asked) => Answer) => {
  const answers = remembering<Answer>();
  return (...asked) => {
    const key = keyOf(...asked);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = compute(...asked);
    answers.set(key, answer);
    return answer;
  };
};
