import {
  isStringVR,
  textOf,
  valuesOf,
  walk,
  type DataElement,
  type Part10File,
  type Place,
  type Tag,
} from '../../part10/index.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';
import { profileRow } from '../standard/profileTable.ts';

/** What attributes say about people, places and things: what free text must not say again. Identifying, in memory only. */
export interface KnownValues {
  /** PN values as they stand, with all groups. */
  readonly people: ReadonlySet<string>;
  /** Identifiers, institutions, addresses, telephone numbers. */
  readonly values: ReadonlySet<string>;
  readonly uids: ReadonlySet<string>;
  /** YYYYMMDD */
  readonly days: ReadonlySet<string>;
}

export const NOTHING_KNOWN: KnownValues = {
  people: new Set(),
  values: new Set(),
  uids: new Set(),
  days: new Set(),
};

/** What is known of either. */
export const knownTogether = (a: KnownValues, b: KnownValues): KnownValues => ({
  people: new Set([...a.people, ...b.people]),
  values: new Set([...a.values, ...b.values]),
  uids: new Set([...a.uids, ...b.uids]),
  days: new Set([...a.days, ...b.days]),
});

const MANUFACTURER: readonly Tag[] = [0x00080070, 0x00081090, 0x00181020];
/** Options that retain who and where: what has another one is a description, a characteristic or a date. */
const IDENTITY_OPTIONS: ReadonlySet<string> = new Set(['retainDeviceIdentity', 'retainInstitutionIdentity']);
const TEXTS: ReadonlySet<string> = new Set(['AE', 'LO', 'SH', 'ST', 'LT', 'UC', 'UR', 'UT']);

/** Whether Table E.1-1 protects the attribute because its value points to a person, a place or a device. */
const isIdentifier = (tag: Tag, profile: ResolvedProfile): boolean => {
  const row = profileRow(tag);
  return (
    row !== undefined &&
    [...row.options.keys()].every((option) => IDENTITY_OPTIONS.has(option) && !profile[option])
  );
};

/** Reads what the attributes of a file tell of people and places, at every nesting level. */
export const knownValuesOf = (file: Part10File, profile: ResolvedProfile): KnownValues => {
  const [people, values, uids, days] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  const makers = new Set<string>();
  const textsOf = ({ element, characterSet }: Place, vr: DataElement['vr']): readonly string[] =>
    valuesOf(file.source, { ...element, vr }, characterSet).filter((value) => value !== '');
  walk(file, (place) => {
    const { element } = place;
    const { vr, tag } = element;
    if (element.items !== null || !isStringVR(vr)) return true;
    if (vr === 'PN') for (const value of textsOf(place, vr)) people.add(value);
    else if (vr === 'UI') for (const value of textsOf(place, vr)) uids.add(value);
    else if (vr === 'DA') for (const value of textsOf(place, vr)) days.add(value.replaceAll('.', ''));
    else if (MANUFACTURER.includes(tag)) makers.add(textOf(file.source, element, place.characterSet));
    else if (TEXTS.has(vr) && isIdentifier(tag, profile))
      for (const value of textsOf(place, vr)) values.add(value);
    return true;
  });
  // Where the station has the name of its model, the name tells no more than the model does.
  const maker = [...makers].join('\n').toUpperCase();
  return {
    people,
    values: new Set([...values].filter((value) => !maker.includes(value.toUpperCase()))),
    uids,
    days,
  };
};
