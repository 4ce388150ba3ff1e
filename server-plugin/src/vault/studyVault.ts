import { z } from 'zod';
import type { ChangingEntryStorage } from './entryStorage.ts';
import { Sealing } from './sealing.ts';

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

const together = (kept: readonly Pair[], added: readonly Pair[]): Pair[] => [...new Map([...kept, ...added])];

/** PN components that are empty at the end say nothing. */
const bare = (value: string): string => value.replace(/[\^\s]+$/, '').toUpperCase();

/** Keeps which study became which, with its patient, series and instances: two sealed entries a copied study. */
export class StudyVault {
  readonly #studies: ChangingEntryStorage;
  readonly #instances: ChangingEntryStorage;
  readonly #sealing: Sealing;

  /** @param key of the project */
  constructor(studies: ChangingEntryStorage, instances: ChangingEntryStorage, key: Uint8Array) {
    this.#studies = studies;
    this.#instances = instances;
    this.#sealing = new Sealing(key);
  }

  /** Adds what a job will copy; what an earlier one, or another one meanwhile, has copied stays. @throws CodedError VAULT_UNREADABLE */
  async keep(entry: StudyEntry, instances: readonly Pair[]): Promise<void> {
    const name = this.#sealing.nameOf(entry.studyInstanceUID[1]);
    await this.#change(this.#instances, name, Instances, (earlier) => together(earlier ?? [], instances));
    await this.#change(this.#studies, name, StudyEntry, (earlier) => ({
      ...entry,
      series: together(earlier?.series ?? [], entry.series),
    }));
  }

  /** By the Study Instance UID of the copy. */
  ofStudy(copyStudyInstanceUID: string): Promise<StudyEntry | null> {
    return this.#read(this.#studies, copyStudyInstanceUID, StudyEntry);
  }

  async instancesOf(copyStudyInstanceUID: string): Promise<readonly Pair[]> {
    return (await this.#read(this.#instances, copyStudyInstanceUID, Instances)) ?? [];
  }

  /** The studies of which the patient, the accession number or a series has this pseudonym; reads all of them. */
  async search(pseudonym: string): Promise<readonly StudyEntry[]> {
    const found: StudyEntry[] = [];
    for await (const [name, content] of this.#studies.all()) {
      const entry = this.#sealing.open(name, content, (json) => StudyEntry.parse(json));
      const { patientName, patientID, accessionNumber, series } = entry;
      const copies = [patientID, accessionNumber, ...series].map(([, copy]) => copy);
      if (copies.includes(pseudonym) || bare(patientName[1]) === bare(pseudonym)) found.push(entry);
    }
    return found;
  }

  /**
   * Takes a study over from another storage under the same key.
   *
   * @param instances null: none are kept of it
   * @throws CodedError VAULT_UNREADABLE
   */
  async adopt(name: string, study: Uint8Array, instances: Uint8Array | null): Promise<void> {
    const entry = this.#sealing.open(name, study, (json) => StudyEntry.parse(json));
    const pairs =
      instances === null ? [] : this.#sealing.open(name, instances, (json) => Instances.parse(json));
    await this.keep(entry, pairs);
  }

  async #read<T>(entries: ChangingEntryStorage, copy: string, shape: z.ZodType<T>): Promise<T | null> {
    const name = this.#sealing.nameOf(copy);
    const content = await entries.read(name);
    return content === null ? null : this.#sealing.open(name, content, (json) => shape.parse(json));
  }

  async #change<T>(
    entries: ChangingEntryStorage,
    name: string,
    shape: z.ZodType<T>,
    change: (earlier: T | null) => T,
  ): Promise<void> {
    for (let isChanged = false; !isChanged;) {
      const before = await entries.read(name);
      const earlier = before === null ? null : this.#sealing.open(name, before, (json) => shape.parse(json));
      const after = this.#sealing.seal(name, JSON.stringify(change(earlier)));
      isChanged = await entries.exchange(name, before, after);
    }
  }
}
