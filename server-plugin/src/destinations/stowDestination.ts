import { randomUUID } from 'node:crypto';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { z } from 'zod';
import { forEachConcurrently } from '../jobs/concurrency.ts';
import type { StagedCopies } from '../jobs/stagedCopies.ts';
import type { StagedOutcome } from '../jobs/stagedOutcome.ts';
import type { OrthancRequests } from '../orthanc/orthancRequests.ts';
import { atDestination } from './destinationErrors.ts';
import { planOfAll, type Destination } from './destination.ts';
import { copiesByWado } from './copiesByWado.ts';
import { multipartOf } from './multipart.ts';

const CONCURRENCY = 2;
/** Of one request: enough that its round trip costs nothing, few enough that one more attempt is cheap. */
const INSTANCES_AT_ONCE = 16;

const HTTP_UNAUTHORIZED = 401;
const HTTP_FORBIDDEN = 403;
const HTTP_CONFLICT = 409;
const HTTP_SERVER_ERROR = 500;
const HTTP_NOT_IMPLEMENTED = 501;
const HTTP_SUCCESS = 200;
const HTTP_REDIRECTION = 300;

/** An archive that lets us in; it may have no search. */
const answersAtAll = (status: number): boolean =>
  status !== HTTP_UNAUTHORIZED &&
  status !== HTTP_FORBIDDEN &&
  (status < HTTP_SERVER_ERROR || status === HTTP_NOT_IMPLEMENTED);

/** Failure Reason (0008,1197) of what may succeed later: out of resources, A7xxH (PS3.18 table 10.5.3-2, PS3.4 annex B.2.3). */
const isPassing = (reason: number): boolean => reason >> 8 === 0xa7;

const one = <T extends z.ZodType>(value: T) => z.object({ Value: z.tuple([value]).rest(value) });
const ReferencedInstance = z.object({ '00081155': one(z.string()) });
const FailedInstance = z.object({ '00081197': one(z.coerce.number()).optional() });
const items = <T extends z.ZodType>(item: T) => z.object({ Value: z.array(item).default([]) }).optional();

/** The Store Instances Response Module in DICOM JSON (PS3.18 section 10.5.3, annex F). */
const StoreResponse = z.object({
  /** Referenced SOP Sequence */
  '00081199': items(ReferencedInstance),
  /** Failed SOP Sequence */
  '00081198': items(FailedInstance),
});

/** Every instance must be told as stored. @throws CodedError DESTINATION_REFUSED, DESTINATION_UNREACHABLE */
export const checkStoreResponse = (answer: unknown, sopInstanceUIDs: readonly string[]): void => {
  const parsed = StoreResponse.safeParse(answer);
  if (!parsed.success) throw new CodedError('DESTINATION_REFUSED', 'an answer of another form');
  const [failed] = parsed.data['00081198']?.Value ?? [];
  if (failed !== undefined) {
    const reason = failed['00081197']?.Value[0] ?? 0;
    const where = `Failure Reason ${reason.toString(16).toUpperCase().padStart(4, '0')}H`;
    throw new CodedError(isPassing(reason) ? 'DESTINATION_UNREACHABLE' : 'DESTINATION_REFUSED', where);
  }
  const stored = new Set((parsed.data['00081199']?.Value ?? []).map((item) => item['00081155'].Value[0]));
  if (sopInstanceUIDs.some((uid) => !stored.has(uid)))
    throw new CodedError('DESTINATION_REFUSED', 'an instance is not told as stored');
};

const batchesOf = (copies: readonly StagedOutcome[]): readonly (readonly StagedOutcome[])[] =>
  Array.from({ length: Math.ceil(copies.length / INSTANCES_AT_ONCE) }, (_, index) =>
    copies.slice(index * INSTANCES_AT_ONCE, (index + 1) * INSTANCES_AT_ONCE),
  );

/** Any archive with STOW-RS (PS3.18 section 10.5). It cannot be asked to forget: what was sent before a failure stays. */
export const stowDestination = (requests: OrthancRequests, scratchFolder: string): Destination => {
  const sendBatch = async (batch: readonly StagedOutcome[], staged: StagedCopies): Promise<void> => {
    const body = await multipartOf(
      batch.map(({ original }) => staged.copy(original)),
      randomUUID(),
    );
    const answer = await requests.send(() => ({
      method: 'POST',
      url: '/studies',
      data: body.open(),
      headers: {
        Accept: 'application/dicom+json',
        'Content-Type': body.contentType,
        'Content-Length': body.length,
      },
      // 409: none was stored, and the answer says why.
      validateStatus: (status) =>
        (status >= HTTP_SUCCESS && status < HTTP_REDIRECTION) || status === HTTP_CONFLICT,
    }));
    checkStoreResponse(
      answer,
      batch.map(({ sopInstanceUID }) => sopInstanceUID),
    );
  };
  return {
    isSource: false,
    packs: false,
    stored: copiesByWado(requests, scratchFolder),
    check: async () => {
      await atDestination(() =>
        requests.send({
          url: '/studies?limit=1',
          headers: { Accept: 'application/dicom+json' },
          validateStatus: answersAtAll,
        }),
      );
    },
    plan: (staged) => Promise.resolve(planOfAll(staged)),
    store: ({ staged }, onStored) =>
      forEachConcurrently(batchesOf(staged.copies()), CONCURRENCY, async (batch) => {
        await atDestination(() => sendBatch(batch, staged));
        for (let at = 0; at < batch.length; at++) await onStored();
      }),
    takeBack: () => Promise.resolve(),
  };
};
