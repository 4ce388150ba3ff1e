import { Hold, HoldDecision, HoldFilter, ROUTES } from '@pseudonymize-redact/core/contract';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { HoldService } from '../holds/holdService.ts';
import type { Audited } from './auditing.ts';

const ACTIONS = { release: 'hold.released', reject: 'hold.rejected', correct: 'hold.corrected' } as const;

const HoldParams = z.object({ hold: z.uuid() });
const FrameParams = HoldParams.extend({ frame: z.coerce.number().int().min(1) });

/** The routes of what is on hold: to list, to look at, to decide. */
export const holdRoutes: FastifyPluginCallbackZod<{
  readonly holds: HoldService;
  readonly audited: Audited;
}> = (app, { holds, audited }, done) => {
  app.get(
    ROUTES.holds,
    { schema: { querystring: HoldFilter, response: { 200: z.array(Hold) } } },
    async ({ query }) => [...(await holds.list(query))],
  );

  app.post(
    ROUTES.holds,
    { schema: { body: HoldDecision, response: { 200: z.array(Hold) } } },
    async (request) => {
      const action = ACTIONS[request.body.decision];
      const [subject = null, ...others] = request.body.holds;
      const decided = await audited(
        request,
        { action, subject: others.length === 0 ? subject : `${request.body.holds.length} holds` },
        () => holds.decide(request.body),
        (all) => all.map(({ id, project }) => ({ project, subject: id })),
      );
      return [...decided];
    },
  );

  app.get(ROUTES.hold, { schema: { params: HoldParams, response: { 200: Hold } } }, ({ params }) =>
    holds.get(params.hold),
  );

  app.get(ROUTES.holdFrame, { schema: { params: FrameParams } }, async ({ params }, reply) => {
    const picture = await holds.picture(params.hold, params.frame);
    return reply.type('image/png').header('cache-control', 'no-store').send(Buffer.from(picture));
  });

  done();
};
