// The admin page: shows what the HTTP API tells, again every two seconds, and sends decisions back to it.
/* global addEventListener, echarts, FormData, setInterval, URLSearchParams */
import { showAudit } from './audit.js';
import { ask, button, byId, element, table, time } from './dom.js';
import { editProfiles, showProfiles } from './profiles.js';
import { addProjects, showProjects } from './projects.js';

const INTERVAL_MS = 2000;
const POINTS = 150;

const filesOf = (zip) =>
  [...(zip?.files ?? []).map(({ name }) => name), ...(zip?.waiting > 0 ? ['waiting'] : [])].join(', ');

const showExports = (exports) =>
  byId('exports').replaceChildren(
    table(
      ['Name', 'Project', 'Progress', 'Done', 'ZIP', 'Failed', 'Instances', 'Why', 'Asked for', ''],
      exports.map(({ name, project, studies, instances, zip, errors, createdAt, endedAt }) => [
        element('a', { href: `/api/exports/${name}/report.html`, textContent: name }),
        project,
        element('progress', {
          max: studies.total,
          value: studies.completed + studies.failed + studies.cancelled,
          ariaLabel: `Progress of ${name}`,
        }),
        `${studies.completed} of ${studies.total}`,
        filesOf(zip),
        String(studies.failed),
        String(instances.done),
        errors.map(({ error, studies: of }) => `${of} × ${error.message}`).join(' '),
        time(createdAt),
        element(
          'span',
          {},
          ...(endedAt === null
            ? [button('Cancel', () => ask('DELETE', `/api/exports/${name}`), refresh)]
            : []),
          ...(studies.failed > 0
            ? [button('Retry', () => ask('POST', `/api/exports/${name}/retry`), refresh)]
            : []),
        ),
      ]),
    ),
  );

const showJobs = (jobs) =>
  byId('jobs').replaceChildren(
    table(
      ['Job', 'State', 'Project', 'Export', 'Instances', 'Why', 'Asked for', ''],
      jobs.map((job) => [
        element('code', { textContent: job.id.slice(0, 8), title: job.id }),
        job.state,
        job.project,
        job.export ?? (job.verification === null ? '' : 'verification'),
        `${job.instances.done} of ${job.instances.total}`,
        job.error === null ? '' : `${job.error.message} (${job.error.code})`,
        time(job.createdAt),
        job.state === 'failed' || job.state === 'cancelled'
          ? button('Retry', () => ask('POST', `/api/jobs/${job.id}/retry`), refresh)
          : job.state === 'completed'
            ? ''
            : button('Cancel', () => ask('DELETE', `/api/jobs/${job.id}`), refresh),
      ]),
    ),
  );

let shownHolds = '';
const showHolds = (holds) => {
  // Pictures are made by the bridge each time: only what has changed is asked for again.
  const now = holds.map(({ id }) => id).join();
  if (now === shownHolds) return;
  shownHolds = now;
  const decide = (decision, id) => () => ask('POST', '/api/holds', { decision, holds: [id] });
  byId('holds').replaceChildren(
    ...holds.map(({ id, reason, texts }) =>
      element(
        'article',
        { className: 'hold' },
        element('img', {
          src: `/api/holds/${id}/frames/${texts[0]?.frames.first ?? 1}`,
          alt: 'The image as it would be stored, with the places of the text',
          loading: 'lazy',
        }),
        element('p', { textContent: reason.message }),
        button('Release', decide('release', id), refresh),
        ' ',
        button('Reject', decide('reject', id), refresh),
      ),
    ),
  );
  if (holds.length === 0) byId('holds').replaceChildren(element('p', { textContent: 'None.' }));
};

const chart = echarts.init(byId('throughput'), 'dark');
chart.setOption({
  animation: false,
  backgroundColor: 'transparent',
  grid: { left: 50, right: 20, top: 40, bottom: 30 },
  xAxis: { type: 'time' },
  yAxis: { type: 'value', name: 'instances/s', min: 0 },
  series: [{ type: 'line', areaStyle: {}, showSymbol: false, data: [] }],
});
const rates = [];
let before = null;
const showThroughput = (exports) => {
  const done = exports.reduce((sum, { instances }) => sum + instances.done, 0);
  const at = Date.now();
  if (before !== null) rates.push([at, Math.max(0, ((done - before.done) * 1000) / (at - before.at))]);
  before = { done, at };
  if (rates.length > POINTS) rates.shift();
  chart.setOption({ series: [{ data: rates }] });
};
addEventListener('resize', () => chart.resize());

const queryOf = (text) =>
  Object.fromEntries(
    [...text.matchAll(/([A-Za-z]+)=("[^"]*"|\S*)/g)].map(([, key, value]) => [
      key,
      value.replaceAll('"', ''),
    ]),
  );

const form = byId('new-export');
const requestExport = async (dryRun) => {
  const told = byId('new-export-answer');
  if (!form.reportValidity()) return;
  const { name, project, query } = Object.fromEntries(new FormData(form));
  try {
    const answer = await ask('POST', '/api/exports', {
      name,
      project,
      dryRun,
      selection: { query: queryOf(query) },
    });
    told.textContent = `${answer.found} studies found, ${answer.added} ${dryRun ? 'would be added' : 'added'}, ${answer.known} were there already.`;
    await refresh();
  } catch (error) {
    told.textContent = error.message;
  }
};
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void requestExport(false);
});
form.elements.preview.addEventListener('click', () => void requestExport(true));

const filter = byId('job-filter');
filter.addEventListener('change', () => void refresh());

async function refresh() {
  try {
    const chosen = new URLSearchParams([...new FormData(filter)].filter(([, value]) => value !== ''));
    chosen.set('limit', '50');
    const [health, exports, jobs, holds] = await Promise.all([
      ask('GET', '/api/health'),
      ask('GET', '/api/exports'),
      ask('GET', `/api/jobs?${chosen}`),
      ask('GET', '/api/holds'),
    ]);
    byId('health').textContent = `Orthanc is ${health.orthanc}.`;
    showExports(exports);
    showThroughput(exports);
    showJobs(jobs);
    showHolds(holds);
  } catch {
    byId('health').textContent = 'The bridge does not answer.';
  }
}

/** Projects, profiles and the audit change by what is done here; they are not asked for all the time. */
const showRules = async () => {
  await showProfiles(await showProjects(showRules));
  await showAudit();
};

addProjects(showRules);
editProfiles(showRules);
await showRules();
await refresh();
setInterval(() => void refresh(), INTERVAL_MS);
