import type { Plan, ResolvedProfile } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { DEFAULT_CHARACTER_SET, find, TAG, textOf, type Part10File } from '@pseudonymize-redact/core/part10';

/** Shorter identifiers are found in numbers and codes that have nothing to do with them. */
const FEWEST_CHARACTERS = 5;
const PIXEL_TAGS: ReadonlySet<number> = new Set([
  TAG.PixelData,
  TAG.FloatPixelData,
  TAG.DoubleFloatPixelData,
]);
const PART_OF_A_WORD = /[0-9A-Za-z.]/;

/** All bytes but the pixels, one character each: identifiers are ASCII where they are compared here. */
const headerText = ({ source, meta, dataset }: Part10File): string =>
  [...meta.elements, ...dataset.elements]
    .filter(({ tag }) => !PIXEL_TAGS.has(tag))
    .map(({ start, end }) => Buffer.from(source.read(start, end)).toString('latin1'))
    .join('\n');

const holdsWord = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (!PART_OF_A_WORD.test(before) && !PART_OF_A_WORD.test(after)) return true;
  }
  return false;
};

/**
 * Reads the finished copy once more, before anybody stores it: it names the new SOP Instance in both places, and neither a UID that
 * was replaced nor the Patient ID is anywhere outside the pixels. A UID such as "0", which names nothing, is not looked for.
 *
 * @throws CodedError COPY_NOT_VERIFIED
 */
export const verifyCopy = (
  copy: Part10File,
  { identity }: Plan,
  { removesIdentity }: ResolvedProfile,
): void => {
  const uidIn = (dataset: Part10File['dataset'], tag: number): string => {
    const element = find(dataset, tag);
    return element === undefined ? '' : textOf(copy.source, element, DEFAULT_CHARACTER_SET);
  };
  if (
    uidIn(copy.meta, TAG.MediaStorageSOPInstanceUID) !== identity.newSOPInstanceUID ||
    uidIn(copy.dataset, TAG.SOPInstanceUID) !== identity.newSOPInstanceUID
  ) {
    throw new CodedError('COPY_NOT_VERIFIED', 'SOPInstanceUID');
  }
  const text = headerText(copy);
  for (const original of identity.uids.keys()) {
    if (original.length >= FEWEST_CHARACTERS && holdsWord(text, original))
      throw new CodedError('COPY_NOT_VERIFIED', 'a UID of the original is left');
  }
  const { patientID } = identity.subject.identity;
  if (removesIdentity && patientID.length >= FEWEST_CHARACTERS && holdsWord(text, patientID)) {
    throw new CodedError('COPY_NOT_VERIFIED', 'the Patient ID of the original is left');
  }
};
