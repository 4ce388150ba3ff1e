import {
  knownValuesOf,
  type KnownValues,
  type ResolvedProfile,
} from '@pseudonymize-redact/core/deidentification';
import { characterSetOf, find, readPart10, valuesOf } from '@pseudonymize-redact/core/part10';
import { nodeDeflate } from '../engine/nodeDeflate.ts';
import { FileSource } from '../files/fileSource.ts';

const STUDY_INSTANCE_UID = 0x0020000d;

/** What one file tells of people, places and things, and which study it is of. */
export interface KnownOfFile {
  readonly studyInstanceUID: string;
  readonly known: KnownValues;
}

/** @throws CodedError PART10_… */
export const readKnown = (path: string, profile: ResolvedProfile): KnownOfFile => {
  const source = new FileSource(path);
  try {
    const file = readPart10(source, nodeDeflate);
    const element = find(file.dataset, STUDY_INSTANCE_UID);
    const [studyInstanceUID = ''] =
      element === undefined ? [] : valuesOf(source, element, characterSetOf(source, file.dataset));
    return { studyInstanceUID, known: knownValuesOf(file, profile) };
  } finally {
    source.close();
  }
};
