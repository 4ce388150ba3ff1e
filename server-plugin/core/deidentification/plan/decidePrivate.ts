import { elementOf, formatTag, groupOf, textOf, type Place } from '../../part10/index.ts';
import type { Override } from '../profile/profile.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';
import { safePrivateElement } from '../standard/safePrivate.ts';
import { decideByVR } from './basicDecision.ts';
import type { Decision, Scope } from './decision.ts';
import { contradicts } from './valueKind.ts';

const overrideOf = (
  { element, privateCreator }: Pick<Place, 'element' | 'privateCreator'>,
  { overrides }: ResolvedProfile,
): Override | undefined => {
  if (overrides.size === 0 || privateCreator === null) return undefined;
  const tag = formatTag(element.tag);
  return overrides.get(`${tag.slice(0, 6)}xx${tag.slice(8)} ${privateCreator}`);
};

/** A private element stays only where PS3.15 section E.3.10 has its Private Creator and place, and its VR is what is known of it. */
export const decidePrivateElement = (
  place: Pick<Place, 'element' | 'privateCreator'>,
  { profile }: Pick<Scope, 'profile'>,
): Decision => {
  const { element, privateCreator } = place;
  const removal: Decision = { action: 'X', grounds: 'privateAttribute', vr: element.vr };
  const override = overrideOf(place, profile);
  if (override !== undefined) return { action: override.action, grounds: 'override', vr: element.vr };
  if (!profile.retainSafePrivate || privateCreator === null) return removal;
  const safe = safePrivateElement(privateCreator, element.tag);
  if (safe === undefined) return removal;
  const vr = element.vr === 'UN' && element.items === null ? safe.vr : element.vr;
  if (vr === null || (safe.vr !== null && contradicts(element, safe.vr))) return removal;
  const decision = decideByVR(vr, { profile });
  return decision.action === 'K' ? { ...decision, grounds: 'retainSafePrivate' } : decision;
};

/** A Private Creator stays for as long as one element of its block does. */
export const decidePrivateCreator = (place: Place, scope: Scope): Decision => {
  const { element, dataset, characterSet } = place;
  const privateCreator = textOf(scope.source, { ...element, vr: 'LO' }, characterSet);
  const isNeeded = dataset.elements.some(
    (other) =>
      groupOf(other.tag) === groupOf(element.tag) &&
      elementOf(other.tag) >>> 8 === elementOf(element.tag) &&
      decidePrivateElement({ element: other, privateCreator }, scope).action !== 'X',
  );
  return isNeeded
    ? { action: 'K', grounds: 'retainSafePrivate', vr: 'LO' }
    : { action: 'X', grounds: 'privateAttribute', vr: 'LO' };
};
