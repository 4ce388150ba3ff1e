import { AdminJob, Job, JobState, ROUTES } from '@pseudonymize-redact/core/contract';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { askBridge, bridgeCommand, type BridgeOptions } from './bridgeCommand.ts';
import { examples } from './examples.ts';
import { printTable, shortTime } from './printTable.ts';

const jobPath = (id: string): string => ROUTES.job.replace(':job', encodeURIComponent(id));

const tellJob = (job: AdminJob): void => {
  console.log(`${job.id}: ${job.state}, project ${job.project}, export ${job.export ?? '–'}`);
  console.log(`${job.instances.done} of ${job.instances.total} instances, begun ${job.attempts} times`);
  console.log(`created ${shortTime(job.createdAt)}, ended ${shortTime(job.endedAt) || '–'}`);
  if (job.error !== null) console.log(`${job.error.code}: ${job.error.message}`);
  if (job.error?.where != null) console.log(`where: ${job.error.where}`);
  if (job.copy !== null) console.log(`copy: ${job.copy.studyInstanceUID}`);
};

const listJobs = (
  options: BridgeOptions & { state?: JobState; project?: string; export?: string; limit: string },
): Promise<void> => {
  const { state, project, export: exportName, limit } = options;
  return askBridge(
    options,
    (bridge) => bridge.get(ROUTES.jobs, z.array(AdminJob), { state, project, export: exportName, limit }),
    (jobs) =>
      printTable(
        ['JOB', 'STATE', 'PROJECT', 'EXPORT', 'INSTANCES', 'TRIES', 'CREATED', 'ERROR'],
        jobs.map((job) => [
          job.id,
          job.state,
          job.project,
          job.export ?? '',
          `${job.instances.done}/${job.instances.total}`,
          job.attempts,
          shortTime(job.createdAt),
          job.error?.code ?? '',
        ]),
      ),
  );
};

/** `pseudonymize jobs list|show|retry|cancel`. */
export const jobsCommand = (): Command => {
  const jobs = new Command('jobs')
    .description(
      'Lists jobs, and shows, retries or cancels one. A job copies one study, or checks one that was copied.',
    )
    .addHelpText(
      'after',
      examples(
        ['why did studies fail?', 'jobs list --state failed'],
        ['all that is known of one', 'jobs show 3f0c2c1e-5d0b-4b1e-9d0e-2a8a54d7a8b1'],
        ['do it again', 'jobs retry 3f0c2c1e-5d0b-4b1e-9d0e-2a8a54d7a8b1'],
        ['for a script', 'jobs list --export us-2024 --json'],
      ),
    );
  jobs.addCommand(
    bridgeCommand('list')
      .description('The newest first. Failed jobs stay, with their reason, until they are retried.')
      .addOption(new Option('--state <state>').choices(JobState.options))
      .option('-p, --project <id>', 'of this project')
      .option('-e, --export <name>', 'of this export')
      .option('--limit <n>', 'at most so many', '50')
      .action(listJobs),
    { isDefault: true },
  );
  jobs.addCommand(
    bridgeCommand('show')
      .argument('<job>')
      .description('All that is known of a job.')
      .action((id: string, options: BridgeOptions) =>
        askBridge(options, (bridge) => bridge.get(jobPath(id), AdminJob), tellJob),
      ),
  );
  jobs.addCommand(
    bridgeCommand('retry')
      .argument('<job>')
      .description('Does a failed or cancelled job again.')
      .action((id: string, options: BridgeOptions) =>
        askBridge(
          options,
          (bridge) => bridge.post(ROUTES.jobRetry.replace(':job', encodeURIComponent(id)), AdminJob),
          tellJob,
        ),
      ),
  );
  jobs.addCommand(
    bridgeCommand('cancel')
      .argument('<job>')
      .description('Ends a job that has not ended; what it has stored is taken back.')
      .action((id: string, options: BridgeOptions) =>
        askBridge(
          options,
          (bridge) => bridge.delete(jobPath(id), Job),
          (job) => console.log(`${job.id}: ${job.state}`),
        ),
      ),
  );
  return jobs;
};
