import {
  classOf,
  HARMLESS_TEXTS,
  headerTermsOf,
  isIdentifyingKeyword,
  type DetectedText,
} from '@pseudonymize-redact/core/text-detection';
import type { Cornerstone } from '../ohif.ts';
import type { FoundText } from '../store/foundRegions.ts';

/** The components of a Person Name as dcmjs gives them (PS3.18 annex F). */
const NAME_GROUPS = ['Alphabetic', 'Ideographic', 'Phonetic'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);

/** Values under one keyword: a string, a name, or several of them. */
const stringsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return isObject(value) ? NAME_GROUPS.flatMap((group) => stringsOf(value[group])) : [];
};

const isName = (value: unknown): boolean =>
  isObject(value) && NAME_GROUPS.some((group) => typeof value[group] === 'string');

/** Of a frame of a multi-frame image the viewer has an object whose attributes are those of its prototype. */
const keywordsOf = (dataset: object): readonly string[] => {
  const keywords: string[] = [];
  for (const keyword in dataset) keywords.push(keyword);
  return keywords;
};

/** Sequences of the viewer's datasets are arrays of objects; a header is not nested deeper than this. */
const DEEPEST = 8;

/** What a header, as the viewer holds it by keywords, tells of a person. */
export const identifyingValues = (dataset: unknown, depth = 0): readonly string[] => {
  if (!isObject(dataset) || depth > DEEPEST) return [];
  return keywordsOf(dataset).flatMap((keyword) => {
    const value = dataset[keyword];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (isIdentifyingKeyword(keyword) || values.some(isName)) return stringsOf(value);
    return values.flatMap((item) => identifyingValues(item, depth + 1));
  });
};

interface Instance {
  readonly Modality?: string;
}

/** Tells the class of texts by what they read and what the header of their image says; their readings go no further. */
export const classed = (
  metaData: Pick<Cornerstone['metaData'], 'get'>,
  imageId: string,
  texts: readonly DetectedText[],
): readonly FoundText[] => {
  const instance = metaData.get('instance', imageId) as Instance | undefined;
  const context = {
    headerTerms: headerTermsOf(identifyingValues(instance)),
    modality: instance?.Modality ?? null,
    harmlessTexts: HARMLESS_TEXTS,
  };
  return texts.map(({ box, reading }) => ({ box, textClass: classOf(reading, context) }));
};
