import { AuditEvent, AuditFilter, ROUTES } from '@pseudonymize-redact/core/contract';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { AuditStore } from '../audit/auditStore.ts';

/** The route of the audit: to search in. */
export const auditRoutes: FastifyPluginCallbackZod<{ readonly audit: AuditStore }> = (
  app,
  { audit },
  done,
) => {
  app.get(
    ROUTES.audit,
    { schema: { querystring: AuditFilter, response: { 200: z.array(AuditEvent) } } },
    async ({ query }, reply) =>
      reply.header('cache-control', 'no-store').send([...(await audit.list(query))]),
  );
  done();
};
