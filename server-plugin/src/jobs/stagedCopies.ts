import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { segmentOf } from '@pseudonymize-redact/core/part10';
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

  /** Null where another machine has it. */
  readPrevious(sopInstanceUID: string): Uint8Array | null {
    const path = this.#previous(sopInstanceUID);
    return existsSync(path) ? readFileSync(path) : null;
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
}
