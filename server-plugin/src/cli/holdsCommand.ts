import { Hold, HoldState, ROUTES } from '@pseudonymize-redact/core/contract';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { askBridge, bridgeCommand, type BridgeOptions } from './bridgeCommand.ts';
import { examples } from './examples.ts';
import { printTable, shortTime } from './printTable.ts';

const tellHolds = (holds: readonly Hold[]): void =>
  printTable(
    ['HOLD', 'STATE', 'PROJECT', 'REASON', 'TEXTS', 'CREATED'],
    holds.map(({ id, state, project, reason, texts, createdAt }) => [
      id,
      state,
      project,
      reason.code,
      texts.length,
      shortTime(createdAt),
    ]),
  );

const decisionCommand = (decision: 'release' | 'reject', description: string): Command =>
  bridgeCommand(decision)
    .argument('<holds...>', 'ids of holds')
    .description(description)
    .action((holds: string[], options: BridgeOptions) =>
      askBridge(
        options,
        (bridge) => bridge.post(ROUTES.holds, z.array(Hold), { decision, holds }),
        tellHolds,
      ),
    );

/** `pseudonymize holds list|release|reject`. */
export const holdsCommand = (): Command => {
  const holds = new Command('holds')
    .description(
      'Copies that were not stored, because text was still found on them. Look at them in the viewer or on the admin page before you decide.',
    )
    .addHelpText(
      'after',
      examples(
        ['what waits for a decision?', 'holds list --project trial'],
        ['store copies as they are', 'holds release 9d2f… 77ab…'],
        ['never store them', 'holds reject 9d2f…'],
      ),
    );
  holds.addCommand(
    bridgeCommand('list')
      .description('Those that wait for a decision.')
      .addOption(new Option('--state <state>').choices(HoldState.options).default('held'))
      .option('-p, --project <id>', 'of this project')
      .option('-j, --job <id>', 'of this job')
      .action((options: BridgeOptions & { state: string; project?: string; job?: string }) => {
        const { state, project, job } = options;
        return askBridge(
          options,
          (bridge) => bridge.get(ROUTES.holds, z.array(Hold), { state, project, job }),
          tellHolds,
        );
      }),
    { isDefault: true },
  );
  holds.addCommand(decisionCommand('release', 'Stores copies as they are.'));
  holds.addCommand(decisionCommand('reject', 'Never stores these copies.'));
  return holds;
};
