import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReviewEntry } from '@pseudonymize-redact/core/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite, type Database } from '../../../../server-plugin/src/queue/database.ts';
import { ReviewService, type ReviewedStudies } from '../../../../server-plugin/src/reviews/reviewService.ts';
import { ReviewStore } from '../../../../server-plugin/src/reviews/reviewStore.ts';

const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-reviews-'));
let database: Database;

beforeAll(async () => {
  database = await openPglite(join(folder, 'database'));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const [STUDY, SERIES, FIRST, SECOND] = ['1.2.1', '1.2.2', '1.2.3', '1.2.4'] as const;

/** A study of two instances of one series, whose files may be replaced. */
const studies = (contents: Map<string, string>): ReviewedStudies => ({
  findStudy: (uid) => Promise.resolve(uid === STUDY ? 'study-a' : null),
  seriesOf: () => Promise.resolve([{ id: 'series-a', seriesInstanceUID: SERIES }]),
  instancesOf: () =>
    Promise.resolve(
      [FIRST, SECOND].map((sopInstanceUID) => ({
        id: `instance-${sopInstanceUID}`,
        series: 'series-a',
        sopInstanceUID,
        fileBytes: 1,
      })),
    ),
  contentOf: (instance) => Promise.resolve(contents.get(instance) ?? null),
});

const entry = (scope: ReviewEntry['scope'], x0: number): ReviewEntry => ({
  scope,
  searchedFrames: 'sopInstanceUID' in scope ? [1] : [],
  turnedFrames: [],
  regions: [
    {
      frames: { first: 1, last: 1 },
      box: [x0, 0, x0 + 10, 5],
      angleDegrees: 0,
      source: 'detected',
      textClass: 'identifying',
      decision: 'accepted',
    },
  ],
});

describe('the kept review of a study', () => {
  it('comes back, entry by entry, until an instance has other content', async () => {
    const contents = new Map([
      [`instance-${FIRST}`, 'hash-1'],
      [`instance-${SECOND}`, 'hash-2'],
    ]);
    const service = new ReviewService(studies(contents), new ReviewStore(database));
    expect(await service.entriesOf(STUDY)).toEqual([]);

    const first = entry({ sopInstanceUID: FIRST }, 1);
    const ofSeries = entry({ seriesInstanceUID: SERIES }, 2);
    await service.keep(STUDY, [first, ofSeries]);
    const second = entry({ sopInstanceUID: SECOND }, 3);
    await service.keep(STUDY, [second]);
    const corrected = entry({ sopInstanceUID: FIRST }, 4);
    await service.keep(STUDY, [corrected]);
    const kept = await service.entriesOf(STUDY);
    expect(kept).toHaveLength(3);
    expect(kept).toEqual(expect.arrayContaining([corrected, ofSeries, second]));

    contents.set(`instance-${FIRST}`, 'hash-of-another-file');
    expect(await service.entriesOf(STUDY)).toHaveLength(2);
    contents.set(`instance-${FIRST}`, 'hash-1');
    expect(await service.entriesOf(STUDY)).toHaveLength(2);
  });

  it('holds no UID of an original in the database', async () => {
    const contents = new Map([[`instance-${FIRST}`, 'hash-1']]);
    await new ReviewService(studies(contents), new ReviewStore(database)).keep(STUDY, [
      entry({ sopInstanceUID: FIRST }, 1),
    ]);
    const rows = await database.query<{ review: unknown }>('SELECT review FROM study_review');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/1\.2\.\d/);
  });

  it('is refused for an instance that the study does not have', async () => {
    const service = new ReviewService(studies(new Map()), new ReviewStore(database));
    await expect(service.keep(STUDY, [entry({ sopInstanceUID: '9.9' }, 1)])).rejects.toMatchObject({
      code: 'REVIEW_SCOPE_UNKNOWN',
      where: 'entries[0]',
    });
    await expect(service.entriesOf('9.9')).rejects.toMatchObject({ code: 'STUDY_NOT_FOUND' });
  });
});
