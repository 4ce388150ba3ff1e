import type { Finding } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { forEachConcurrently } from '../jobs/concurrency.ts';
import { EMPTY_REPORT } from '../jobs/jobRecord.ts';
import type { JobContext, RunningJob } from '../jobs/runJob.ts';
import type { StoredCopy } from '../destinations/storedCopies.ts';
import { knownOriginalsOf } from './knownOriginals.ts';

const CONCURRENCY = 4;
/** A progress bar needs no more. */
const COPIES_A_REPORT = 16;

type Found = Omit<Finding, 'studyInstanceUID'>;

const finding = (sopInstanceUID: string, code: Found['code'], place: string | null = null): Found => ({
  code,
  sopInstanceUID,
  place,
  frames: null,
  box: null,
});

interface Checking {
  readonly job: string;
  readonly project: string;
  readonly profile: string | null;
  readonly pixels: boolean;
  readonly originals: Awaited<ReturnType<typeof knownOriginalsOf>>;
  /** SOP Instance UID → SHA-256 of what was stored. */
  readonly expected: ReadonlyMap<string, string>;
}

const headerFindings = async (
  copy: StoredCopy,
  { project, profile, originals, expected }: Checking,
  { engine }: JobContext,
): Promise<readonly Found[]> => {
  const { sopInstanceUID } = copy;
  const inspected = await copy.with((input) => engine.inspect(input, { project, profile, originals }));
  const sha256 = expected.get(sopInstanceUID);
  return [
    ...(sha256 === undefined ? [finding(sopInstanceUID, 'COPY_UNKNOWN')] : []),
    ...(sha256 !== undefined && sha256 !== inspected.sha256 ? [finding(sopInstanceUID, 'COPY_CHANGED')] : []),
    ...inspected.findings.map(({ code, place }) => finding(sopInstanceUID, code, place)),
  ];
};

/** What is found under the policy of holds counts; a text that somebody released is found again. */
const textFindings = async (
  copy: StoredCopy,
  { job, project, profile, originals }: Checking,
  { search, projects }: JobContext,
): Promise<readonly Found[]> => {
  const { holdPolicy, profile: rules } = projects.get(project, profile);
  const { people, values, days } = originals;
  try {
    const { texts, frames } = await copy.with((input) =>
      search.search({
        input,
        series: `${job} ${copy.series}`,
        identifyingValues: [...people, ...values, ...days],
        turnedSearch: rules.turnedSearch,
        ...(rules.harmlessTexts && { harmlessTexts: rules.harmlessTexts }),
      }),
    );
    return texts.flatMap(({ textClass, box }) => {
      if (textClass !== 'identifying' && holdPolicy !== 'all-text') return [];
      const code = textClass === 'identifying' ? 'TEXT_IDENTIFYING' : 'TEXT_LEFT';
      return [{ ...finding(copy.sopInstanceUID, code), frames: { first: 1, last: frames }, box: [...box] }];
    });
  } catch (error) {
    if (!(error instanceof CodedError) || error.retryable) throw error;
    return [finding(copy.sopInstanceUID, 'COPY_UNREADABLE', error.code)];
  }
};

/**
 * One attempt at checking the copies of a study where they were stored: whether all are there and as they were stored, whether a
 * header or pixels still say something of the original. Nothing is changed.
 *
 * @throws CodedError ORTHANC_…, DETECTION_…, and what `report` throws
 */
export const runVerification = async ({ record, report }: RunningJob, context: JobContext): Promise<void> => {
  const { destinationOf, verifications, budget } = context;
  const { id: job, project, study, verification } = record;
  if (verification === null) throw new Error('no job of a verification');
  const copies = await verifications.expectedOf(project, study);
  const expected = new Map(copies.map((copy) => [copy.sopInstanceUID, copy.sha256]));
  const { stored: reader } = destinationOf(project);
  if (reader === null) throw new CodedError('VERIFICATION_UNSUPPORTED');
  const stored = await reader.ofStudy(study, copies[0]?.patientID ?? '');
  await report({ total: stored.length, done: 0 });
  const checking: Checking = {
    job,
    project,
    profile: (await verifications.originOf(project, study))?.profile ?? null,
    pixels: await verifications.searchesPixels(verification),
    originals: await knownOriginalsOf(project, study, context),
    expected,
  };
  const present = new Set(stored.map(({ sopInstanceUID }) => sopInstanceUID));
  const found: Found[] = [...expected.keys()]
    .filter((uid) => !present.has(uid))
    .map((uid) => finding(uid, 'COPY_MISSING'));
  let done = 0;
  await forEachConcurrently(stored, CONCURRENCY, async (copy) => {
    await budget.run(copy.fileBytes, async () => {
      found.push(...(await headerFindings(copy, checking, context)));
      if (checking.pixels) found.push(...(await textFindings(copy, checking, context)));
    });
    done++;
    if (done % COPIES_A_REPORT === 0) await report({ done });
  });
  await verifications.keep(job, found);
  await report({ done, report: { ...EMPTY_REPORT, instances: done } });
};
