import type { Tag } from '../../part10/index.ts';
import { ATTRIBUTE_ACTIONS } from './attributeActions.ts';

/** The Options of PS3.15 Table E.1-1 that have a column of actions for single attributes. */
export const ATTRIBUTE_OPTIONS = [
  'retainUIDs',
  'retainDeviceIdentity',
  'retainInstitutionIdentity',
  'retainPatientCharacteristics',
  'retainLongitudinalFullDates',
  'retainLongitudinalModifiedDates',
  'cleanDescriptors',
  'cleanStructuredContent',
  'cleanGraphics',
] as const;
export type AttributeOption = (typeof ATTRIBUTE_OPTIONS)[number];

const BASIC_ACTIONS = ['D', 'Z', 'X', 'U', 'Z/D', 'X/Z', 'X/D', 'X/Z/D', 'X/Z/U*'] as const;
/** An action of the Basic Profile as printed; the compound ones depend on the attribute's Type in the IOD. */
export type BasicAction = (typeof BASIC_ACTIONS)[number];

/** One row of Table E.1-1. */
export interface ProfileRow {
  readonly basic: BasicAction;
  /** The action of each Option that has one: keep or clean. */
  readonly options: ReadonlyMap<AttributeOption, 'K' | 'C'>;
}

const parseOption = (word: string): readonly [AttributeOption, 'K' | 'C'] => {
  const [name, action] = word.split('=');
  const option = ATTRIBUTE_OPTIONS.find((candidate) => candidate === name);
  if (option === undefined || (action !== 'K' && action !== 'C')) throw new RangeError(word);
  return [option, action];
};

const parseRow = (line: string): readonly [Tag, ProfileRow] => {
  const [tag = '', , action, ...options] = line.split(' ');
  const basic = BASIC_ACTIONS.find((candidate) => candidate === action);
  if (basic === undefined) throw new RangeError(line);
  return [
    Number.parseInt(tag.slice(1, 5) + tag.slice(6, 10), 16),
    { basic, options: new Map(options.map(parseOption)) },
  ];
};

const ROWS: ReadonlyMap<Tag, ProfileRow> = new Map(ATTRIBUTE_ACTIONS.map(parseRow));

/** The attributes of Table E.1-1. */
export const PROFILE_TAGS: readonly Tag[] = [...ROWS.keys()];

/** The row of an attribute, or undefined where Table E.1-1 has none. */
export const profileRow = (tag: Tag): ProfileRow | undefined => ROWS.get(tag);
