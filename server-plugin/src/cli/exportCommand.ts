import { Export, ExportAnswer, ROUTES, type ExportRequestInput } from '@pseudonymize-redact/core/contract';
import type { Command } from 'commander';
import { z } from 'zod';
import { askBridge, bridgeCommand, EXIT, type BridgeOptions } from './bridgeCommand.ts';
import { selectionOf, type SelectionOptions } from './exportSelection.ts';
import { examples } from './examples.ts';
import { exportPath, followExport } from './followExport.ts';
import { printTable, shortTime } from './printTable.ts';

interface ExportOptions extends BridgeOptions, SelectionOptions {
  readonly project: string;
  readonly dryRun: boolean;
  readonly wait: boolean;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const tellAnswer = ({ dryRun, found, added, known, busy, unknown }: ExportAnswer): void => {
  console.log(`${found} studies found; ${added} ${dryRun ? 'would be added' : 'added'}.`);
  if (known > 0) console.log(`${known} were in the export already.`);
  if (busy > 0) console.log(`${busy} left out: another job of theirs has not ended. Run this again later.`);
  if (unknown > 0) console.log(`${unknown} of the UIDs and Patient IDs are not in Orthanc.`);
};

const tellExport = ({ name, project, studies, instances, zip, errors, endedAt }: Export): void => {
  console.log(
    `${name} (project ${project}): ${endedAt === null ? 'not ended' : `ended ${shortTime(endedAt)}`}`,
  );
  const { total, ...states } = studies;
  const told = Object.entries(states).filter(([, count]) => count > 0);
  console.log(`${total} studies: ${told.map(([state, count]) => `${count} ${state}`).join(', ')}`);
  console.log(`${instances.done} instances stored.`);
  for (const { name: file, bytes, sha256 } of zip?.files ?? [])
    console.log(`${file}: ${bytes} bytes, SHA-256 ${sha256}`);
  if (zip !== null && zip.waiting > 0) console.log(`${zip.waiting} studies wait for their ZIP file.`);
  for (const { error, studies: count } of errors)
    console.log(`${count} studies: ${error.code}: ${error.message}`);
};

const start = async (name: string, options: ExportOptions): Promise<void> => {
  const { project, dryRun, json } = options;
  await askBridge(
    options,
    async (bridge) => {
      const request: ExportRequestInput = { name, project, dryRun, selection: selectionOf(options) };
      const answer = await bridge.post(ROUTES.exports, ExportAnswer, request);
      if (dryRun || !options.wait) return { answer, ended: null };
      if (!json) tellAnswer(answer);
      return { answer, ended: await followExport(bridge, name) };
    },
    ({ answer, ended }) => {
      if (ended === null) tellAnswer(answer);
      else tellExport(ended);
    },
    ({ ended }) => {
      if (ended !== null && ended.studies.failed > 0) process.exitCode = EXIT.someFailed;
    },
  );
};

const HELP = `
Examples:
  # what would be exported, without doing it
  pseudonymize export us-2024 --query "Modality=US StudyDate=20240101-20241231" --dry-run
  # and now for real, with a progress bar until the end
  pseudonymize export us-2024 --query "Modality=US StudyDate=20240101-20241231" --wait
  # a list of Patient IDs, one a line, to another project
  pseudonymize export trial-7 --project trial --patient-ids patients.txt

The name is the export's own: with the same name again it goes on where it is, and adds only studies that it does not have.
It stands in logs and reports, so it must not name a patient. Exit codes: 0 done; 1 some studies failed; 2 refused.`;

/** `pseudonymize export NAME`: de-identified copies of many studies. */
export const exportCommand = (): Command =>
  bridgeCommand('export')
    .description('De-identifies many studies, unattended: by UID, Patient ID, CSV or a query of Orthanc.')
    .argument('<name>', 'the name of the export')
    .option('-p, --project <id>', 'whose key, profile and destination are used', 'default')
    .option('-s, --study <uid>', 'a Study Instance UID; may be given several times', collect, [])
    .option('--patient-ids <file>', 'a file with a Patient ID on each line: all their studies')
    .option('--csv <file>', 'a CSV with a column StudyInstanceUID or PatientID')
    .option('-q, --query <pairs>', 'DICOM keywords with values, as a C-FIND matches them')
    .option('--all', 'every study in Orthanc', false)
    .option('-n, --dry-run', 'tells what would be done, and does nothing', false)
    .option('-w, --wait', 'follows the export to its end', false)
    .addHelpText('after', HELP)
    .action(start);

/** `pseudonymize exports`: what became of them. */
export const exportsCommand = (): Command => {
  const command = bridgeCommand('exports')
    .description('Lists exports; shows, retries or cancels one.')
    .addHelpText(
      'after',
      examples(
        ['how far are they?', 'exports'],
        ['how far is one, and why did studies fail?', 'exports us-2024'],
        ['do what failed again', 'exports us-2024 --retry'],
      ),
    );
  command
    .argument('[name]', 'an export; without it all are listed')
    .option('--retry', 'does failed and cancelled studies again', false)
    .option('--cancel', 'cancels what has not ended; copies that are stored stay', false)
    .action((name: string | undefined, options: BridgeOptions & { retry: boolean; cancel: boolean }) => {
      if (name === undefined) {
        return askBridge(
          options,
          (bridge) => bridge.get(ROUTES.exports, z.array(Export)),
          (exports) =>
            printTable(
              ['NAME', 'PROJECT', 'STUDIES', 'DONE', 'FAILED', 'INSTANCES', 'CREATED', 'ENDED'],
              exports.map(({ name: of, project, studies, instances, createdAt, endedAt }) => [
                of,
                project,
                studies.total,
                studies.completed,
                studies.failed,
                instances.done,
                shortTime(createdAt),
                shortTime(endedAt),
              ]),
            ),
        );
      }
      return askBridge(
        options,
        (bridge) => {
          if (options.retry)
            return bridge.post(ROUTES.exportRetry.replace(':export', encodeURIComponent(name)), Export);
          return options.cancel
            ? bridge.delete(exportPath(name), Export)
            : bridge.get(exportPath(name), Export);
        },
        tellExport,
      );
    });
  return command;
};
