import {
  knownValuesOf,
  type KnownValues,
  type ResolvedProfile,
} from '@pseudonymize-redact/core/deidentification';
import {
  characterSetOf,
  find,
  readPart10,
  valuesOf,
  type ByteSource,
} from '@pseudonymize-redact/core/part10';
import { nodeDeflate } from './nodeDeflate.ts';

const STUDY_INSTANCE_UID = 0x0020000d;

/** What one file tells of people, places and things, and which study it is of. */
export interface KnownOfFile {
  readonly studyInstanceUID: string;
  readonly known: KnownValues;
}

/** UIDs are recognised in text by their form, and a study has thousands. */
export const withoutUids = (known: KnownValues): KnownValues => ({ ...known, uids: new Set() });

/**
 * What a file tells, without its UIDs.
 *
 * @throws CodedError PART10_…
 */
export const readKnown = (source: ByteSource, profile: ResolvedProfile): KnownOfFile => {
  const file = readPart10(source, nodeDeflate);
  const element = find(file.dataset, STUDY_INSTANCE_UID);
  const [studyInstanceUID = ''] =
    element === undefined ? [] : valuesOf(source, element, characterSetOf(source, file.dataset));
  return { studyInstanceUID, known: withoutUids(knownValuesOf(file, profile)) };
};
