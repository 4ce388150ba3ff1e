import { characterSetOf, find, tagOfKeyword, valuesOf, type Part10File } from '../../part10/index.ts';

/** The first value of a root attribute, '' where it is missing or empty. */
export const rootValue = (
  { source, dataset }: Pick<Part10File, 'source' | 'dataset'>,
  keyword: string,
): string => {
  const tag = tagOfKeyword(keyword);
  const element = tag === undefined ? undefined : find(dataset, tag);
  if (element === undefined) return '';
  return valuesOf(source, element, characterSetOf(source, dataset))[0] ?? '';
};
