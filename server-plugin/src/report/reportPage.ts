import type { ExportReport } from '@pseudonymize-redact/core/contract';
import * as echarts from 'echarts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (value: string | number): string => String(value).replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);

const CHART = { width: 760, height: 260 };

/** Drawn on the server: the page needs no script, and prints as it is shown. */
const chart = (option: echarts.EChartsCoreOption): string => {
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, ...CHART });
  drawing.setOption({ animation: false, grid: { left: 60, right: 20, top: 45, bottom: 30 }, ...option });
  const svg = drawing.renderToSVGString();
  drawing.dispose();
  return `<figure>${svg}</figure>`;
};

const progressChart = ({ progress }: ExportReport): string =>
  chart({
    title: { text: 'Instances stored', textStyle: { fontSize: 13 } },
    xAxis: { type: 'time' },
    yAxis: { type: 'value' },
    series: [
      {
        type: 'line',
        step: 'end',
        areaStyle: {},
        data: progress.map(({ at, instances }) => [at, instances]),
      },
    ],
  });

const actionsChart = ({ actions }: ExportReport): string => {
  const shown = actions.slice(0, 12).reverse();
  return chart({
    title: { text: 'Data Elements by action and grounds', textStyle: { fontSize: 13 } },
    grid: { left: 290, right: 20, top: 45, bottom: 30 },
    xAxis: { type: 'value' },
    yAxis: { type: 'category', data: shown.map(({ action }) => action), axisLabel: { interval: 0 } },
    series: [{ type: 'bar', data: shown.map(({ elements }) => elements) }],
  });
};

const CLASSES: readonly (readonly [keyof ExportReport['pixels']['regionsByClass'], string])[] = [
  ['identifying', 'identifying text'],
  ['unknown', 'text of unknown meaning'],
  ['harmless', 'harmless text'],
  ['drawn', 'added by hand'],
  ['outside', 'outside ultrasound regions'],
];

const regionsChart = ({ pixels: { regionsByClass } }: ExportReport): string => {
  const shown = [...CLASSES].reverse();
  return chart({
    title: { text: 'Regions by class', textStyle: { fontSize: 13 } },
    grid: { left: 180, right: 50, top: 45, bottom: 30 },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', data: shown.map(([, name]) => name) },
    series: [
      {
        type: 'bar',
        label: { show: true, position: 'right' },
        data: shown.map(([key]) => regionsByClass[key]),
      },
    ],
  });
};

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `<table><thead><tr>${head.map((cell) => `<th>${escape(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

const secondsOf = (seconds: number | null): string => (seconds === null ? '–' : `${seconds.toFixed(1)} s`);

const studyRange = ({ studySeconds: { median, p90, longest } }: ExportReport): string =>
  `${secondsOf(median)} (median), nine in ten at most ${secondsOf(p90)}, the longest ${secondsOf(longest)}`;

const STYLE = `body{font:14px/1.5 system-ui,sans-serif;max-width:780px;margin:2rem auto;padding:0 1rem;color:#111}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%;font-size:12px}
th,td{text-align:left;padding:2px 8px 2px 0;border-bottom:1px solid #ddd;overflow-wrap:anywhere}
.warning{border-left:4px solid #b45309;background:#fef3c7;padding:.5rem 1rem}figure{margin:0}svg{max-width:100%;height:auto}
@media print{h2{break-after:avoid}tr{break-inside:avoid}}`;

const warningOf = ({ cells, smallestCell }: ExportReport): string => {
  const small = cells.filter((cell) => cell.small).length;
  return small === 0
    ? `<p>Every combination has at least ${smallestCell} patients.</p>`
    : `<p class="warning" role="note">${small} of ${cells.length} combinations have fewer than ${smallestCell} patients: who knows such a patient may know the copy again.</p>`;
};

/** A page that can be printed. It loads nothing. */
export const reportPage = (report: ExportReport): string => {
  const { export: of, pixels, durationSeconds, outputs, cells } = report;
  const { total, ...states } = of.studies;
  const facts: readonly (readonly [string, string | number])[] = [
    ['Project', of.project],
    ...report.rules.map(
      ({ profile, rules, copies }) => ['Profile', `${profile} (rules ${rules}): ${copies} copies`] as const,
    ),
    ['Made with', report.product],
    ['Asked for', of.createdAt],
    ['Ended', of.endedAt ?? 'not ended'],
    ['Duration', secondsOf(durationSeconds)],
    ['A study took', studyRange(report)],
    ['Studies', total],
    ...Object.entries(states).filter(([, count]) => count > 0),
    ['Copies stored', outputs.length],
    ['Regions blanked', pixels.regions],
    ['Frames changed', pixels.frames],
    ['Frames encoded again', pixels.reencodings],
    ...Object.entries(report.holds)
      .filter(([, count]) => count > 0)
      .map(([state, count]) => [`On hold: ${state}`, count] as const),
    ['On hold at first', pixels.holds],
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Export ${escape(of.name)}</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>
<h1>Export ${escape(of.name)}</h1>${table(['', ''], facts)}
${progressChart(report)}
<h2>What was blanked</h2>${regionsChart(report)}
<h2>What was done to headers</h2>${actionsChart(report)}
<h2>Refused and failed</h2>${
    of.errors.length === 0
      ? '<p>None.</p>'
      : table(
          ['Code', 'Reason', 'Where', 'Studies'],
          of.errors.map(({ error, studies }) => [error.code, error.message, error.where ?? '', studies]),
        )
  }
<h2>How many patients are alike</h2>${warningOf(report)}${table(
    ['Sex', 'Age', 'Modality', 'Body part', 'Patients', 'Studies', ''],
    cells.map((cell) => [
      cell.sex || '–',
      cell.ageBand || '–',
      cell.modality || '–',
      cell.bodyPart || '–',
      cell.patients,
      cell.studies,
      cell.small ? 'small' : '',
    ]),
  )}
<h2>SHA-256 of every copy</h2>${table(
    ['SOP Instance UID', 'SHA-256'],
    outputs.map(({ sopInstanceUID, sha256 }) => [sopInstanceUID, sha256]),
  )}</body></html>`;
};
