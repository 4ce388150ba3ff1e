import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { segmentOf } from '@pseudonymize-redact/core/part10';
import { writeSegments } from '../files/segmentWriter.ts';
import type { OrthancId } from '../orthanc/orthancClient.ts';
import { StagedOutcome } from './stagedOutcome.ts';

const OUTCOME_ENDING = '.outcome.json';

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

  /** What is finished, what is on hold included. */
  outcomes(): readonly StagedOutcome[] {
    return readdirSync(this.#folder)
      .filter((name) => name.endsWith(OUTCOME_ENDING))
      .map((name) => StagedOutcome.parse(JSON.parse(readFileSync(join(this.#folder, name), 'utf8'))));
  }

  /** What is finished and to be stored. */
  copies(): readonly StagedOutcome[] {
    return this.outcomes().filter(({ hold }) => hold === null);
  }

  /** Where the copy of an original is to be written. */
  copyPath(original: OrthancId): string {
    return join(this.#folder, `${original}.dcm`);
  }

  /** An instance is finished with its outcome: after its copy is written. A copy on hold is not kept. */
  finish(outcome: StagedOutcome): void {
    if (outcome.hold !== null) rmSync(this.copyPath(outcome.original), { force: true });
    const json = new TextEncoder().encode(JSON.stringify(outcome));
    writeSegments([segmentOf(json)], join(this.#folder, `${outcome.original}${OUTCOME_ENDING}`));
  }

  /** Where an older copy is to lie that is about to be replaced. */
  previousPath(sopInstanceUID: string): string {
    return join(this.#folder, `${sopInstanceUID}.previous`);
  }

  /** Null where another machine has set it aside. */
  findPrevious(sopInstanceUID: string): string | null {
    const path = this.previousPath(sopInstanceUID);
    return existsSync(path) ? path : null;
  }

  delete(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
