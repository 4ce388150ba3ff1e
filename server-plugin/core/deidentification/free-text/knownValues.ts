import {
  isStringVR,
  placesOf,
  type DataElement,
  type Part10File,
  type Place,
  type Tag,
} from '../../part10/index.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';
import { patientIdentityOf, patientsIn } from '../plan/patientIdentity.ts';
import { sopInstanceOf } from '../plan/sopInstance.ts';
import type { PatientIdentity } from '../pseudonyms.ts';
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
  /** Each identity by its JSON. */
  readonly patients: ReadonlyMap<string, PatientIdentity>;
}

export const NOTHING_KNOWN: KnownValues = {
  people: new Set(),
  values: new Set(),
  uids: new Set(),
  days: new Set(),
  patients: new Map(),
};

/** What is known of either. */
export const knownTogether = (a: KnownValues, b: KnownValues): KnownValues => ({
  people: new Set([...a.people, ...b.people]),
  values: new Set([...a.values, ...b.values]),
  uids: new Set([...a.uids, ...b.uids]),
  days: new Set([...a.days, ...b.days]),
  patients: new Map([...a.patients, ...b.patients]),
});

const setBeyond = (told: ReadonlySet<string>, known: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...told].filter((value) => !known.has(value)));

/** What the first tells beyond the second; null where that is nothing. */
export const knownBeyond = (told: KnownValues, known: KnownValues): KnownValues | null => {
  const beyond: KnownValues = {
    people: setBeyond(told.people, known.people),
    values: setBeyond(told.values, known.values),
    uids: setBeyond(told.uids, known.uids),
    days: setBeyond(told.days, known.days),
    patients: new Map([...told.patients].filter(([key]) => !known.patients.has(key))),
  };
  const { people, values, uids, days, patients } = beyond;
  return [people, values, uids, days, patients].some(({ size }) => size > 0) ? beyond : null;
};

const MANUFACTURER: Tag = 0x00080070;
/** Manufacturer, its model's name, Software Versions. */
const MAKERS: readonly Tag[] = [MANUFACTURER, 0x00081090, 0x00181020];
/** Options that retain who and where: what has another one is a description, a characteristic or a date. */
const IDENTITY_OPTIONS: ReadonlySet<string> = new Set(['retainDeviceIdentity', 'retainInstitutionIdentity']);
const TEXTS: ReadonlySet<string> = new Set(['AE', 'LO', 'SH', 'ST', 'LT', 'UC', 'UR', 'UT']);

type PointsTo = 'person' | 'place' | 'device';

/** What the value of an attribute points to, if Table E.1-1 protects it for that, and no Option that is on retains it. */
const lookUp = (tag: Tag, profile: ResolvedProfile): PointsTo | null => {
  const row = profileRow(tag);
  if (row === undefined) return null;
  const options = [...row.options.keys()];
  if (options.some((option) => !IDENTITY_OPTIONS.has(option) || profile[option])) return null;
  if (options.length === 0) return 'person';
  return options.includes('retainInstitutionIdentity') ? 'place' : 'device';
};

const met = new WeakMap<ResolvedProfile, Map<Tag, PointsTo | null>>();

/** Of the table's attributes the answers are kept: what is in no row points to nothing. */
const pointsTo = (tag: Tag, profile: ResolvedProfile): PointsTo | null => {
  const known = met.get(profile) ?? new Map<Tag, PointsTo | null>();
  met.set(profile, known);
  let answer = known.get(tag);
  if (answer === undefined) {
    answer = lookUp(tag, profile);
    if (profileRow(tag) !== undefined) known.set(tag, answer);
  }
  return answer;
};

/** Reads what the attributes of a file tell, at every nesting level. */
export const knownValuesOf = (file: Part10File, profile: ResolvedProfile): KnownValues => {
  const places = placesOf(file);
  const root = patientIdentityOf(file, sopInstanceOf(file).sopInstanceUID);
  return knownValuesIn(places, profile, patientsIn(places, file.source, root));
};

/** The same, of the places of a file. */
export const knownValuesIn = (
  placesOfFile: Iterable<Place>,
  profile: ResolvedProfile,
  patients: KnownValues['patients'],
): KnownValues => {
  const [people, uids, days] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const values: Record<PointsTo, Set<string>> = { person: new Set(), place: new Set(), device: new Set() };
  const makers = new Map<Tag, string>();
  const setOf = ({ vr, tag }: DataElement): Set<string> | null => {
    if (vr === 'PN') return people;
    if (vr === 'UI') return uids;
    if (vr === 'DA') return days;
    const kind = TEXTS.has(vr) ? pointsTo(tag, profile) : null;
    return kind === null ? null : values[kind];
  };
  for (const place of placesOfFile) {
    const { element } = place;
    if (element.items !== null || !isStringVR(element.vr)) continue;
    if (MAKERS.includes(element.tag)) makers.set(element.tag, place.values.join('\\').toUpperCase());
    const set = setOf(element);
    if (set === null) continue;
    for (const value of place.values) {
      if (value !== '') set.add(set === days ? value.replaceAll('.', '') : value);
    }
  }
  // A place named like the manufacturer, and a station named like its model, tell no more than those do.
  const maker = [...makers.values()].join('\n');
  const places = [...values.place].filter((place) => makers.get(MANUFACTURER) !== place.toUpperCase());
  const devices = [...values.device].filter((device) => !maker.includes(device.toUpperCase()));
  return { people, values: new Set([...values.person, ...places, ...devices]), uids, days, patients };
};
