import { reportOf, type StagedOutcome } from './stagedOutcome.ts';
import type { JobChange } from './jobStore.ts';

/** A progress bar needs no more, and every one is a write of the database. */
const INTERVAL_MS = 400;

/**
 * Tells now and then how far a job is: an instance counts half when its copy is finished and wholly when it is stored; one on hold is
 * done when it is finished.
 */
export class JobProgress {
  readonly #outcomes: StagedOutcome[];
  readonly #report: (change: JobChange) => Promise<void>;
  #stored = 0;
  #told = performance.now();

  constructor(finished: readonly StagedOutcome[], report: (change: JobChange) => Promise<void>) {
    this.#outcomes = [...finished];
    this.#report = report;
  }

  finished(outcome: StagedOutcome): Promise<void> {
    this.#outcomes.push(outcome);
    return this.#tell();
  }

  stored(): Promise<void> {
    this.#stored++;
    return this.#tell();
  }

  async #tell(): Promise<void> {
    if (performance.now() - this.#told < INTERVAL_MS) return;
    this.#told = performance.now();
    const report = reportOf(this.#outcomes);
    await this.#report({ done: Math.floor((report.instances + report.holds + this.#stored) / 2), report });
  }
}
