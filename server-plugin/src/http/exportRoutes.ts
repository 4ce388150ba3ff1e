import { Export, ExportAnswer, ExportName, ExportRequest, ROUTES } from '@pseudonymize-redact/core/contract';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ExportService } from '../exports/exportService.ts';

const ExportParams = z.object({ export: ExportName });

/** The routes of exports: many studies under one name. */
export const exportRoutes: FastifyPluginCallbackZod<{ readonly exports: ExportService }> = (
  app,
  { exports },
  done,
) => {
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
