import type { ByteSource, VR } from '../../part10/index.ts';
import type { Option } from '../profile/option.ts';
import type { ActionCode } from '../profile/profile.ts';
import type { ResolvedProfile } from '../profile/resolveProfile.ts';

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
