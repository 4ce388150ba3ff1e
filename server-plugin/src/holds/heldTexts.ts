import type { HeldText } from '@pseudonymize-redact/core/contract';
import type { InstanceTexts } from '../detection/searchInstance.ts';
import type { HoldPolicy } from '../projects/projectFile.ts';

/**
 * The texts on a redacted copy for which it may not be stored, by their places.
 *
 * @param searched the frames that were searched, 1-based; undefined: all. Each of them may show any of the texts.
 */
export const heldTexts = (
  { texts, frames }: InstanceTexts,
  searched: readonly number[] | undefined,
  policy: HoldPolicy,
): readonly HeldText[] =>
  texts
    .filter(({ textClass }) => policy === 'all-text' || textClass === 'identifying')
    .map(({ box, textClass }) => ({
      frames: { first: searched?.[0] ?? 1, last: searched?.at(-1) ?? frames },
      box: [...box],
      class: textClass,
    }));
