// `npm run bench:export`: what an export takes, as ratios.
import { benchQueued } from './queued.ts';
import { benchSeries } from './series.ts';

const [instances = '300', rounds = '5'] = process.argv.slice(2);
await benchSeries(Number(instances), Number(rounds), 4);
await benchQueued([1000, 10_000, 100_000]);
