import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { segmentOf } from '@pseudonymize-redact/core/part10';
import { writeSegments } from '../files/segmentWriter.ts';
import type { OrthancId } from '../orthanc/orthancClient.ts';
import { StagedOutcome } from './stagedOutcome.ts';
import type { StagingMemory } from './stagingMemory.ts';

const OUTCOME_ENDING = '.outcome.json';

interface HeldCopy {
  readonly outcome: StagedOutcome;
  readonly space: SharedArrayBuffer;
  readonly length: number;
}

/**
 * The copies of one attempt at a job until all are stored: so that a study is stored whole or not at all. As many as there is room for
 * are held in memory, which is what makes an export fast; the others lie on disk, from where the next attempt goes on. They are
 * de-identified; no original ever lies here.
 */
export class StagedCopies {
  readonly folder: string;
  readonly #memory: StagingMemory;
  readonly #held = new Map<OrthancId, HeldCopy>();

  constructor(jobsFolder: string, jobId: string, memory: StagingMemory) {
    this.folder = join(jobsFolder, jobId);
    this.#memory = memory;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** What is finished, what is on hold included. */
  outcomes(): readonly StagedOutcome[] {
    const onDisk = readdirSync(this.folder)
      .filter((name) => name.endsWith(OUTCOME_ENDING))
      .map((name) => StagedOutcome.parse(JSON.parse(readFileSync(join(this.folder, name), 'utf8'))));
    return [...onDisk, ...[...this.#held.values()].map(({ outcome }) => outcome)];
  }

  /** What is finished and to be stored. */
  copies(): readonly StagedOutcome[] {
    return this.outcomes().filter(({ hold }) => hold === null);
  }

  /** Where the copy of an original is to be written that is not held in memory. */
  copyPath(original: OrthancId): string {
    return join(this.folder, `${original}.dcm`);
  }

  /** A finished copy: its bytes, or the path of its file. */
  copy(original: OrthancId): Uint8Array | string {
    const held = this.#held.get(original);
    return held === undefined ? this.copyPath(original) : new Uint8Array(held.space, 0, held.length);
  }

  /** Space for the copy of a file of this size, to be held or given back; null where there is none. */
  reserve(fileBytes: number): SharedArrayBuffer | null {
    return this.#memory.reserve(fileBytes);
  }

  giveBack(space: SharedArrayBuffer): void {
    this.#memory.giveBack(space);
  }

  /** An instance is finished with its outcome, and its copy is held in memory: it is lost with the process, and made again. */
  hold(outcome: StagedOutcome, space: SharedArrayBuffer, length: number): void {
    this.#held.set(outcome.original, { outcome, space, length });
  }

  /** An instance is finished with its outcome: after its copy is written. A copy on hold is not kept. */
  finish(outcome: StagedOutcome): void {
    if (outcome.hold !== null) rmSync(this.copyPath(outcome.original), { force: true });
    const json = new TextEncoder().encode(JSON.stringify(outcome));
    writeSegments([segmentOf(json)], join(this.folder, `${outcome.original}${OUTCOME_ENDING}`));
  }

  /** What was finished is to be done again. */
  discard(original: OrthancId): void {
    const held = this.#held.get(original);
    if (held !== undefined) this.#memory.giveBack(held.space);
    this.#held.delete(original);
    rmSync(join(this.folder, `${original}${OUTCOME_ENDING}`), { force: true });
    rmSync(this.copyPath(original), { force: true });
  }

  /** Where an older copy is to lie that is about to be replaced. */
  previousPath(sopInstanceUID: string): string {
    return join(this.folder, `${sopInstanceUID}.previous`);
  }

  /** Null where another machine has set it aside. */
  findPrevious(sopInstanceUID: string): string | null {
    const path = this.previousPath(sopInstanceUID);
    return existsSync(path) ? path : null;
  }

  /** Gives the memory back; what lies on disk stays. */
  release(): void {
    for (const { space } of this.#held.values()) this.#memory.giveBack(space);
    this.#held.clear();
  }

  delete(): void {
    this.release();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
