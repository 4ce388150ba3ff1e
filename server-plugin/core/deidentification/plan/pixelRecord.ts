import {
  encodeText,
  find,
  TAG,
  valuesOf,
  type CharacterSet,
  type Part10File,
  type Tag,
  type VR,
} from '../../part10/index.ts';
import type { PixelOutcome } from '../pixelOutcome.ts';
import { additionOf, type Addition } from './plannedAction.ts';

const IMAGE_TYPE: Tag = 0x00080008;
const DERIVATION_DESCRIPTION: Tag = 0x00082111;
const BURNED_IN_ANNOTATION: Tag = 0x00280301;

export const hasPixels = ({ dataset }: Pick<Part10File, 'dataset'>): boolean =>
  [TAG.PixelData, TAG.FloatPixelData, TAG.DoubleFloatPixelData].some(
    (tag) => find(dataset, tag) !== undefined,
  );

/** A derived image keeps the other values of Image Type (PS3.3 section C.7.6.1.1.2). */
const derivedImageType = (file: Part10File, characterSet: CharacterSet): string => {
  const element = find(file.dataset, IMAGE_TYPE);
  const [, ...rest] = element === undefined ? [] : valuesOf(file.source, element, characterSet);
  return ['DERIVED', ...(rest.length === 0 ? ['SECONDARY'] : rest)].join('\\');
};

/** What the object says of its pixels (that no text is burned in, once they were searched; that they were changed), and the change. */
export const pixelAdditions = (
  file: Part10File,
  characterSet: CharacterSet,
  { searched, changed }: PixelOutcome,
): readonly Addition[] => {
  const text = (tag: Tag, vr: VR, value: string): Addition =>
    additionOf({ tag, vr, value: encodeText(value, characterSet, vr) }, 'record');
  const searchedRecord = searched && hasPixels(file) ? [text(BURNED_IN_ANNOTATION, 'CS', 'NO')] : [];
  if (changed === null) return searchedRecord;
  return [
    ...searchedRecord,
    text(IMAGE_TYPE, 'CS', derivedImageType(file, characterSet)),
    text(DERIVATION_DESCRIPTION, 'ST', 'Burned-in text was blanked.'),
    ...Array.from(changed.edits, ([{ tag, vr }, edit]): Addition => ({
      tag,
      vr,
      edit,
      grounds: 'cleanPixelData',
    })),
    ...changed.insertions.map((element) => additionOf(element, 'cleanPixelData')),
  ];
};
