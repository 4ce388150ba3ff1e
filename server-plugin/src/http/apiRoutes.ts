import {
  AdminJob,
  type AuditAction,
  Health,
  InstancePreview,
  Job,
  JobComparison,
  JobRequest,
  JobState,
  Project,
  ROUTES,
  StudyPreview,
  Uid,
} from '@pseudonymize-redact/core/contract';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Engine, ProjectChoice } from '../engine/engine.ts';
import { jobOf, type JobRecord } from '../jobs/jobRecord.ts';
import type { JobComparer } from '../jobs/jobComparer.ts';
import type { JobService } from '../jobs/jobService.ts';
import { previewInstance } from '../jobs/previewInstance.ts';
import { previewStudy } from '../jobs/previewStudy.ts';
import type { OriginalFiles } from '../orthanc/originalFiles.ts';
import type { OrthancClient } from '../orthanc/orthancClient.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import type { Audited } from './auditing.ts';
import { jobEvents } from './jobEvents.ts';

export interface ApiParts {
  readonly jobs: JobService;
  readonly comparer: JobComparer;
  readonly orthanc: OrthancClient;
  readonly originals: OriginalFiles;
  readonly engine: Engine;
  readonly projects: ProjectRegistry;
  readonly audited: Audited;
}

const MOST_LISTED = 1000;
const JobQuery = z.object({
  state: JobState.optional(),
  project: z.string().optional(),
  export: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(MOST_LISTED).default(MOST_LISTED),
});
const ChoiceQuery = z.object({
  project: JobRequest.shape.project,
  profile: JobRequest.shape.profile,
});
const choiceOf = ({ project, profile }: z.infer<typeof ChoiceQuery>): ProjectChoice => ({
  project,
  profile: profile ?? null,
});
const JobParams = z.object({ job: z.uuid() });

/** The routes of the contract. */
export const apiRoutes: FastifyPluginCallbackZod<ApiParts> = (
  app,
  { jobs, comparer, orthanc, originals, engine, projects, audited },
  done,
) => {
  const previewParts = { orthanc, originals, engine, projects };

  app.get(ROUTES.health, { schema: { response: { 200: Health } } }, async () => {
    const reachable = await orthanc.check().then(
      () => true,
      () => false,
    );
    return { orthanc: reachable ? ('reachable' as const) : ('unreachable' as const) };
  });

  app.get(ROUTES.ready, { schema: { response: { 200: Health } } }, async (_request, reply) => {
    // Whoever waits before the bridge sends nothing to one that answers with an error.
    await orthanc.check();
    await jobs.list({ state: null, project: null, exportName: null }, 1);
    return reply.send({ orthanc: 'reachable' });
  });

  app.get(ROUTES.projects, { schema: { response: { 200: z.array(Project) } } }, () => [...projects.list()]);

  app.get(
    ROUTES.preview,
    {
      schema: {
        params: z.object({ study: Uid }),
        querystring: ChoiceQuery,
        response: { 200: StudyPreview },
      },
    },
    ({ params, query }) => previewStudy(params.study, choiceOf(query), previewParts),
  );

  app.get(
    ROUTES.instancePreview,
    {
      schema: {
        params: z.object({ study: Uid, instance: Uid }),
        querystring: ChoiceQuery,
        response: { 200: InstancePreview },
      },
    },
    async ({ params, query }, reply) =>
      reply
        .header('cache-control', 'no-store')
        .send(await previewInstance(params.study, params.instance, choiceOf(query), previewParts)),
  );

  /** Changes a job that there is. */
  const change = async (
    request: FastifyRequest<{ Params: z.infer<typeof JobParams> }>,
    action: AuditAction,
    work: (id: string) => Promise<JobRecord>,
  ): Promise<AdminJob> => {
    const { id, project } = await jobs.get(request.params.job);
    return jobOf(await audited(request, { action, project, subject: id }, () => work(id)));
  };

  app.post(ROUTES.jobs, { schema: { body: JobRequest, response: { 202: Job } } }, async (request, reply) => {
    const job = await audited(
      request,
      { action: 'job.created', project: request.body.project },
      () => jobs.create(request.body),
      ({ id }) => [{ subject: id }],
    );
    return reply.code(202).send(jobOf(job));
  });

  app.get(
    ROUTES.jobs,
    { schema: { querystring: JobQuery, response: { 200: z.array(AdminJob) } } },
    async ({ query: { state = null, project = null, export: exportName = null, limit } }) =>
      (await jobs.list({ state, project, exportName }, limit)).map(jobOf),
  );

  app.post(
    ROUTES.comparison,
    { schema: { body: JobRequest, response: { 200: JobComparison } } },
    async ({ body }) => comparer.ofRequest(body),
  );

  app.get(
    ROUTES.jobComparison,
    { schema: { params: JobParams, response: { 200: JobComparison } } },
    async ({ params }) => comparer.ofJob(params.job),
  );

  app.get(ROUTES.job, { schema: { params: JobParams, response: { 200: AdminJob } } }, async ({ params }) =>
    jobOf(await jobs.get(params.job)),
  );

  app.delete(ROUTES.job, { schema: { params: JobParams, response: { 200: Job } } }, (request) =>
    change(request, 'job.cancelled', (id) => jobs.cancel(id)),
  );

  app.post(
    ROUTES.jobRetry,
    { schema: { params: JobParams, response: { 202: AdminJob } } },
    async (request, reply) => {
      const job = await change(request, 'job.retried', (id) => jobs.retry(id));
      return reply.code(202).send(job);
    },
  );

  app.get(ROUTES.jobEvents, { schema: { params: JobParams } }, async ({ params }, reply) => {
    const events = await jobEvents(jobs, params.job);
    return reply.header('content-type', 'text/event-stream').header('cache-control', 'no-cache').send(events);
  });

  done();
};
