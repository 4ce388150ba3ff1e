import {
  elementOf,
  find,
  formatTag,
  groupOf,
  isGroupLength,
  isPrivate,
  isPrivateCreator,
  nameOf,
  textOf,
  type ByteSource,
  type Place,
  type Tag,
  type VR,
} from '../../part10/index.ts';
import type { Option } from '../profile/option.ts';
import type { ActionCode, Override } from '../profile/profile.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';
import { attributeType } from '../standard/attributeType.ts';
import { profileRow, type BasicAction, type ProfileRow } from '../standard/profileTable.ts';
import { safePrivateElement } from '../standard/safePrivate.ts';
import { isRemovedAlways } from './removedAlways.ts';
import { contradicts, dictionaryVR, governingVR } from './valueKind.ts';

/** What an action rests on: an Option, the Basic Profile, the user's override, or a rule beyond Table E.1-1. */
export type Grounds =
  | Option
  | 'basicProfile'
  | 'override'
  | 'removedAlways'
  | 'unknownAttribute'
  | 'privateAttribute'
  | 'contradictingEncoding'
  | 'valueRepresentation'
  | 'record'
  | 'untouched';

/** What is to happen with one Data Element; `vr` is the one whose rules its value falls under. */
export interface Decision {
  readonly action: ActionCode;
  readonly grounds: Grounds;
  readonly vr: VR;
}

/** What a decision depends on beside the element itself. */
export interface Scope {
  readonly source: ByteSource;
  readonly profile: ResolvedProfile;
  readonly sopClassUID: string;
  /** Whether the element is at the root of the Dataset, where the IOD's Types are known. */
  readonly isRoot: boolean;
  /** A Sequence around the element whose text may not stay (D), or is to be cleaned (C). */
  readonly within: Decision | null;
}

/** No Option of Table E.1-1 names it, but the dummy that Z allows may as well be the date moved like all others. */
export const PATIENT_BIRTH_DATE = 0x00100030;

/** Compound actions by the attribute's Type (PS3.15 Table E.1-1a); where it is not known the dummy, which suits every Type. */
const resolveBasicAction = (basic: BasicAction, tag: Tag, { isRoot, sopClassUID }: Scope): ActionCode => {
  if (basic === 'X/Z/U*') return 'U';
  if (basic === 'D' || basic === 'Z' || basic === 'X' || basic === 'U') return basic;
  const type = isRoot ? attributeType(sopClassUID, nameOf(tag)) : undefined;
  if (type === 3 && basic.startsWith('X')) return 'X';
  if ((type === 2 || type === 3) && basic.includes('Z')) return 'Z';
  return basic.endsWith('D') ? 'D' : 'Z';
};

/** Modified dates come first: an unmodified date beside modified ones would tell the shift. Then to keep goes before to clean. */
const optionAction = (
  row: ProfileRow,
  profile: ResolvedProfile,
): readonly [Option, 'K' | 'C'] | undefined => {
  const active = [...row.options].filter(([option]) => profile[option]);
  return (
    active.find(([option]) => option === 'retainLongitudinalModifiedDates') ??
    active.find(([, action]) => action === 'K') ??
    active[0]
  );
};

/** What the Basic Profile alone does: also what is done where a value cannot be cleaned or shifted. */
export const basicDecision = (tag: Tag, vr: VR, scope: Scope): Decision => {
  const row = profileRow(tag);
  // The Types of attributes beyond the table are not known: in content that is cleaned item by item a dummy suits every Type.
  if (row === undefined)
    return { action: scope.within === null ? 'X' : 'D', grounds: 'valueRepresentation', vr };
  return { action: resolveBasicAction(row.basic, tag, scope), grounds: 'basicProfile', vr };
};

/** Beyond Table E.1-1: what a value is by its VR. */
const byValueRepresentation = (vr: VR, { profile }: Scope): Decision => {
  const grounds = 'valueRepresentation';
  switch (vr) {
    case 'PN':
      return { action: 'D', grounds, vr };
    case 'UI':
      return profile.retainUIDs ? { action: 'K', grounds: 'retainUIDs', vr } : { action: 'U', grounds, vr };
    case 'DA':
    case 'DT':
    case 'TM':
      if (profile.retainLongitudinalModifiedDates) {
        return { action: 'C', grounds: 'retainLongitudinalModifiedDates', vr };
      }
      return profile.retainLongitudinalFullDates
        ? { action: 'K', grounds: 'retainLongitudinalFullDates', vr }
        : { action: 'D', grounds, vr };
    default:
      return { action: 'K', grounds: 'untouched', vr };
  }
};

