import { ROUTES, StudyReview, Uid } from '@pseudonymize-redact/core/contract';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ReviewService } from '../reviews/reviewService.ts';

const StudyParams = z.object({ study: Uid });

/** The routes of reviews. */
export const reviewRoutes: FastifyPluginCallbackZod<{ readonly reviews: ReviewService }> = (
  app,
  { reviews },
  done,
) => {
  app.get(
    ROUTES.review,
    { schema: { params: StudyParams, response: { 200: StudyReview } } },
    async ({ params }, reply) =>
      reply
        .header('cache-control', 'no-store')
        .send({ entries: [...(await reviews.entriesOf(params.study))] }),
  );

  app.put(
    ROUTES.review,
    { schema: { params: StudyParams, body: StudyReview, response: { 200: StudyReview } } },
    async ({ params, body }) => {
      await reviews.keep(params.study, body.entries);
      return body;
    },
  );

  done();
};
