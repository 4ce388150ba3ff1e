import { ROUTES, Verification, VerificationRequest } from '@pseudonymize-redact/core/contract';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { VerificationService } from '../verification/verificationService.ts';
import type { Audited } from './auditing.ts';

export interface VerificationRoutesParts {
  readonly verification: VerificationService;
  readonly audited: Audited;
}

/** The routes of verifications: stored copies that are checked again. */
export const verificationRoutes: FastifyPluginCallbackZod<VerificationRoutesParts> = (
  app,
  { verification, audited },
  done,
) => {
  app.post(
    ROUTES.verifications,
    { schema: { body: VerificationRequest, response: { 202: Verification } } },
    async (request, reply) => {
      const begun = await audited(
        request,
        { action: 'verification.started', project: request.body.project },
        () => verification.request(request.body),
        ({ id }) => [{ subject: id }],
      );
      return reply.code(202).send(begun);
    },
  );

  app.get(ROUTES.verifications, { schema: { response: { 200: z.array(Verification) } } }, async () => [
    ...(await verification.list()),
  ]);

  app.get(
    ROUTES.verification,
    { schema: { params: z.object({ verification: z.uuid() }), response: { 200: Verification } } },
    ({ params }) => verification.get(params.verification),
  );

  done();
};
