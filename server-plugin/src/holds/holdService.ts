import { randomUUID } from 'node:crypto';
import type { Hold, HoldDecision, HoldFilter, Region } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Engine } from '../engine/engine.ts';
import { forEachConcurrently } from '../jobs/concurrency.ts';
import { pixelOrderOf } from '../jobs/jobOrder.ts';
import type { JobService } from '../jobs/jobService.ts';
import type { OriginalFiles } from '../orthanc/originalFiles.ts';
import type { OrthancClient } from '../orthanc/orthancClient.ts';
import { holdOf, type HoldRecord } from './holdRecord.ts';
import type { HoldStore } from './holdStore.ts';

const MOST_LISTED = 1000;
const CONCURRENCY = 8;
const STATE_OF = { release: 'released', reject: 'rejected', correct: 'corrected' } as const;

export interface HoldServiceParts {
  readonly holds: HoldStore;
  readonly orthanc: OrthancClient;
  readonly originals: OriginalFiles;
  readonly engine: Engine;
}

/** Tells of what is on hold, and carries decisions out. */
export class HoldService {
  readonly #store: HoldStore;
  readonly #jobs: JobService;
  readonly #orthanc: OrthancClient;
  readonly #originals: OriginalFiles;
  readonly #engine: Engine;

  constructor({ holds, orthanc, originals, engine }: HoldServiceParts, jobs: JobService) {
    this.#store = holds;
    this.#jobs = jobs;
    this.#orthanc = orthanc;
    this.#originals = originals;
    this.#engine = engine;
  }

  /** The oldest first. @throws CodedError ORTHANC_… */
  async list({ state, project, job, studyInstanceUID }: HoldFilter): Promise<readonly Hold[]> {
    const study = studyInstanceUID === undefined ? null : await this.#orthanc.findStudy(studyInstanceUID);
    if (studyInstanceUID !== undefined && study === null) return [];
    const selection = { state, project: project ?? null, job: job ?? null, study };
    return this.#told(await this.#store.list(selection, MOST_LISTED));
  }

  /** @throws CodedError HOLD_NOT_FOUND, ORTHANC_… */
  async get(id: string): Promise<Hold> {
    const [hold] = await this.#told([await this.#store.get(id)]);
    if (hold === undefined) throw new CodedError('HOLD_NOT_FOUND');
    return hold;
  }

  /**
   * A frame, 1-based, as it would be stored, with boxes around the texts, as PNG.
   *
   * @throws CodedError HOLD_NOT_FOUND, INSTANCE_NOT_FOUND, PIXELS_FRAME_OUTSIDE, ORTHANC_…; the engine's refusal
   */
  async picture(id: string, frame: number): Promise<Uint8Array> {
    const { job, project, study, instance, texts } = await this.#store.get(id);
    const original = (await this.#orthanc.instancesOf(study)).find((candidate) => candidate.id === instance);
    if (original === undefined) throw new CodedError('INSTANCE_NOT_FOUND');
    const order = await this.#jobs.orderOf(job);
    const pixels = pixelOrderOf(order, original, true);
    const request = {
      ...pixels,
      project,
      profile: order.profile,
      scratchFolder: this.#originals.folder,
      frame,
      texts,
    };
    return this.#originals.with(original, (input) => this.#engine.picture(input, request));
  }

  /**
   * Released and corrected instances are made and stored by one more job for each job that held them.
   *
   * @returns the holds after the decision
   * @throws CodedError HOLD_NOT_FOUND, HOLD_DECIDED, JOB_UNFINISHED, JOB_REGION_UNKNOWN, ORTHANC_…
   */
  async decide(decision: HoldDecision): Promise<readonly Hold[]> {
    const records = await Promise.all([...new Set(decision.holds)].map((id) => this.#store.get(id)));
    if (records.some(({ state }) => state !== 'held')) throw new CodedError('HOLD_DECIDED');
    const decided: HoldRecord[] = [];
    for (const [job, ofJob] of Map.groupBy(records, (record) => record.job)) {
      const followUp = decision.decision === 'reject' ? null : randomUUID();
      for (const { id } of ofJob) {
        const record = await this.#store.decide(id, STATE_OF[decision.decision], followUp);
        if (record !== null) decided.push(record);
      }
      if (followUp !== null) await this.#follow(job, followUp, ofJob, decision);
    }
    return this.#told(decided);
  }

  /** A decision that no job carries out was none. */
  async #follow(
    job: string,
    followUp: string,
    holds: readonly HoldRecord[],
    decision: HoldDecision,
  ): Promise<void> {
    const regions: readonly Region[] = decision.decision === 'correct' ? decision.regions : [];
    const released = decision.decision === 'release';
    try {
      await this.#jobs.createFollowUp(job, {
        id: followUp,
        regions,
        instances: holds.map(({ instance }) => ({ orthancId: instance, released })),
      });
    } catch (error) {
      await this.#store.forget(followUp);
      throw error;
    }
  }

  async #told(records: readonly HoldRecord[]): Promise<readonly Hold[]> {
    const originals = new Map<string, Hold['original']>();
    await forEachConcurrently(records, CONCURRENCY, async ({ instance }) => {
      originals.set(instance, await this.#orthanc.uidsOf(instance));
    });
    return records.map((record) => holdOf(record, originals.get(record.instance) ?? null));
  }
}
