import {
  Export,
  ExportAccepted,
  ExportAnswer,
  ExportName,
  ExportReport,
  ExportRequest,
  ROUTES,
} from '@pseudonymize-redact/core/contract';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ExportService } from '../exports/exportService.ts';
import type { ReportService } from '../report/reportService.ts';
import type { Audited } from './auditing.ts';

export interface ExportRoutesParts {
  readonly exports: ExportService;
  readonly reports: ReportService;
  readonly audited: Audited;
}

const ExportParams = z.object({ export: ExportName });

/**
 * Whether the answer is not waited for (RFC 7240, "respond-async"). Orthanc's Lua asks so: until it has its answer, Orthanc answers nobody,
 * the bridge that looks for the studies included.
 */
const isNotWaitedFor = ({ headers }: FastifyRequest): boolean =>
  [headers['prefer']].flat().some((preference) => /\brespond-async\b/i.test(preference ?? ''));

/** The routes of exports: many studies under one name. */
export const exportRoutes: FastifyPluginCallbackZod<ExportRoutesParts> = (
  app,
  { exports, reports, audited },
  done,
) => {
  app.get(
    ROUTES.exportReport,
    { schema: { params: ExportParams, response: { 200: ExportReport } } },
    ({ params }) => reports.of(params.export),
  );

  app.get(ROUTES.exportReportPage, { schema: { params: ExportParams } }, async ({ params }, reply) => {
    // The charts' library takes 70 MiB: only of a bridge that is asked for the page.
    const { reportPage } = await import('../report/reportPage.ts');
    return reply.type('text/html; charset=utf-8').send(reportPage(await reports.of(params.export)));
  });

  app.post(
    ROUTES.exports,
    { schema: { body: ExportRequest, response: { 202: ExportAnswer.or(ExportAccepted) } } },
    async (request, reply) => {
      const { name, project, dryRun } = request.body;
      const ask = (): Promise<ExportAnswer> => exports.request(request.body);
      const event = { action: 'export.started', project, subject: name } as const;
      const answer = dryRun ? ask() : audited(request, event, ask);
      if (dryRun || !isNotWaitedFor(request)) return reply.code(202).send(await answer);
      answer.catch((err: unknown) =>
        request.log.error({ err }, 'an export that nobody waits for has failed'),
      );
      return reply.code(202).header('preference-applied', 'respond-async').send({ name, project });
    },
  );

  app.get(ROUTES.exports, { schema: { response: { 200: z.array(Export) } } }, async () => [
    ...(await exports.list()),
  ]);

  app.get(ROUTES.export, { schema: { params: ExportParams, response: { 200: Export } } }, ({ params }) =>
    exports.get(params.export),
  );

  app.delete(
    ROUTES.export,
    { schema: { params: ExportParams, response: { 200: Export } } },
    async (request) => {
      const { name, project } = await exports.get(request.params.export);
      return audited(request, { action: 'export.cancelled', project, subject: name }, () =>
        exports.cancel(name),
      );
    },
  );

  app.post(
    ROUTES.exportRetry,
    { schema: { params: ExportParams, response: { 202: Export } } },
    async (request, reply) => {
      const { name, project } = await exports.get(request.params.export);
      const event = { action: 'export.retried', project, subject: name } as const;
      return reply.code(202).send(await audited(request, event, () => exports.retry(name)));
    },
  );

  done();
};
