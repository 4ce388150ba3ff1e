import type { Job } from '@pseudonymize-redact/core/contract';
import type { Store } from './store.ts';

/** How far the de-identification of one study is. */
export type Deidentification =
  | { readonly status: 'sending' }
  | { readonly status: 'running'; readonly job: Job; readonly connected: boolean }
  | { readonly status: 'ended'; readonly job: Job }
  | { readonly status: 'refused'; readonly code: string; readonly message: string };

/** By Study Instance UID; a study that is not there was not asked for. */
export type Deidentifications = ReadonlyMap<string, Deidentification>;

export interface DeidentificationChange {
  readonly studyInstanceUID: string;
  readonly to: Deidentification;
}

export const reduceDeidentifications = (
  state: Deidentifications,
  { studyInstanceUID, to }: DeidentificationChange,
): Deidentifications => new Map(state).set(studyInstanceUID, to);

export type DeidentificationStore = Store<Deidentifications, DeidentificationChange>;
