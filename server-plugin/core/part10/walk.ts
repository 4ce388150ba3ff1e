import type { ByteSource } from './byteSource.ts';
import { characterSetOf, type CharacterSet } from './characterSet.ts';
import { nameOf } from './dictionary.ts';
import type { DataElement, Dataset } from './element.ts';
import type { Part10File } from './part10File.ts';
import { elementOf, groupOf, isPrivate, isPrivateCreator, makeTag, type Tag } from './tag.ts';
import { textOf } from './text.ts';

/** One Data Element and where it stands. */
export interface Place {
  readonly element: DataElement;
  /** The Dataset that holds it: the root, or that of an Item. */
  readonly dataset: Dataset;
  /** Keywords, or "(GGGG,EEEE)", with 1-based Items: `ReferencedSeriesSequence[1].SeriesInstanceUID`. */
  readonly path: string;
  readonly characterSet: CharacterSet;
  /** The Private Creator that reserved the block of a private element (PS3.5 section 7.8.1); null where none did. */
  readonly privateCreator: string | null;
}

/** False leaves the Items of the element out. */
export type Visit = (place: Place) => boolean | undefined;

const PRIVATE_CREATOR_OF_BLOCK = 8;

const privateCreators = (
  source: ByteSource,
  dataset: Dataset,
  characterSet: CharacterSet,
): ReadonlyMap<Tag, string> => {
  const creators = new Map<Tag, string>();
  for (const element of dataset.elements) {
    if (isPrivateCreator(element.tag)) {
      creators.set(element.tag, textOf(source, { ...element, vr: 'LO' }, characterSet));
    }
  }
  return creators;
};

const creatorTag = (tag: Tag): Tag => makeTag(groupOf(tag), elementOf(tag) >>> PRIVATE_CREATOR_OF_BLOCK);

const walkDataset = (
  source: ByteSource,
  dataset: Dataset,
  prefix: string,
  inherited: CharacterSet | undefined,
  visit: Visit,
): void => {
  const characterSet = characterSetOf(source, dataset, inherited);
  const creators = privateCreators(source, dataset, characterSet);
  for (const element of dataset.elements) {
    const path = prefix + nameOf(element.tag);
    const privateCreator = isPrivate(element.tag) ? (creators.get(creatorTag(element.tag)) ?? null) : null;
    const descend = visit({ element, dataset, path, characterSet, privateCreator }) ?? true;
    if (!descend || element.items === null) continue;
    element.items.forEach((item, index) => {
      walkDataset(source, item.dataset, `${path}[${index + 1}].`, characterSet, visit);
    });
  }
};

/**
 * Visits every Data Element of the Dataset in the order of the bytes, a Sequence before its Items; not the File Meta Information.
 *
 * @throws CodedError PART10_UNKNOWN_CHARACTER_SET
 */
export const walk = (file: Pick<Part10File, 'source' | 'dataset'>, visit: Visit): void => {
  walkDataset(file.source, file.dataset, '', undefined, visit);
};
