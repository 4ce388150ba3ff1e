import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Uid } from '@pseudonymize-redact/core/contract';
import { segmentOf } from '@pseudonymize-redact/core/part10';
import { z } from 'zod';
import { writeSegments } from '../files/segmentWriter.ts';
import type { OrthancId } from '../orthanc/orthancClient.ts';

/** Orthanc's identifier of the original, then the copy's Study and SOP Instance UID. */
const COPY_NAME = /^([0-9a-f-]+)_([0-9.]+)_([0-9.]+)\.dcm$/;

/** A finished copy on its way to Orthanc. */
export interface StagedCopy {
  /** Of the original. */
  readonly original: OrthancId;
  /** Of the copy: pseudonyms. */
  readonly studyInstanceUID: string;
  readonly sopInstanceUID: string;
}

/** What storing the copies will change in Orthanc, decided once, so that all of it can be taken back. Identical copies are not in it. */
export const StoragePlan = z.object({
  created: z.array(Uid),
  /** Older copies with the job that had made them; they are set aside. */
  replaced: z.array(z.object({ sopInstanceUID: Uid, job: z.string() })),
});
export type StoragePlan = z.infer<typeof StoragePlan>;

const write = (path: string, bytes: Uint8Array): void => writeSegments([segmentOf(bytes)], path);

/**
 * The copies of one job, on disk until all are stored: so that a study is stored whole or not at all, and an attempt goes on
 * where the last one was ended. They are de-identified; no original ever lies here.
 */
export class StagedCopies {
  readonly #folder: string;

  constructor(jobsFolder: string, jobId: string) {
    this.#folder = join(jobsFolder, jobId);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
  }

  list(): readonly StagedCopy[] {
    return readdirSync(this.#folder).flatMap((name) => {
      const [, original, studyInstanceUID, sopInstanceUID] = COPY_NAME.exec(name) ?? [];
      if (original === undefined || studyInstanceUID === undefined || sopInstanceUID === undefined) return [];
      return [{ original, studyInstanceUID, sopInstanceUID }];
    });
  }

  /** A copy appears under its name when it is whole. */
  add(copy: StagedCopy, bytes: Uint8Array): void {
    write(this.#path(copy), bytes);
  }

  read(copy: StagedCopy): Uint8Array {
    return readFileSync(this.#path(copy));
  }

  /** Keeps an older copy that is about to be replaced. */
  setAside(sopInstanceUID: string, bytes: Uint8Array): void {
    write(this.#previous(sopInstanceUID), bytes);
  }

  readPrevious(sopInstanceUID: string): Uint8Array {
    return readFileSync(this.#previous(sopInstanceUID));
  }

  get plan(): StoragePlan | null {
    const path = this.#planPath();
    return existsSync(path) ? StoragePlan.parse(JSON.parse(readFileSync(path, 'utf8'))) : null;
  }

  keepPlan(plan: StoragePlan): void {
    write(this.#planPath(), new TextEncoder().encode(JSON.stringify(plan)));
  }

  delete(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #path({ original, studyInstanceUID, sopInstanceUID }: StagedCopy): string {
    return join(this.#folder, `${original}_${studyInstanceUID}_${sopInstanceUID}.dcm`);
  }

  #previous(sopInstanceUID: string): string {
    return join(this.#folder, `${sopInstanceUID}.previous`);
  }

  #planPath(): string {
    return join(this.#folder, 'plan.json');
  }
}
