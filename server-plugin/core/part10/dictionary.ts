// The one place where dcmjs' data dictionary (PS3.6) enters the core.
import dcmjs from 'dcmjs';
import { formatTag, isGroupLength, isPrivate, isPrivateCreator, type Tag } from './tag.ts';
import { vrFromCode, type VR } from './valueRepresentation.ts';

export interface DictionaryEntry {
  readonly keyword: string;
  readonly vr: VR;
}

interface DcmjsEntry {
  readonly name: string;
  readonly vr: string | undefined;
}

const { dictionary, nameMap } = dcmjs.data.DicomMetaDictionary as {
  dictionary: Record<string, DcmjsEntry | undefined>;
  nameMap: Record<string, { readonly tag: string } | undefined>;
};

/** dcmjs' own codes for attributes whose VR depends on others; the first choice of PS3.6. */
const AMBIGUOUS: Readonly<Record<string, VR>> = { ox: 'OW', xs: 'US', lt: 'US', up: 'UL' };

/** Of what the dictionary has only: a hostile file has millions of tags that it has not. */
const cache = new Map<Tag, DictionaryEntry>();

const lookUp = (tag: Tag): DictionaryEntry | null => {
  const hex = tag.toString(16).toUpperCase().padStart(8, '0');
  const entry = dictionary[`(${hex.slice(0, 4)},${hex.slice(4)})`];
  if (entry?.vr === undefined) return null;
  const vr = AMBIGUOUS[entry.vr] ?? vrFromCode((entry.vr.charCodeAt(0) << 8) | entry.vr.charCodeAt(1));
  return vr === undefined ? null : { keyword: entry.name.replace(/^RETIRED_/, ''), vr };
};

/** The entry of the public data dictionary (PS3.6), repeating groups included, or null. */
export const dictionaryEntry = (tag: Tag): DictionaryEntry | null => {
  if (isPrivate(tag)) return null;
  const cached = cache.get(tag);
  if (cached !== undefined) return cached;
  const entry = lookUp(tag);
  if (entry !== null) cache.set(tag, entry);
  return entry;
};

/** The VR that implicit encoding leaves to the reader; UN for what no dictionary has (PS3.5 section 6.2.2). */
export const implicitVR = (tag: Tag): VR => {
  if (isPrivateCreator(tag)) return 'LO';
  if (isGroupLength(tag)) return 'UL';
  return dictionaryEntry(tag)?.vr ?? 'UN';
};

/** The keyword where the dictionary has one, else "(GGGG,EEEE)". */
export const nameOf = (tag: Tag): string => dictionaryEntry(tag)?.keyword ?? formatTag(tag);

const tagCache = new Map<string, Tag>();

/** The Tag of a keyword of PS3.6, or undefined. */
export const tagOfKeyword = (keyword: string): Tag | undefined => {
  const cached = tagCache.get(keyword);
  if (cached !== undefined) return cached;
  const entry = Object.hasOwn(nameMap, keyword) ? nameMap[keyword] : undefined;
  if (entry === undefined) return undefined;
  const tag = Number.parseInt(entry.tag.replace(/[(),]/g, ''), 16);
  tagCache.set(keyword, tag);
  return tag;
};
