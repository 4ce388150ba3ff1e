// What a job costs beside the work on its instances, with few and with many jobs in the queue: the worst case, one instance a study.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExportStore } from '../../src/exports/exportStore.ts';
import { queuedJobOf } from '../../src/jobs/jobPriority.ts';
import { JobStore } from '../../src/jobs/jobStore.ts';
import { openPglite } from '../../src/queue/database.ts';
import { openJobQueue } from '../../src/queue/jobQueue.ts';

const MEASURED = 300;
const JOBS_AT_ONCE = 2;
const MEBIBYTE = 2 ** 20;

interface Cost {
  readonly addMs: number;
  readonly jobMs: number;
  readonly memoryMebibytes: number;
}

const costWith = async (queued: number): Promise<Cost> => {
  const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-bench-'));
  const database = await openPglite(join(folder, 'database'));
  const store = await JobStore.open(database);
  const exports = new ExportStore(database);
  const queue = await openJobQueue(database, (error) => console.error(error.message));
  try {
    const begun = performance.now();
    await exports.begin('bench', 'default');
    const studies = Array.from({ length: queued }, (_, index) => `study-${index}`);
    const records = await exports.add('bench', 'default', studies);
    await queue.add(records.map((record) => queuedJobOf(record, null)));
    const addMs = (performance.now() - begun) / queued;
    let done = 0;
    const start = performance.now();
    const jobMs = await new Promise<number>((resolve) => {
      void queue.work(JOBS_AT_ONCE, async ({ id }) => {
        await store.begin(id);
        await store.update(id, ['active'], { state: 'completed', total: 1, done: 1 });
        if (++done === MEASURED) resolve((performance.now() - start) / MEASURED);
      });
    });
    return { addMs, jobMs, memoryMebibytes: process.memoryUsage().rss / MEBIBYTE };
  } finally {
    await queue.close();
    await database.close();
    rmSync(folder, { recursive: true });
  }
};

export const benchQueued = async (sizes: readonly number[]): Promise<void> => {
  console.log('\nQueued jobs     to add one   to take up and end one   memory');
  const costs: Cost[] = [];
  for (const queued of sizes) {
    const cost = await costWith(queued);
    costs.push(cost);
    console.log(
      `${String(queued).padStart(11)} ${cost.addMs.toFixed(2).padStart(11)} ms ${cost.jobMs.toFixed(1).padStart(21)} ms ${cost.memoryMebibytes.toFixed(0).padStart(6)} MiB`,
    );
  }
  const [first, last] = [costs[0]?.jobMs, costs.at(-1)?.jobMs];
  if (first !== undefined && last !== undefined)
    console.log(`  with the most / with the fewest: ${(last / first).toFixed(2)} (1.00 is flat)`);
};
