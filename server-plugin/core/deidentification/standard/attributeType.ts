import { ATTRIBUTE_TYPES } from './attributeTypes.ts';

/** 1 and 1C, 2 and 2C, and all else: an attribute that a conditional Type names and that is there fulfils the condition. */
export type AttributeType = 1 | 2 | 3;

type Types = ReadonlyMap<string, AttributeType>;

const parseTypes = (line: string): readonly [string, Types] => {
  const [uid = '', first = '', second = ''] = line.split(' ');
  const keywords = (list: string): readonly string[] => list.slice(2).split(',');
  return [
    uid,
    new Map<string, AttributeType>([
      ...keywords(first).map((keyword) => [keyword, 1] as const),
      ...keywords(second).map((keyword) => [keyword, 2] as const),
    ]),
  ];
};

const BY_SOP_CLASS: ReadonlyMap<string, Types> = new Map(ATTRIBUTE_TYPES.trim().split('\n').map(parseTypes));

/**
 * The Type of an attribute at the root of the IOD of a SOP Class (PS3.5 section 7.4); undefined where the table does not have
 * the SOP Class. Only attributes with a compound action in PS3.15 Table E.1-1 are in the table.
 */
export const attributeType = (sopClassUID: string, keyword: string): AttributeType | undefined => {
  const types = BY_SOP_CLASS.get(sopClassUID);
  return types === undefined ? undefined : (types.get(keyword) ?? 3);
};
