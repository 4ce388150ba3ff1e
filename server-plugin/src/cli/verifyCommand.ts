import { setTimeout as wait } from 'node:timers/promises';
import { FINDINGS, ROUTES, Verification, type VerificationRequest } from '@pseudonymize-redact/core/contract';
import { Presets, SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import type { BridgeClient } from './bridgeClient.ts';
import { askBridge, bridgeCommand, EXIT, type BridgeOptions } from './bridgeCommand.ts';
import { printTable } from './printTable.ts';

interface VerifyOptions extends BridgeOptions {
  readonly project: string;
  readonly pixels: boolean;
  readonly wait: boolean;
}

const INTERVAL_MS = 500;

const finishedOf = ({ studies }: Verification): number =>
  studies.completed + studies.failed + studies.cancelled;

const follow = async (bridge: BridgeClient, id: string): Promise<Verification> => {
  const bar = new SingleBar(
    {
      format: '{bar} {value}/{total} studies | {copies} copies',
      stream: process.stderr,
      noTTYOutput: true,
      notTTYSchedule: 10_000,
    },
    Presets.shades_classic,
  );
  for (let started = false; ; started = true) {
    const state = await bridge.get(ROUTES.verification.replace(':verification', id), Verification);
    if (!started) bar.start(state.studies.total, 0, { copies: 0 });
    bar.update(finishedOf(state), { copies: state.copies });
    if (state.endedAt !== null) {
      bar.stop();
      return state;
    }
    await wait(INTERVAL_MS);
  }
};

const tell = ({ id, studies, copies, endedAt, findings, findingsByCode, errors }: Verification): void => {
  if (endedAt === null) {
    console.log(`${id}: ${studies.total} studies are checked; see pseudonymize jobs list.`);
    return;
  }
  console.log(`${copies} copies of ${studies.total} studies were checked.`);
  for (const { error, studies: count } of errors)
    console.log(`${count} studies: ${error.code}: ${error.message}`);
  for (const { code, findings: count } of findingsByCode)
    console.log(`${count} × ${code}: ${FINDINGS[code]}`);
  if (findings.length === 0) {
    console.log('Nothing was found.');
    return;
  }
  printTable(
    ['FINDING', 'SOP INSTANCE', 'WHERE'],
    findings.map(({ code, sopInstanceUID, place, frames, box }) => [
      code,
      sopInstanceUID,
      box === null
        ? (place ?? '')
        : `frames ${frames?.first}–${frames?.last}, box ${box.map(Math.round).join(' ')}`,
    ]),
  );
};

const HELP = `
Looks at copies where they were stored, and changes nothing: whether all are there and are the files that were stored (SHA-256), whether their headers
follow the profile and say nothing of the original (known from the vault and, where they are still there, from the originals), and whether text is burned
into their pixels. Workers do it, in the queue. What is found is told by code and place, never by value.

Examples:
  pseudonymize verify us-2024
  pseudonymize verify --project trial --no-pixels --json

Findings:
${Object.entries(FINDINGS)
  .map(([code, meaning]) => `  ${code.padEnd(18)}${meaning}`)
  .join('\n')}

Exit codes: 0 nothing was found; 1 something was, or studies could not be checked; 2 refused.`;

/** `pseudonymize verify [EXPORT]`: stored copies are checked again. */
export const verifyCommand = (): Command =>
  bridgeCommand('verify')
    .description('Checks the stored copies of an export, or of a whole project, again.')
    .argument('[export]', 'an export; without it all copies of the project')
    .option('-p, --project <id>', 'whose copies', 'default')
    .option('--no-pixels', 'does not search for burned-in text')
    .option('--no-wait', 'only starts it')
    .addHelpText('after', HELP)
    .action((exportName: string | undefined, options: VerifyOptions) => {
      const { project, pixels } = options;
      const request: VerificationRequest = { project, pixels, export: exportName ?? null };
      return askBridge(
        options,
        async (bridge) => {
          const begun = await bridge.post(ROUTES.verifications, Verification, request);
          return options.wait ? follow(bridge, begun.id) : begun;
        },
        tell,
        ({ findings, studies }) => {
          if (findings.length > 0 || studies.failed + studies.cancelled > 0)
            process.exitCode = EXIT.someFailed;
        },
      );
    });
