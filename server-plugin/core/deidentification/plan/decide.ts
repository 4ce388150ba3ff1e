import {
  formatTag,
  isGroupLength,
  isPrivate,
  isPrivateCreator,
  type Place,
  type Tag,
  type VR,
} from '../../part10/index.ts';
import type { Option } from '../profile/option.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';
import { profileRow, type ProfileRow } from '../standard/profileTable.ts';
import { basicDecision, decideByVR } from './basicDecision.ts';
import { decidePrivateCreator, decidePrivateElement } from './decidePrivate.ts';
import type { Decision, Grounds, Scope } from './decision.ts';
import { isRemovedAlways } from './removedAlways.ts';
import { isRepeated } from './repeatedElement.ts';
import { contradicts, dictionaryVR, governingVR } from './valueKind.ts';

/** No Option of Table E.1-1 names it, but the dummy that Z allows may as well be the date moved like all others. */
export const PATIENT_BIRTH_DATE: Tag = 0x00100030;

/** What an author writes freely into content items and graphic annotations. */
const FREE_TEXT: ReadonlySet<VR> = new Set('LT ST UC UT'.split(' ') as VR[]);
const TEXT_OF_DUMMIES: ReadonlySet<VR> = new Set('AE LO LT OB SH ST UC UN UR UT'.split(' ') as VR[]);

/** Modified dates come first: an unmodified date beside modified ones would tell the shift. Then to keep goes before to clean. */
export const optionAction = (
  { options }: ProfileRow,
  profile: ResolvedProfile,
): readonly [Option, 'K' | 'C'] | undefined => {
  let chosen: readonly [Option, 'K' | 'C'] | undefined;
  for (const entry of options) {
    const [option, action] = entry;
    if (!profile[option]) continue;
    if (option === 'retainLongitudinalModifiedDates') return entry;
    if (chosen === undefined || (action === 'K' && chosen[1] === 'C')) chosen = entry;
  }
  return chosen;
};

const decidePublic = ({ element }: Place, scope: Scope): Decision => {
  const { tag } = element;
  const { profile } = scope;
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
  if (row === undefined) return decideByVR(vr, scope);
  const option = optionAction(row, profile);
  return option === undefined ? basicDecision(tag, vr, scope) : { action: option[1], grounds: option[0], vr };
};

const decideAlone = (place: Place, scope: Scope): Decision => {
  const { element, dataset } = place;
  const { tag, vr } = element;
  const removal = (grounds: Grounds): Decision => ({ action: 'X', grounds, vr });
  if (isGroupLength(tag) || isRemovedAlways(tag)) return removal('removedAlways');
  // PS3.5 section 7.1 allows an attribute once; which of two a reader takes is not known.
  if (isRepeated(element, dataset)) return removal('contradictingEncoding');
  if (isPrivateCreator(tag)) return decidePrivateCreator(place, scope);
  return isPrivate(tag) ? decidePrivateElement(place, scope) : decidePublic(place, scope);
};

/**
 * What is to happen with one Data Element, its value not yet looked at.
 *
 * @see PS3.15 section E.1 and Table E.1-1
 */
export const decide = (place: Place, scope: Scope): Decision => {
  const decision = decideAlone(place, scope);
  const { within } = scope;
  if (within === null) return decision;
  const { action, grounds, vr } = decision;
  if (within.action === 'D' && (action === 'K' || action === 'C') && TEXT_OF_DUMMIES.has(vr)) {
    return { action: 'D', grounds: within.grounds, vr };
  }
  if (within.action === 'C' && grounds === 'untouched' && FREE_TEXT.has(vr)) {
    return { action: 'C', grounds: within.grounds, vr };
  }
  return decision;
};
