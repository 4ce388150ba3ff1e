// `npm run bench:workers`: whether two workers on PostgreSQL do more than one, where Orthanc is not the limit.
import { basicAuthorization } from '../../src/config/config.ts';
import { cpuShare } from './cpuShare.ts';
import { Fleet } from './fleet.ts';
import { smallSlice, renamed } from './ctSeries.ts';
import { startStandIn } from './standIn.ts';

const [studiesAsked = '40', instancesAsked = '100'] = process.argv.slice(2);
const STUDIES = Number(studiesAsked);
const INSTANCES = Number(instancesAsked);
/** Exported before it is measured: code is compiled then. */
const WARM = 'warm';

/**
 * What each worker may have of a core, alone or not: what is left of two cores bears the database, the stand-in and the bridge, which
 * on a core that a second worker takes from them would be what is measured.
 */
const SHARE = 0.6;
const NAMES = ['first', 'second'];

const slice = smallSlice();
/** How many instances a second so many workers export, each as on a machine of its own. */
const rateOf = async (workers: number): Promise<{ readonly rate: number; readonly isShared: boolean }> => {
  const shares = NAMES.slice(0, workers).map((name) => cpuShare(name, SHARE));
  const standIn = await startStandIn({
    studies: STUDIES,
    instances: INSTANCES,
    file: (study, instance) => renamed(slice, study, instance),
  });
  const fleet = await Fleet.start({ url: standIn.url, headers: basicAuthorization('bench', 'bench') });
  try {
    for (const [index, share] of shares.entries())
      await fleet.addWorker(NAMES[index] ?? '', share?.before ?? ['taskset', '--cpu-list', String(index)]);
    const run = async (name: string): Promise<number> => {
      await fleet.ask(name, {});
      const { studies, errors } = await fleet.until(name, ({ endedAt }) => endedAt !== null);
      if (studies.completed !== STUDIES)
        throw new Error(`not all studies were exported: ${JSON.stringify(errors)}`);
      // From the first job's beginning to the last one's end.
      const { durationSeconds } = await fleet.report(name);
      return (STUDIES * INSTANCES) / (durationSeconds ?? Number.NaN);
    };
    await run(WARM);
    return { rate: await run('measured'), isShared: shares.every((share) => share !== null) };
  } finally {
    await fleet.stop();
    await standIn.close();
    for (const share of shares) share?.end();
  }
};

const { rate: one, isShared } = await rateOf(1);
const { rate: two } = await rateOf(2);
console.log(
  `${STUDIES} studies of ${INSTANCES} small CT slices, header only, a stand-in for Orthanc, PostgreSQL:`,
);
console.log(
  isShared
    ? `each worker has ${SHARE} of a core, the rest of the machine bears the others`
    : 'each worker has a core, which it shares with the others',
);
console.log(`  one worker   ${one.toFixed(0).padStart(5)} instances/s`);
console.log(`  two workers  ${two.toFixed(0).padStart(5)} instances/s`);
console.log(`  two / one ${(two / one).toFixed(2)} (goal 1.60)`);
