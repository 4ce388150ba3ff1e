import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { PRODUCT } from '../engine/product.ts';

/** `/api/docs`: the API as a page and, below it, as OpenAPI; made from the schemas that check the requests. Before the routes. */
export const openApi = async (app: FastifyInstance): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      info: {
        title: PRODUCT.name,
        version: PRODUCT.version,
        description:
          'De-identification jobs and exports. Errors have a code, a message and the place, never a value.',
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
};
