import { writeFileSync } from 'node:fs';
import { ExportReport, ROUTES } from '@pseudonymize-redact/core/contract';
import type { Command } from 'commander';
import { BridgeClient } from './bridgeClient.ts';
import { askBridge, bridgeCommand, tellingErrors, type BridgeOptions } from './bridgeCommand.ts';
import { examples } from './examples.ts';
import { printTable } from './printTable.ts';

const tellReport = ({
  export: of,
  rules,
  durationSeconds,
  pixels,
  holds,
  cells,
  outputs,
}: ExportReport): void => {
  printTable(
    [of.name, ''],
    [
      ...rules.map(({ profile, rules: version }) => ['Profile', `${profile} (rules ${version})`]),
      ['Studies completed', `${of.studies.completed} of ${of.studies.total}`],
      ['Copies', outputs.length],
      ['Regions blanked', pixels.regions],
      ...Object.entries(pixels.regionsByClass)
        .filter(([, count]) => count > 0)
        .map(([name, count]) => [`  ${name}`, count]),
      ['On hold at first', pixels.holds],
      ...Object.entries(holds)
        .filter(([, count]) => count > 0)
        .map(([state, count]) => [`  ${state}`, count]),
      ['Failed studies', of.studies.failed],
      ['Duration', durationSeconds === null ? '–' : `${durationSeconds.toFixed(0)} s`],
      ['Small cells', `${cells.filter(({ small }) => small).length} of ${cells.length}`],
    ],
  );
};

/** `pseudonymize report NAME`. */
export const reportCommand = (): Command =>
  bridgeCommand('report')
    .description(
      'What an export did: counts, durations, small groups of patients, SHA-256 of every copy. Nothing in it identifies.',
    )
    .argument('<name>', 'the name of an export')
    .addHelpText(
      'after',
      examples(
        ['the figures', 'report us-2024'],
        ['a page to print', 'report us-2024 --html us-2024.html'],
        ['everything, with the SHA-256 of every copy', 'report us-2024 --json'],
      ),
    )
    .option('--html <file>', 'writes the page with plots, to be printed')
    .action((name: string, options: BridgeOptions & { html?: string }) => {
      const of = (route: string): string => route.replace(':export', encodeURIComponent(name));
      const { html } = options;
      if (html === undefined)
        return askBridge(options, (bridge) => bridge.get(of(ROUTES.exportReport), ExportReport), tellReport);
      return tellingErrors(async () => {
        writeFileSync(html, await new BridgeClient(options.url).text(of(ROUTES.exportReportPage)));
      });
    });
