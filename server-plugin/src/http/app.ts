import { randomUUID } from 'node:crypto';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { AuditStore } from '../audit/auditStore.ts';
import type { ExportService } from '../exports/exportService.ts';
import type { OrthancAccess } from '../config/config.ts';
import type { HoldService } from '../holds/holdService.ts';
import { handleError } from './apiError.ts';
import type { Database } from '../queue/database.ts';
import type { ReportService } from '../report/reportService.ts';
import { adminRoutes } from './adminRoutes.ts';
import { apiRoutes, type ApiParts } from './apiRoutes.ts';
import { actorIn, auditing } from './auditing.ts';
import { auditRoutes } from './auditRoutes.ts';
import { exportRoutes } from './exportRoutes.ts';
import { holdRoutes } from './holdRoutes.ts';
import { metrics } from './metrics.ts';
import { openApi } from './openApi.ts';
import { orthancProxy } from './orthancProxy.ts';
import { reidentificationRoutes } from './reidentificationRoutes.ts';
import { requestGuard } from './requestGuard.ts';
import { reviewRoutes } from './reviewRoutes.ts';
import type { ReviewService } from '../reviews/reviewService.ts';
import type { ReidentificationService } from '../vault/reidentificationService.ts';
import type { ProjectService } from '../projects/projectService.ts';
import { ruleRoutes } from './ruleRoutes.ts';
import { SECURITY_HEADERS } from './securityHeaders.ts';
import type { VerificationService } from '../verification/verificationService.ts';
import { verificationRoutes } from './verificationRoutes.ts';
import { viewerRoutes, type ViewerFolders } from './viewerRoutes.ts';

/** Room for a hundred thousand regions. */
const BODY_LIMIT_BYTES = 32 * 2 ** 20;

export interface AppOptions {
  readonly api: Omit<ApiParts, 'audited'>;
  readonly holds: HoldService;
  readonly exports: ExportService;
  readonly reports: ReportService;
  readonly rules: ProjectService;
  readonly verification: VerificationService;
  readonly reidentification: ReidentificationService;
  readonly reviews: ReviewService;
  readonly audit: AuditStore;
  /** In which a reverse proxy names the user; null: there is none. */
  readonly actorHeader: string | null;
  readonly database: Database;
  readonly access: OrthancAccess;
  readonly folders: ViewerFolders;
  /** Host names of the bridge beside those of the loopback. */
  readonly hosts: readonly string[];
  readonly log: FastifyBaseLogger;
}

/** The one origin: the API, Orthanc's DICOMweb, the viewer with the extension and the mode. */
export const createApp = async ({
  api,
  holds,
  exports,
  reports,
  rules,
  verification,
  reidentification,
  reviews,
  audit,
  actorHeader,
  database,
  access,
  folders,
  hosts,
  log,
}: AppOptions): Promise<FastifyInstance> => {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    // Stands in every line of the log about the request, and in the answer.
    genReqId: () => randomUUID(),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.addHook('onRequest', requestGuard(hosts));
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
    return Promise.resolve();
  });
  // The pattern of the route, never the address: that holds UIDs.
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'page',
        status: reply.statusCode,
        durationMs: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  const actorOf = actorIn(actorHeader);
  const audited = auditing(audit, actorOf);
  await app.register(metrics, { database });
  await openApi(app);
  await app.withTypeProvider<ZodTypeProvider>().register(apiRoutes, { ...api, audited });
  await app.withTypeProvider<ZodTypeProvider>().register(holdRoutes, { holds, audited });
  await app.withTypeProvider<ZodTypeProvider>().register(exportRoutes, { exports, reports, audited });
  await app.withTypeProvider<ZodTypeProvider>().register(auditRoutes, { audit });
  await app.withTypeProvider<ZodTypeProvider>().register(ruleRoutes, { rules, previews: api, actorOf });
  await app.withTypeProvider<ZodTypeProvider>().register(verificationRoutes, { verification, audited });
  await app
    .withTypeProvider<ZodTypeProvider>()
    .register(reidentificationRoutes, { reidentification, actorOf });
  await app.withTypeProvider<ZodTypeProvider>().register(reviewRoutes, { reviews });
  await app.register(adminRoutes);
  await app.register(orthancProxy, { access });
  await app.register(viewerRoutes, folders);
  return app;
};
