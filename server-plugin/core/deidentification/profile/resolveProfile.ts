import { CodedError } from '../../errors/index.ts';
import { dictionaryEntry, type Tag, type VR } from '../../part10/index.ts';
import { profileRow } from '../standard/profileTable.ts';
import { safePrivateElement } from '../standard/safePrivate.ts';
import { overrideKey, Profile, type Override, type ProfileInput } from './profile.ts';

/** A profile that was checked, ready to plan with. */
export interface ResolvedProfile extends Omit<Profile, 'overrides'> {
  /** By `overrideKey`. */
  readonly overrides: ReadonlyMap<string, Override>;
  /** False where an override leaves an identifier: then Patient Identity Removed is NO. */
  readonly removesIdentity: boolean;
}

/** VRs whose values identify by what they are, whether Table E.1-1 has the attribute or not. */
const IDENTIFYING_VRS: ReadonlySet<VR> = new Set<VR>(['PN', 'UI', 'DA', 'DT', 'TM']);

const parsedTag = (text: string): Tag => Number.parseInt(text.replace(/[(),]/g, '').replace('xx', '00'), 16);

/** Whether to keep the attribute would leave an identifier that no Option of the profile retains. */
const leavesIdentifier = (profile: Profile, { attribute, action }: Override): boolean => {
  if (action !== 'K') return false;
  if (typeof attribute !== 'string') {
    return safePrivateElement(attribute.privateCreator, parsedTag(attribute.element)) === undefined;
  }
  const tag = parsedTag(overrideKey(attribute));
  const row = profileRow(tag);
  if (row === undefined) return IDENTIFYING_VRS.has(dictionaryEntry(tag)?.vr ?? 'PN');
  return ![...row.options].some(([option, optionAction]) => optionAction === 'K' && profile[option]);
};

/**
 * Checks a profile, a preset or the user's own, and makes it ready.
 *
 * @throws CodedError PROFILE_INVALID; PROFILE_LEAVES_IDENTIFIER where an override keeps an identifier without saying so
 */
export const resolveProfile = (input: unknown): ResolvedProfile => {
  const parsed = Profile.safeParse(input);
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new CodedError('PROFILE_INVALID', where);
  }
  const profile = parsed.data;
  const leaving = profile.overrides.find((override) => leavesIdentifier(profile, override));
  if (leaving !== undefined && !profile.leavesIdentifiers) {
    throw new CodedError('PROFILE_LEAVES_IDENTIFIER', overrideKey(leaving.attribute));
  }
  return {
    ...profile,
    removesIdentity: leaving === undefined,
    overrides: new Map(profile.overrides.map((override) => [overrideKey(override.attribute), override])),
  };
};

/** What `resolveProfile` makes the same profile of again. */
export const profileDefinition = (profile: ResolvedProfile): ProfileInput =>
  Profile.strip().parse({ ...profile, overrides: [...profile.overrides.values()] });
