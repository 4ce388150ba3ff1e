import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import { EncryptedFolder } from './encryptedFolder.ts';

/** Original, then pseudonym. */
const Pair = z.tuple([z.string(), z.string()]);
export type Pair = z.infer<typeof Pair>;

const StudyEntry = z.object({
  patientName: Pair,
  patientID: Pair,
  /** Of the original Patient ID; empty where the object names none. */
  issuerOfPatientID: z.string(),
  studyInstanceUID: Pair,
  accessionNumber: Pair,
  series: z.array(Pair),
});

/** What a study was and what its copy is called. */
export type StudyEntry = z.infer<typeof StudyEntry>;

const Instances = z.array(Pair);

/** After so many entries others get their turn. */
const ENTRIES_A_TURN = 100;

const together = (kept: readonly Pair[], added: readonly Pair[]): Pair[] => [...new Map([...kept, ...added])];

/** PN components that are empty at the end say nothing. */
const bare = (value: string): string => value.replace(/[\^\s]+$/, '').toUpperCase();

/** Keeps which study became which, with its patient, series and instances: two encrypted files a copied study. */
export class StudyVault {
  readonly #files: EncryptedFolder;
  readonly #instances: EncryptedFolder;

  /** @param folder of the project's vault @param key of the project */
  constructor(folder: string, key: Uint8Array) {
    this.#files = new EncryptedFolder(`${folder}/studies`, key);
    this.#instances = new EncryptedFolder(`${folder}/instances`, key);
  }

  /** Adds what a job will copy; what an earlier one has copied stays. @throws CodedError VAULT_UNREADABLE */
  keep(entry: StudyEntry, instances: readonly Pair[]): void {
    const [, copy] = entry.studyInstanceUID;
    const earlier = this.ofStudy(copy);
    this.#instances.replace(
      this.#instances.pathOf(copy),
      JSON.stringify(together(this.instancesOf(copy), instances)),
    );
    this.#files.replace(
      this.#files.pathOf(copy),
      JSON.stringify({ ...entry, series: together(earlier?.series ?? [], entry.series) }),
    );
  }

  /** By the Study Instance UID of the copy. */
  ofStudy(copyStudyInstanceUID: string): StudyEntry | null {
    return this.#files.read(this.#files.pathOf(copyStudyInstanceUID), (json) => StudyEntry.parse(json));
  }

  instancesOf(copyStudyInstanceUID: string): readonly Pair[] {
    const path = this.#instances.pathOf(copyStudyInstanceUID);
    return this.#instances.read(path, (json) => Instances.parse(json)) ?? [];
  }

  /** The studies of which the patient, the accession number or a series has this pseudonym; reads all of them. */
  async search(pseudonym: string): Promise<readonly StudyEntry[]> {
    const found: StudyEntry[] = [];
    for (const [index, path] of this.#files.paths().entries()) {
      if (index % ENTRIES_A_TURN === 0) await turn();
      const entry = this.#files.read(path, (json) => StudyEntry.parse(json));
      if (entry === null) continue;
      const { patientName, patientID, accessionNumber, series } = entry;
      const copies = [patientID, accessionNumber, ...series].map(([, copy]) => copy);
      if (copies.includes(pseudonym) || bare(patientName[1]) === bare(pseudonym)) found.push(entry);
    }
    return found;
  }
}
