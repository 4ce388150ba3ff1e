import { nameOf, type Tag, type VR } from '../../part10/index.ts';
import type { ActionCode } from '../profile/profile.ts';
import { attributeType } from '../standard/attributeType.ts';
import { profileRow, type BasicAction } from '../standard/profileTable.ts';
import type { Decision, Scope } from './decision.ts';

/** Compound actions by the attribute's Type (PS3.15 Table E.1-1a); where it is not known the dummy, which suits every Type. */
const resolveBasicAction = (basic: BasicAction, tag: Tag, { isRoot, sopClassUID }: Scope): ActionCode => {
  if (basic === 'X/Z/U*') return 'U';
  if (basic === 'D' || basic === 'Z' || basic === 'X' || basic === 'U') return basic;
  const type = isRoot ? attributeType(sopClassUID, nameOf(tag)) : undefined;
  if (type === 3 && basic.startsWith('X')) return 'X';
  if ((type === 2 || type === 3) && basic.includes('Z')) return 'Z';
  return basic.endsWith('D') ? 'D' : 'Z';
};

/** What the Basic Profile alone does: also what is done where a value cannot be cleaned or moved. */
export const basicDecision = (tag: Tag, vr: VR, scope: Scope): Decision => {
  const row = profileRow(tag);
  if (row !== undefined) {
    return { action: resolveBasicAction(row.basic, tag, scope), grounds: 'basicProfile', vr };
  }
  // The Types of attributes beyond the table are not known: in content that is cleaned item by item a dummy suits every Type.
  if (scope.within !== null) return { action: 'D', grounds: 'valueRepresentation', vr };
  // Numbers are often of Type 2, where an empty value is right and a missing attribute is not.
  return { action: vr === 'DS' || vr === 'IS' ? 'Z' : 'X', grounds: 'valueRepresentation', vr };
};

/** Beyond Table E.1-1: what a value is by its VR. */
export const decideByVR = (vr: VR, { profile }: Pick<Scope, 'profile'>): Decision => {
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
