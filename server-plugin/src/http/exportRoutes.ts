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
import { reportPage } from '../report/reportPage.ts';
import type { ReportService } from '../report/reportService.ts';

export interface ExportRoutesParts {
  readonly exports: ExportService;
  readonly reports: ReportService;
}

const ExportParams = z.object({ export: ExportName });

/** The routes of exports: many studies under one name. */
export const exportRoutes: FastifyPluginCallbackZod<ExportRoutesParts> = (
  app,
  { exports, reports },
  done,
) => {
  app.get(
    ROUTES.exportReport,
    { schema: { params: ExportParams, response: { 200: ExportReport } } },
    ({ params }) => reports.of(params.export),
  );

  app.get(ROUTES.exportReportPage, { schema: { params: ExportParams } }, async ({ params }, reply) =>
    reply.type('text/html; charset=utf-8').send(reportPage(await reports.of(params.export))),
  );

  app.post(
    ROUTES.exports,
    { schema: { body: ExportRequest, response: { 202: ExportAnswer } } },
    async ({ body }, reply) => reply.code(202).send(await exports.request(body)),
  );

  app.get(ROUTES.exports, { schema: { response: { 200: z.array(Export) } } }, async () => [
    ...(await exports.list()),
  ]);

  app.get(ROUTES.export, { schema: { params: ExportParams, response: { 200: Export } } }, ({ params }) =>
    exports.get(params.export),
  );

  app.delete(ROUTES.export, { schema: { params: ExportParams, response: { 200: Export } } }, ({ params }) =>
    exports.cancel(params.export),
  );

  app.post(
    ROUTES.exportRetry,
    { schema: { params: ExportParams, response: { 202: Export } } },
    async ({ params }, reply) => reply.code(202).send(await exports.retry(params.export)),
  );

  done();
};
