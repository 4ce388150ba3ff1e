import type { TextPolicy } from '@pseudonymize-redact/core/contract';
import type { KnownValues } from '@pseudonymize-redact/core/deidentification';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { HarmlessRule, TextRegion, TurnedSearch } from '@pseudonymize-redact/core/text-detection';
import type { SearchPool } from '../detection/searchPool.ts';
import type { Engine, InstanceResult } from '../engine/engine.ts';
import { BYTES_IN_MEMORY, type OriginalFiles } from '../orthanc/originalFiles.ts';
import type { OrthancInstance } from '../orthanc/orthancClient.ts';
import { heldTexts } from '../holds/heldTexts.ts';
import type { HoldPolicy } from '../projects/projectFile.ts';
import type { ByteBudget } from './byteBudget.ts';
import { forEachConcurrently } from './concurrency.ts';
import { pixelOrderOf, type JobOrder } from './jobOrder.ts';
import { KnownSoFar } from './knownSoFar.ts';
import { regionCountsOf } from './regionCounts.ts';
import { foundRegions } from './searchOriginals.ts';
import type { StagedCopies } from './stagedCopies.ts';
import type { HoldCause, StagedOutcome } from './stagedOutcome.ts';

/** The engine has a thread a core, and Orthanc answers no faster with more requests at once. */
const CONCURRENCY = 4;

export interface Staging {
  readonly originals: OriginalFiles;
  readonly engine: Engine;
  readonly search: SearchPool;
  readonly budget: ByteBudget;
  readonly staged: StagedCopies;
  readonly job: string;
  readonly project: string;
  /** Whether somebody asked for the job who has the study before their eyes. */
  readonly reviewed: boolean;
  /** Whether the originals are searched for text, and what is found is blanked. */
  readonly searchesItself: boolean;
  readonly textPolicy: TextPolicy;
  /** Of the profile; null: the list that comes with the product. */
  readonly harmlessTexts: readonly HarmlessRule[] | null;
  /** Of the profile. */
  readonly turnedSearch: TurnedSearch;
  readonly holdPolicy: HoldPolicy;
  readonly order: JobOrder;
  /** What is known of the study's people, places and things before its objects are read one after the other. */
  readonly known: KnownValues;
}

/** A copy whose text is searched is read from its file. */
const spaceFor = (
  { fileBytes }: OrthancInstance,
  { holdPolicy, staged }: Staging,
): SharedArrayBuffer | null =>
  holdPolicy === 'off' && fileBytes <= BYTES_IN_MEMORY ? staged.reserve(fileBytes) : null;

/** Whether every frame has been searched: by the job, by the reviewer, or, for a reviewer who has not seen all, once it is redacted. */
const isSearched = (
  { id }: OrthancInstance,
  found: unknown,
  { reviewed, holdPolicy, order }: Staging,
): boolean => found !== null || order.searched.includes(id) || (reviewed && holdPolicy !== 'off');

const deidentify = (
  original: OrthancInstance,
  found: readonly TextRegion[] | null,
  known: KnownValues,
  space: SharedArrayBuffer | null,
  staging: Staging,
): Promise<InstanceResult> => {
  const { originals, engine, staged, project, order } = staging;
  const pixels = pixelOrderOf(order, original, isSearched(original, found, staging));
  const request = {
    ...pixels,
    regions: [...pixels.regions, ...(found ?? [])],
    project,
    profile: order.profile,
    path: staged.copyPath(original.id),
    space,
    scratchFolder: staged.folder,
    known,
  };
  // The thread that works on a small one asks for it too: its bytes never pass here.
  return original.fileBytes <= BYTES_IN_MEMORY
    ? engine.deidentify({ orthancId: original.id }, request)
    : originals.with(original, (input) => engine.deidentify(input, request));
};

/** Frames that were changed, or that nobody has searched yet; undefined: all. */
const framesToSearch = (
  { id }: OrthancInstance,
  { redactedFrames }: InstanceResult,
  { order, searchesItself }: Staging,
): readonly number[] | undefined =>
  searchesItself || order.searched.includes(id) ? redactedFrames : undefined;

