// `npm run bench:workers`: whether two workers on PostgreSQL do more than one, where Orthanc is not the limit.
import { basicAuthorization } from '../../src/config/config.ts';
import { Fleet } from './fleet.ts';
import { smallSlice, renamed } from './ctSeries.ts';
import { startStandIn } from './standIn.ts';

const [studiesAsked = '60', instancesAsked = '100'] = process.argv.slice(2);
const STUDIES = Number(studiesAsked);
const INSTANCES = Number(instancesAsked);
/** Exported before it is measured: code is compiled then. */
const WARM = 'warm';

const slice = smallSlice();
/** How many instances a second so many workers export, each on a core of its own as on a machine of its own. */
const rateOf = async (cores: readonly number[]): Promise<number> => {
  const standIn = await startStandIn({
    studies: STUDIES,
    instances: INSTANCES,
    file: (study, instance) => renamed(slice, study, instance),
  });
  const fleet = await Fleet.start({ url: standIn.url, headers: basicAuthorization('bench', 'bench') });
  try {
    for (const core of cores) await fleet.addWorker(`worker-${core}`, core);
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
    return await run('measured');
  } finally {
    await fleet.stop();
    await standIn.close();
  }
};

const one = await rateOf([0]);
const two = await rateOf([0, 1]);
console.log(
  `${STUDIES} studies of ${INSTANCES} small CT slices, header only, a stand-in for Orthanc, PostgreSQL:`,
);
console.log(`  one worker   ${one.toFixed(0).padStart(5)} instances/s`);
console.log(`  two workers  ${two.toFixed(0).padStart(5)} instances/s`);
console.log(`  two / one ${(two / one).toFixed(2)} (goal 1.60)`);
