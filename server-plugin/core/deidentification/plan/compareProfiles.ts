import { formatTag, nameOf, type Tag } from '../../part10/index.ts';
import { OPTIONS, type Option } from '../profile/option.ts';
import { overrideKey } from '../profile/profile.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';
import { PROFILE_TAGS, profileRow } from '../standard/profileTable.ts';
import { optionAction } from './decide.ts';

/** What one profile does otherwise than another. */
export interface ProfileDifference {
  /** Options that one uses and the other does not; `used`: by the second. */
  readonly options: readonly { readonly option: Option; readonly used: boolean }[];
  /** Attributes by keyword, private ones by place and creator, with the action under each. */
  readonly attributes: readonly {
    readonly attribute: string;
    readonly before: string;
    readonly now: string;
  }[];
}

/** Beyond Table E.1-1 an attribute without an override is kept or not by its VR. */
const BY_VR = 'VR';

/** The action under a profile; the Basic Profile's as printed, for it depends on the attribute's Type in the IOD. */
const actionUnder = (profile: ResolvedProfile, key: string, tag: Tag | null): string => {
  const override = profile.overrides.get(key);
  if (override !== undefined) return override.action;
  const row = tag === null ? undefined : profileRow(tag);
  return row === undefined ? BY_VR : (optionAction(row, profile)?.[1] ?? row.basic);
};

/** Compares by attribute, as what two different Options say of one may be the same. */
export const compareProfiles = (before: ResolvedProfile, now: ResolvedProfile): ProfileDifference => {
  const named = new Map<string, readonly [name: string, tag: Tag | null]>(
    PROFILE_TAGS.map((tag) => [formatTag(tag), [nameOf(tag), tag]]),
  );
  for (const { attribute } of [...before.overrides.values(), ...now.overrides.values()]) {
    const key = overrideKey(attribute);
    if (!named.has(key)) named.set(key, [typeof attribute === 'string' ? attribute : key, null]);
  }
  return {
    options: OPTIONS.filter((option) => before[option] !== now[option]).map((option) => ({
      option,
      used: now[option],
    })),
    attributes: [...named]
      .map(([key, [attribute, tag]]) => ({
        attribute,
        before: actionUnder(before, key, tag),
        now: actionUnder(now, key, tag),
      }))
      .filter((attribute) => attribute.before !== attribute.now),
  };
};
