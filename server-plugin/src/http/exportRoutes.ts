import {
  Export,
  ExportAnswer,
  ExportName,
  ExportReport,
  ExportRequest,
  ROUTES,
} from '@pseudonymize-redact/core/contract';
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
    { schema: { body: ExportRequest, response: { 202: ExportAnswer } } },
    async (request, reply) => {
      const answer = await exports.request(request.body);
      const { name, project, dryRun } = answer;
      if (!dryRun) await audited(request, { action: 'export.started', project, subject: name });
      return reply.code(202).send(answer);
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
      const cancelled = await exports.cancel(request.params.export);
      await audited(request, {
        action: 'export.cancelled',
        project: cancelled.project,
        subject: cancelled.name,
      });
      return cancelled;
    },
  );

  app.post(
    ROUTES.exportRetry,
    { schema: { params: ExportParams, response: { 202: Export } } },
    async (request, reply) => {
      const again = await exports.retry(request.params.export);
      await audited(request, { action: 'export.retried', project: again.project, subject: again.name });
      return reply.code(202).send(again);
    },
  );

  done();
};
