import {
  Reidentification,
  REIDENTIFIER_HEADER,
  ReidentificationRequest,
  ROUTES,
} from '@pseudonymize-redact/core/contract';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ReidentificationService } from '../vault/reidentificationService.ts';
import type { ActorOf } from './auditing.ts';

export interface ReidentificationRoutesParts {
  readonly reidentification: ReidentificationService;
  readonly actorOf: ActorOf;
}

/** The route of the vault: for whoever has the secret of a re-identifier. */
export const reidentificationRoutes: FastifyPluginCallbackZod<ReidentificationRoutesParts> = (
  app,
  { reidentification, actorOf },
  done,
) => {
  app.post(
    ROUTES.reidentifications,
    {
      schema: {
        headers: z.looseObject({ [REIDENTIFIER_HEADER]: z.string().optional() }),
        body: ReidentificationRequest,
        response: { 200: Reidentification },
      },
    },
    async (request, reply) => {
      const secret = request.headers[REIDENTIFIER_HEADER];
      const asker = {
        secret: typeof secret === 'string' ? secret : null,
        actor: actorOf(request),
        request: request.id,
      };
      const answer = await reidentification.reidentify(request.body, asker);
      return reply.header('cache-control', 'no-store').send(answer);
    },
  );
  done();
};
