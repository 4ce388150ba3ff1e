import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync } from 'fastify';
import { APP_CONFIG } from './appConfig.ts';
import { handleNotFound } from './apiError.ts';

export interface ViewerFolders {
  /** The published viewer. */
  readonly viewer: string;
  /** The bundles of the extension and of the mode, with the files that they load. */
  readonly plugins: readonly string[];
}

/** Paths of the viewer's own router have no ending; a missing file must not be answered with a page. */
const isPage = (url: string): boolean => !/\.[a-z0-9]+$/i.test(url.replace(/\?.*$/s, ''));

/** The viewer's files as published, but our app-config.js; the extension and the mode; any other page is the viewer's. */
export const viewerRoutes: FastifyPluginAsync<ViewerFolders> = async (app, { viewer, plugins }) => {
  app.get('/app-config.js', (_request, reply) =>
    reply.type('text/javascript').header('cache-control', 'no-cache').send(APP_CONFIG),
  );
  await app.register(fastifyStatic, {
    root: [...plugins],
    prefix: '/plugins/',
    decorateReply: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply) => void reply.header('cache-control', 'no-cache'),
  });
  await app.register(fastifyStatic, { root: viewer });
  app.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && isPage(request.url) && !/^\/(api|plugins)\//.test(request.url)
      ? reply.sendFile('index.html')
      : handleNotFound(request, reply),
  );
};