/** What is left on the redacted copy decides whether it may be stored; a copy that cannot be searched is no better. */
const holdCauseOf = async (
  original: OrthancInstance,
  result: InstanceResult,
  staging: Staging,
): Promise<HoldCause | null> => {
  const { staged, search, order, holdPolicy, job } = staging;
  const isReleased = order.instances?.some(
    ({ orthancId, released }) => released && orthancId === original.id,
  );
  const frames = framesToSearch(original, result, staging);
  if (holdPolicy === 'off' || isReleased === true || frames?.length === 0) return null;
  try {
    const found = await search.search({
      input: staged.copyPath(original.id),
      series: `${job} ${original.series}`,
      identifyingValues: result.identifyingValues,
      ...(frames && { frames }),
    });
    const texts = heldTexts(found, frames, holdPolicy);
    return texts.length === 0 ? null : { code: 'HOLD_TEXT_REMAINS', where: null, texts: [...texts] };
  } catch (error) {
    if (!(error instanceof CodedError) || error.retryable) throw error;
    return { code: error.code, where: error.where, texts: [] };
  }
};

const stageCopy = async (
  original: OrthancInstance,
  found: readonly TextRegion[] | null,
  knowledge: KnownSoFar,
  space: SharedArrayBuffer | null,
  staging: Staging,
): Promise<StagedOutcome> => {
  const { staged } = staging;
  const result = await deidentify(original, found, knowledge.useFor(original.id), space, staging);
  knowledge.add(result.told);
  const { studyInstanceUID, seriesInstanceUID, sopInstanceUID, report } = result;
  // A profile may keep UIDs; then the copy would take the original's place.
  if (sopInstanceUID === original.sopInstanceUID) throw new CodedError('JOB_COPY_CONFLICT');
  const { regions, frames, reencodings } = report;
  const hold = await holdCauseOf(original, result, staging);
  const outcome = {
    original: original.id,
    studyInstanceUID,
    seriesInstanceUID,
    sopInstanceUID,
    regions,
    regionsByClass: regionCountsOf(
      [...pixelOrderOf(staging.order, original, true).regions, ...(found ?? [])],
      regions,
    ),
    frames,
    reencodings,
    hold,
    rules: result.rules,
    facts: result.facts,
    actions: result.actions,
  };
  if (result.heldBytes === null || space === null) {
    staged.finish(outcome);
    if (space !== null) staged.giveBack(space);
  } else staged.hold(outcome, space, result.heldBytes);
  return outcome;
};

/**
 * Finishes every copy that is not finished yet: de-identified, verified, searched for text that is left.
 *
 * @param onFinished called after each; what it throws ends the staging
 * @throws CodedError of the engine and of the search, ORTHANC_…, JOB_COPY_CONFLICT
 */
export const stageCopies = async (
  originals: readonly OrthancInstance[],
  staging: Staging,
  onFinished: (outcome: StagedOutcome) => Promise<void>,
): Promise<void> => {
  const { staged, budget } = staging;
  const finished = new Set(staged.outcomes().map(({ original }) => original));
  const remaining = originals.filter(({ id }) => !finished.has(id));
  const found = staging.searchesItself ? await foundRegions(remaining, staging) : null;
  const knowledge = new KnownSoFar(staging.known);
  const stage = (original: OrthancInstance): Promise<StagedOutcome> => {
    const regions = found?.get(original.id) ?? null;
    return budget.run(original.fileBytes, async () => {
      const space = spaceFor(original, staging);
      try {
        return await stageCopy(original, regions, knowledge, space, staging);
      } catch (error) {
        if (space !== null) staged.giveBack(space);
        throw error;
      }
    });
  };
  await forEachConcurrently(remaining, CONCURRENCY, async (original) => {
    await onFinished(await stage(original));
  });
  // The text of an earlier one may speak of somebody whom only a later one names.
  const behind = remaining.filter(({ id }) => knowledge.isBehind(id));
  await forEachConcurrently(behind, CONCURRENCY, async (original) => {
    staged.discard(original.id);
    await stage(original);
  });
};
