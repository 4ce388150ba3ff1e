import type { FindingCode } from '@pseudonymize-redact/core/contract';
import type { Pseudonyms } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  DEFAULT_CHARACTER_SET,
  find,
  readPart10,
  TAG,
  tagOfKeyword,
  textOf,
  type ByteSource,
  type Part10File,
} from '@pseudonymize-redact/core/part10';
import type { OpenProject } from '../projects/projectRegistry.ts';
import { sha256Of } from './copyFacts.ts';
import { nodeDeflate } from './nodeDeflate.ts';
import { originalsLeft, type KnownOriginals } from './originalsLeft.ts';
import { PIXELS_LEFT_OUT, planFor } from './planFor.ts';

/** What is wrong with the header of a copy. */
export interface HeaderFinding {
  readonly code: FindingCode;
  readonly place: string | null;
}

export interface InspectedCopy {
  readonly sha256: string;
  readonly findings: readonly HeaderFinding[];
}

/** Nobody gets a pseudonym by being looked at. */
const NO_PSEUDONYMS: Pseudonyms = {
  uid: (uid) => uid,
  patient: ({ patientID }) => ({ patientID, patientName: patientID, dateShiftDays: -7 }),
  accessionNumber: (accession) => accession,
  personName: (name) => name,
  institutionName: (name) => name,
  identifier: (_, identifier) => identifier,
};

const PREAMBLE_BYTES = 128;
/** All that `fileMeta` writes, and the group's length. */
const META_TAGS: ReadonlySet<number> = new Set([
  0x00020000, 0x00020001, 0x00020002, 0x00020003, 0x00020010, 0x00020012, 0x00020013,
]);

const rootText = ({ source, dataset }: Part10File, keyword: string): string => {
  const tag = tagOfKeyword(keyword);
  const element = tag === undefined ? undefined : find(dataset, tag);
  return element === undefined ? '' : textOf(source, element, DEFAULT_CHARACTER_SET).trim();
};

/** PS3.10 section 7.1. */
const metaFindings = (file: ByteSource, { source, meta, dataset }: Part10File): readonly HeaderFinding[] => {
  const uidIn = (elements: Part10File['meta'], tag: number): string => {
    const element = find(elements, tag);
    return element === undefined ? '' : textOf(source, element, DEFAULT_CHARACTER_SET);
  };
  const places = [
    ...(file.read(0, PREAMBLE_BYTES).some((byte) => byte !== 0) ? ['preamble'] : []),
    ...meta.elements.filter(({ tag }) => !META_TAGS.has(tag)).map(() => 'File Meta Information'),
    ...(uidIn(meta, TAG.MediaStorageSOPInstanceUID) === uidIn(dataset, TAG.SOPInstanceUID)
      ? []
      : ['MediaStorageSOPInstanceUID']),
  ];
  return places.map((place) => ({ code: 'META_NOT_CLEAN', place }));
};

/** PS3.15 section E.1.1. */
const recordFindings = (file: Part10File, { profile }: OpenProject): readonly HeaderFinding[] => {
  const codes = tagOfKeyword('DeidentificationMethodCodeSequence') ?? 0;
  const isThere = {
    PatientIdentityRemoved:
      rootText(file, 'PatientIdentityRemoved') === (profile.removesIdentity ? 'YES' : 'NO'),
    DeidentificationMethod: rootText(file, 'DeidentificationMethod') !== '',
    DeidentificationMethodCodeSequence:
      !profile.removesIdentity || (find(file.dataset, codes)?.items?.length ?? 0) > 0,
    LongitudinalTemporalInformationModified: rootText(file, 'LongitudinalTemporalInformationModified') !== '',
  };
  return Object.entries(isThere)
    .filter(([, ok]) => !ok)
    .map(([place]) => ({ code: 'RECORD_INCOMPLETE', place }));
};

/** What the profile would remove from the copy, had it not been removed already. */
const attributesLeft = (file: Part10File, { profile }: OpenProject): readonly HeaderFinding[] =>
  planFor(file, { profile, pseudonyms: NO_PSEUDONYMS }, PIXELS_LEFT_OUT)
    .actions.filter(({ action, edit, element }) => action === 'X' && edit !== null && element !== null)
    .map(({ path }) => ({ code: 'ATTRIBUTE_LEFT', place: path }));

/**
 * Checks the header of a stored copy against the rules of its project and what is known of the original. What it finds is told by
 * place, never by value.
 */
export const inspectCopy = (
  source: ByteSource,
  project: OpenProject,
  originals: KnownOriginals,
): InspectedCopy => {
  const sha256 = sha256Of(source);
  try {
    const file = readPart10(source, nodeDeflate);
    return {
      sha256,
      findings: [
        ...metaFindings(source, file),
        ...recordFindings(file, project),
        ...attributesLeft(file, project),
        ...originalsLeft(file, originals).map((place) => ({ code: 'ORIGINAL_LEFT' as const, place })),
      ],
    };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { sha256, findings: [{ code: 'COPY_UNREADABLE', place: error.code }] };
  }
};
