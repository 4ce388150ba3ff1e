import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyPluginCallback } from 'fastify';

/** Beside `src` and beside `dist`. */
const FOLDER = join(import.meta.dirname, '..', '..', 'admin');
/** As published, for a page without modules of its own. */
const ECHARTS = join(
  dirname(createRequire(import.meta.url).resolve('echarts/package.json')),
  'dist',
  'echarts.min.js',
);

const FILES: Readonly<Record<string, readonly [path: string, type: string]>> = {
  '/admin': [join(FOLDER, 'admin.html'), 'text/html; charset=utf-8'],
  '/admin/admin.css': [join(FOLDER, 'admin.css'), 'text/css; charset=utf-8'],
  ...Object.fromEntries(
    ['admin', 'audit', 'dom', 'profiles', 'projects'].map((name) => [
      `/admin/${name}.js`,
      [join(FOLDER, `${name}.js`), 'text/javascript; charset=utf-8'] as const,
    ]),
  ),
  '/admin/echarts.js': [ECHARTS, 'text/javascript; charset=utf-8'],
};

/** The admin page: files that ask the HTTP API, on the same origin. */
export const adminRoutes: FastifyPluginCallback = (app, _options, done) => {
  for (const [route, [path, type]] of Object.entries(FILES)) {
    const content = readFileSync(path);
    app.get(route, { schema: { hide: true } }, (_request, reply) =>
      reply.type(type).header('cache-control', 'no-cache').send(content),
    );
  }
  done();
};
