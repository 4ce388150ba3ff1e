import { AuditAction, AuditEvent, ROUTES } from '@pseudonymize-redact/core/contract';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import { askBridge, bridgeCommand, type BridgeOptions } from './bridgeCommand.ts';
import { printTable, shortTime } from './printTable.ts';

interface AuditOptions extends BridgeOptions {
  readonly action?: string;
  readonly actor?: string;
  readonly outcome?: string;
  readonly project?: string;
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: string;
}

const HELP = `
Examples:
  pseudonymize audit --action reidentification --outcome refused
  pseudonymize audit --project trial --from 2026-01-01T00:00:00Z --json

Actions: ${AuditAction.options.join(', ')}.`;

/** `pseudonymize audit`: who did what. */
export const auditCommand = (): Command =>
  bridgeCommand('audit')
    .description('Who did what, the newest first. Nothing in it tells of a patient but pseudonyms.')
    .addOption(new Option('--action <action>', 'only this').choices(AuditAction.options))
    .option('--actor <name>', 'by this user')
    .addOption(new Option('--outcome <outcome>').choices(AuditEvent.shape.outcome.options))
    .option('-p, --project <id>', 'in this project')
    .option('--subject <subject>', 'to this job, hold, export, profile or pseudonym')
    .option('--from <time>', 'from then on, as 2026-01-31T08:00:00Z')
    .option('--to <time>', 'before then')
    .option('--limit <n>', 'at most so many', '200')
    .addHelpText('after', HELP)
    .action(({ url, json, ...filter }: AuditOptions) =>
      askBridge(
        { url, json },
        (bridge) => bridge.get(ROUTES.audit, z.array(AuditEvent), filter),
        (events) =>
          printTable(
            ['AT', 'ACTOR', 'ACTION', 'OUTCOME', 'PROJECT', 'SUBJECT', 'REASON'],
            events.map(({ at, actor, action, outcome, project, subject, reason }) => [
              shortTime(at),
              actor,
              action,
              outcome,
              project ?? '',
              subject ?? '',
              reason ?? '',
            ]),
          ),
      ),
    );
