import type { Identifiers, Reidentification } from '@pseudonymize-redact/core/contract';
import type { StudyEntry, StudyVault } from './studyVault.ts';
import type { Vault } from './vault.ts';
import type { ProjectVault } from './vaults.ts';

type Match = Reidentification['matches'][number];

const UNKNOWN: Identifiers = {
  patientName: null,
  patientID: null,
  issuerOfPatientID: null,
  accessionNumber: null,
  studyInstanceUID: null,
  seriesInstanceUID: null,
  sopInstanceUID: null,
};

/** One side of an entry: 0 the original, 1 the copy. */
const sideOf = (entry: StudyEntry, side: 0 | 1, pseudonym: string): Identifiers => ({
  ...UNKNOWN,
  patientName: entry.patientName[side] || null,
  patientID: entry.patientID[side] || null,
  issuerOfPatientID: side === 0 ? entry.issuerOfPatientID || null : null,
  accessionNumber: entry.accessionNumber[side] || null,
  studyInstanceUID: entry.studyInstanceUID[side],
  seriesInstanceUID: entry.series.find(([, copy]) => copy === pseudonym)?.[side] ?? null,
});

const matchOf = (entry: StudyEntry, pseudonym: string): Match => ({
  original: sideOf(entry, 0, pseudonym),
  copy: sideOf(entry, 1, pseudonym),
});

/** A patient whose pseudonym was made, but of whom no study was copied with a vault. */
const personMatch = async (vault: Vault, pseudonym: string): Promise<readonly Match[]> => {
  const entry = await vault.find(pseudonym);
  if (entry === null) return [];
  const [kind, ...parts] = entry.person;
  const { patientName, patientID } = entry.pseudonym;
  const original: Identifiers =
    kind === 'study'
      ? { ...UNKNOWN, studyInstanceUID: parts[0] ?? null }
      : { ...UNKNOWN, issuerOfPatientID: parts[0] || null, patientID: parts[1] ?? null };
  return [{ original, copy: { ...UNKNOWN, patientName, patientID } }];
};

/**
 * Looks a pseudonym up.
 *
 * @param studyOf the copied study that an instance is of, where it is the UID of one
 * @throws CodedError VAULT_UNREADABLE
 */
export const matchesOf = async (
  pseudonym: string,
  { people, studies }: ProjectVault,
  studyOf: (sopInstanceUID: string) => Promise<string | null>,
): Promise<readonly Match[]> => {
  const study = await studies.ofStudy(pseudonym);
  if (study !== null) return [matchOf(study, pseudonym)];
  const copiedStudy = await studyOf(pseudonym);
  const entry = copiedStudy === null ? null : await studies.ofStudy(copiedStudy);
  const instance = entry === null ? undefined : await pairOf(studies, copiedStudy, pseudonym);
  if (entry !== null && instance !== undefined) {
    const { original, copy } = matchOf(entry, pseudonym);
    return [
      {
        original: { ...original, sopInstanceUID: instance[0] },
        copy: { ...copy, sopInstanceUID: instance[1] },
      },
    ];
  }
  const found = await studies.search(pseudonym);
  return found.length > 0 ? found.map((one) => matchOf(one, pseudonym)) : personMatch(people, pseudonym);
};

const pairOf = async (
  studies: StudyVault,
  study: string | null,
  sopInstanceUID: string,
): Promise<readonly [string, string] | undefined> =>
  study === null ? undefined : (await studies.instancesOf(study)).find(([, copy]) => copy === sopInstanceUID);
