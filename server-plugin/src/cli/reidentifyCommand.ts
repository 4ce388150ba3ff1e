import { readFileSync } from 'node:fs';
import {
  Reidentification,
  REIDENTIFIER_HEADER,
  ROUTES,
  type Identifiers,
} from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { Command } from 'commander';
import { askBridge, bridgeCommand, type BridgeOptions } from './bridgeCommand.ts';
import { printTable } from './printTable.ts';

interface ReidentifyOptions extends BridgeOptions {
  readonly project: string;
  readonly reason: string;
  readonly secretFile?: string;
}

const secretOf = ({ secretFile }: ReidentifyOptions): string => {
  if (secretFile === undefined) return process.env['REIDENTIFIER_SECRET'] ?? '';
  try {
    return readFileSync(secretFile, 'utf8').trim();
  } catch (cause) {
    throw new CodedError('INPUT_NOT_FOUND', secretFile, { cause });
  }
};

const ROWS: readonly (readonly [keyof Identifiers, string])[] = [
  ['patientName', "Patient's Name"],
  ['patientID', 'Patient ID'],
  ['issuerOfPatientID', 'Issuer of Patient ID'],
  ['accessionNumber', 'Accession Number'],
  ['studyInstanceUID', 'Study Instance UID'],
  ['seriesInstanceUID', 'Series Instance UID'],
  ['sopInstanceUID', 'SOP Instance UID'],
];

const tell = ({ matches }: Reidentification): void => {
  for (const { original, copy } of matches) {
    const rows = ROWS.filter(([key]) => original[key] !== null || copy[key] !== null);
    printTable(
      ['', 'ORIGINAL', 'COPY'],
      rows.map(([key, name]) => [name, original[key] ?? '', copy[key] ?? '']),
    );
  }
};

const HELP = `
Needs the secret of a re-identifier, in REIDENTIFIER_SECRET or a file; an administrator gives it with "pseudonymize reidentifiers add".
Every attempt is recorded with who asked, when, for which pseudonym and why, also where it is refused. The reason must not name the patient.

Example:
  pseudonymize reidentify PSN-4F0Q2M8ZK1T7C --project trial --reason "incidental finding, ethics vote 2026-17" --secret-file ~/.reidentifier

Exit codes: 0 found; 2 refused, or nobody has that pseudonym.`;

/** `pseudonymize reidentify PSEUDONYM`: who it is. */
export const reidentifyCommand = (): Command =>
  bridgeCommand('reidentify')
    .description('Tells who a pseudonym is: a Patient ID, name, Accession Number, or a UID of a copy.')
    .argument('<pseudonym>', 'as it stands in the copy')
    .requiredOption('-r, --reason <text>', 'why; at least ten characters; kept in the audit')
    .option('-p, --project <id>', 'whose vault is read', 'default')
    .option('--secret-file <file>', 'holds the secret of a re-identifier; default: REIDENTIFIER_SECRET')
    .addHelpText('after', HELP)
    .action((pseudonym: string, options: ReidentifyOptions) => {
      const { project, reason } = options;
      return askBridge(
        options,
        (bridge) =>
          bridge.post(
            ROUTES.reidentifications,
            Reidentification,
            { project, pseudonym, reason },
            { [REIDENTIFIER_HEADER]: secretOf(options) },
          ),
        tell,
      );
    });
