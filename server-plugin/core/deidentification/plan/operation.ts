import {
  encodeText,
  isPrivateCreator,
  isStringVR,
  TAG,
  type Edit,
  type Place,
  type Tag,
  type VR,
} from '../../part10/index.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';
import { cappedAge } from './age.ts';
import { movedBirthDate } from './birthDate.ts';
import { isTime, shiftDate, shiftDateTime } from './dates.ts';
import { basicDecision } from './basicDecision.ts';
import { PATIENT_BIRTH_DATE } from './decide.ts';
import type { Decision, Scope } from './decision.ts';
import { REMOVED_MARK, type TextCleaner } from '../free-text/textCleaner.ts';
import { fitted } from './fitted.ts';
import { dummyOf, newUID, pseudonymOf, type PseudonymContext } from './pseudonymOf.ts';
import { isInRepertoire } from './valueKind.ts';

/** A decision with the edit that carries it out; null where the bytes stay. */
export interface Operation extends Decision {
  readonly edit: Edit | null;
}

export interface OperationContext extends PseudonymContext {
  readonly profile: ResolvedProfile;
  readonly texts: TextCleaner;
}

const REMOVE: Edit = { action: 'remove' };
const TIMEZONE_OFFSET_FROM_UTC = 0x00080201;
const UTC_OFFSET = /^[+-]\d{4}$/;

/** New values, or null where a value cannot be kept, cleaned or moved. */
type NewValues = readonly string[] | null;

const each = (values: readonly string[], change: (value: string) => string | null): NewValues => {
  const changed = values.map(change);
  return changed.every((value) => value !== null) ? changed : null;
};

/** A value that stays is checked: it must be what its VR says, or it is not kept. */
const keptValues = (vr: VR, values: readonly string[]): NewValues => {
  switch (vr) {
    case 'AS':
      return each(values, cappedAge);
    case 'DA':
      return each(values, (value) => shiftDate(value, 0));
    case 'DT':
      return each(values, (value) => shiftDateTime(value, 0));
    case 'TM':
      return each(values, (value) => (isTime(value) ? value : null));
    default:
      return each(values, (value) => (isInRepertoire(vr, value) ? value : null));
  }
};

/** Texts of several sentences, in which a gap is marked. */
const LONG_TEXTS: ReadonlySet<VR> = new Set<VR>(['LT', 'ST', 'UC', 'UT']);
/** Texts of any kind in which somebody may have written what identifies. */
const TEXTS: ReadonlySet<VR> = new Set<VR>([...LONG_TEXTS, 'AE', 'CS', 'LO', 'SH', 'UR']);

const markOf = (vr: VR): string => (LONG_TEXTS.has(vr) ? REMOVED_MARK : '');
/** Null where nothing is left that says something. */
const unlessEmpty = (original: string, cleaned: string): string | null =>
  original !== '' && !/[\p{L}\p{N}]/u.test(cleaned) && /[\p{L}\p{N}]/u.test(original) ? null : cleaned;

const cleanedValues = (
  place: Place,
  vr: VR,
  values: readonly string[],
  { subject, texts }: OperationContext,
): NewValues => {
  const days = subject.pseudonym.dateShiftDays;
  if (place.element.tag === PATIENT_BIRTH_DATE)
    return each(values, (value) => movedBirthDate(value, subject));
  if (place.element.tag === TIMEZONE_OFFSET_FROM_UTC)
    return each(values, (value) => (UTC_OFFSET.test(value) ? value : null));
  switch (vr) {
    case 'DA':
      return each(values, (value) => shiftDate(value, days));
    case 'DT':
      return each(values, (value) => shiftDateTime(value, days));
    case 'TM':
      // Whole days are added: the time of day stays.
      return keptValues(vr, values);
    default:
      return TEXTS.has(vr)
        ? each(values, (value) => unlessEmpty(value, texts.clean(value, markOf(vr))))
        : null;
  }
};

/** Without these the rest cannot be read; nobody's name is in them. */
const isForReaders = (tag: Tag): boolean => tag === TAG.SpecificCharacterSet || isPrivateCreator(tag);

/** What identifies goes from texts that are kept, too, unless the user says otherwise. */
const scrubbedValues = (
  { element }: Place,
  { vr, grounds }: Decision,
  values: readonly string[],
  { texts, profile }: OperationContext,
): NewValues => {
  const kept = keptValues(vr, values);
  const isOnPurpose = grounds === 'override' && profile.leavesIdentifiers;
  if (kept === null || !TEXTS.has(vr) || isOnPurpose || isForReaders(element.tag)) return kept;
  return each(kept, (value) => unlessEmpty(value, texts.scrub(value, markOf(vr))));
};

const newValues = (
  place: Place,
  decision: Decision,
  values: readonly string[],
  context: OperationContext,
): NewValues => {
  const { action, vr } = decision;
  switch (action) {
    case 'K':
      return scrubbedValues(place, decision, values, context);
    case 'C':
      return cleanedValues(place, vr, values, context);
    case 'U':
      return each(values, (value) => newUID(value, context));
    case 'Z':
      return each(values, (value) => pseudonymOf(place, vr, value, context));
    case 'D':
      return each(values, (value) => pseudonymOf(place, vr, value, context) || dummyOf(vr));
    case 'X':
      return null;
  }
};

const replaceValues = (
  place: Place,
  decision: Decision,
  context: OperationContext,
): Edit | null | 'impossible' => {
  const { element, characterSet } = place;
  const { values } = place;
  const changed = newValues(place, decision, values, context);
  if (changed === null) return 'impossible';
  if (changed.every((value, index) => value === values[index])) return null;
  const vr = element.vr === 'UN' ? decision.vr : element.vr;
  const text = changed.map((value) => fitted(value, vr)).join('\\');
  return { action: 'replace', value: encodeText(text, characterSet, vr), vr };
};

/** Numbers and bytes: kept, zeros, or nothing. */
const replaceBytes = ({ element }: Place, { action }: Decision): Edit | null | 'impossible' => {
  switch (action) {
    case 'K':
      return null;
    case 'D':
      return { action: 'replace', value: new Uint8Array(element.valueEnd - element.valueStart) };
    case 'Z':
      return { action: 'replace', value: new Uint8Array() };
    default:
      return 'impossible';
  }
};

/** A Sequence that is neither removed nor emptied is changed inside its Items. */
const replaceItems = ({ action }: Decision): Edit | null =>
  action === 'Z' ? { action: 'replace', value: { items: [] }, vr: 'SQ' } : null;

const isEmpty = ({ element }: Place): boolean => element.valueStart === element.valueEnd;

/**
 * Carries a decision out on one Data Element. Where its value cannot be kept, cleaned or moved, what the Basic Profile does with the
 * attribute takes its place; nothing is passed on that was not understood.
 */
export const operate = (
  place: Place,
  decision: Decision,
  context: OperationContext,
  scope: Scope,
): Operation => {
  if (decision.action === 'X') return { ...decision, edit: REMOVE };
  if (isEmpty(place)) return { ...decision, edit: null };
  let edit: Edit | null | 'impossible';
  if (place.element.items !== null) edit = replaceItems(decision);
  else if (isStringVR(decision.vr)) edit = replaceValues(place, decision, context);
  else edit = replaceBytes(place, decision);
  if (edit !== 'impossible') return { ...decision, edit };
  const basic = basicDecision(place.element.tag, decision.vr, scope);
  return basic.action === decision.action
    ? { ...decision, action: 'X', edit: REMOVE }
    : operate(place, basic, context, scope);
};
