import type { ByteSource } from './byteSource.ts';
import { characterSetOf, type CharacterSet } from './characterSet.ts';
import { nameOf } from './dictionary.ts';
import type { DataElement, Dataset } from './element.ts';
import type { Part10File } from './part10File.ts';
import { elementOf, groupOf, isPrivate, isPrivateCreator, makeTag, type Tag } from './tag.ts';
import { textOf, valuesOf } from './text.ts';

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
  /** The single values as text, each without padding, as `valuesOf` gives them: read when they are asked for, once. */
  readonly values: readonly string[];
}

class PlaceInFile implements Place {
  readonly element: DataElement;
  readonly dataset: Dataset;
  readonly path: string;
  readonly characterSet: CharacterSet;
  readonly privateCreator: string | null;
  readonly #source: ByteSource;
  #values: readonly string[] | null = null;

  constructor(
    source: ByteSource,
    { element, dataset, path, characterSet, privateCreator }: Omit<Place, 'values'>,
  ) {
    this.#source = source;
    this.element = element;
    this.dataset = dataset;
    this.path = path;
    this.characterSet = characterSet;
    this.privateCreator = privateCreator;
  }

  get values(): readonly string[] {
    this.#values ??= valuesOf(this.#source, this.element, this.characterSet);
    return this.#values;
  }
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
    const place = new PlaceInFile(source, { element, dataset, path, characterSet, privateCreator });
    const descend = visit(place) ?? true;
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

/** Every place that `walk` visits, in its order. */
export const placesOf = (file: Pick<Part10File, 'source' | 'dataset'>): readonly Place[] => {
  const places: Place[] = [];
  walk(file, (place) => {
    places.push(place);
    return true;
  });
  return places;
};