const privateOverride = (
  { element, privateCreator }: Place,
  profile: ResolvedProfile,
): Override | undefined => {
  if (profile.overrides.size === 0 || privateCreator === null) return undefined;
  const tag = formatTag(element.tag);
  return profile.overrides.get(`${tag.slice(0, 6)}xx${tag.slice(8)} ${privateCreator}`);
};

const decidePrivate = (place: Place, scope: Scope): Decision => {
  const { element, privateCreator } = place;
  const { profile } = scope;
  const removal: Decision = { action: 'X', grounds: 'privateAttribute', vr: element.vr };
  const override = privateOverride(place, profile);
  if (override !== undefined) return { action: override.action, grounds: 'override', vr: element.vr };
  if (!profile.retainSafePrivate || privateCreator === null) return removal;
  const safe = safePrivateElement(privateCreator, element.tag);
  if (safe === undefined) return removal;
  const vr = element.vr === 'UN' && element.items === null ? safe.vr : element.vr;
  if (vr === null || (safe.vr !== null && contradicts(element, safe.vr))) return removal;
  const decision = byValueRepresentation(vr, scope);
  return decision.action === 'K' ? { ...decision, grounds: 'retainSafePrivate' } : decision;
};

/** A Private Creator stays for as long as one element of its block does. */
const decidePrivateCreator = (place: Place, scope: Scope): Decision => {
  const { element, dataset, characterSet } = place;
  const privateCreator = textOf(scope.source, { ...element, vr: 'LO' }, characterSet);
  const isNeeded = dataset.elements.some(
    (other) =>
      groupOf(other.tag) === groupOf(element.tag) &&
      elementOf(other.tag) >>> 8 === elementOf(element.tag) &&
      decidePrivate({ ...place, element: other, privateCreator }, scope).action !== 'X',
  );
  return isNeeded
    ? { action: 'K', grounds: 'retainSafePrivate', vr: 'LO' }
    : { action: 'X', grounds: 'privateAttribute', vr: 'LO' };
};

const decideAlone = (place: Place, scope: Scope): Decision => {
  const { element, dataset } = place;
  const { tag } = element;
  const { profile } = scope;
  if (isGroupLength(tag) || isRemovedAlways(tag)) {
    return { action: 'X', grounds: 'removedAlways', vr: element.vr };
  }
  // PS3.5 section 7.1 allows an attribute once; which of two a reader takes is not known.
  if (find(dataset, tag) !== element)
    return { action: 'X', grounds: 'contradictingEncoding', vr: element.vr };
  if (isPrivateCreator(tag)) return decidePrivateCreator(place, scope);
  if (isPrivate(tag)) return decidePrivate(place, scope);
  const expected = dictionaryVR(element);
  if (expected === undefined) return { action: 'X', grounds: 'unknownAttribute', vr: element.vr };
  const vr = governingVR(element.vr, expected);
  const override = profile.overrides.size === 0 ? undefined : profile.overrides.get(formatTag(tag));
  if (override !== undefined) return { action: override.action, grounds: 'override', vr };
  if (contradicts(element, expected)) return { action: 'X', grounds: 'contradictingEncoding', vr };
  if (tag === PATIENT_BIRTH_DATE && profile.retainLongitudinalModifiedDates) {
    return { action: 'C', grounds: 'retainLongitudinalModifiedDates', vr };
  }
  const row = profileRow(tag);
  if (row === undefined) return byValueRepresentation(vr, scope);
  const option = optionAction(row, profile);
  return option === undefined ? basicDecision(tag, vr, scope) : { action: option[1], grounds: option[0], vr };
};

/** What an author writes freely into content items and graphic annotations. */
const FREE_TEXT: ReadonlySet<VR> = new Set<VR>(['LT', 'ST', 'UC', 'UT']);
const TEXT_OF_DUMMIES: ReadonlySet<VR> = new Set<VR>([
  'AE',
  'LO',
  'LT',
  'OB',
  'SH',
  'ST',
  'UC',
  'UN',
  'UR',
  'UT',
]);

/**
 * What is to happen with one Data Element, its value not yet looked at.
 *
 * @see PS3.15 section E.1 and Table E.1-1
 */
export const decide = (place: Place, scope: Scope): Decision => {
  const decision = decideAlone(place, scope);
  const { action, grounds, vr } = decision;
  if (scope.within?.action === 'D' && (action === 'K' || action === 'C') && TEXT_OF_DUMMIES.has(vr)) {
    return { action: 'D', grounds: scope.within.grounds, vr };
  }
  if (scope.within?.action === 'C' && grounds === 'untouched' && FREE_TEXT.has(vr)) {
    return { action: 'C', grounds: scope.within.grounds, vr };
  }
  return decision;
};
