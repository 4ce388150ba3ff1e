import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import httpProxy from '@fastify/http-proxy';
import fastifyStatic from '@fastify/static';
import { fastify } from 'fastify';
import { EXTENSION_FOLDER, MODE_FOLDER, PROJECT_FOLDER } from '../../server-plugin/src/start/checkout.ts';

/** What the README tells to add to app-config.js. */
const addition = (): string => {
  const readme = readFileSync(join(PROJECT_FOLDER, 'README.md'), 'utf8');
  const [, code] = /```js\n(const importMap[\s\S]*?)```/.exec(readme) ?? [];
  if (code === undefined) throw new Error('the README has no addition to app-config.js');
  return code;
};

const DATA_SOURCE = `
window.config.defaultDataSourceName = 'orthanc';
window.config.dataSources = [{ namespace: '@ohif/extension-default.dataSourcesModule.dicomweb', sourceName: 'orthanc', configuration: {
  name: 'orthanc', friendlyName: 'Orthanc', qidoRoot: '/dicom-web', wadoRoot: '/dicom-web', wadoUriRoot: '/wado', qidoSupportsIncludeField: false,
  imageRendering: 'wadors', thumbnailRendering: 'wadors', enableStudyLazyLoad: true, supportsWildcard: true, singlepart: 'bulkdata,video',
  bulkDataURI: { enabled: true }, omitQuotationForMultipartRequest: true } }];
`;

/** A viewer as a hospital has it, with our files added as the README tells: copied, and some lines at the end of app-config.js. */
export const makeOwnViewer = (published: string, folder: string): void => {
  cpSync(published, folder, { recursive: true });
  for (const built of [EXTENSION_FOLDER, MODE_FOLDER])
    cpSync(join(built, 'dist'), join(folder, 'plugins'), {
      recursive: true,
      filter: (path) => !/\.tsbuildinfo$|dist\/types/.test(path),
    });
  appendFileSync(join(folder, 'app-config.js'), DATA_SOURCE + addition());
};

const isPage = (url: string): boolean => !/\.[a-z0-9]+$/i.test(url.replace(/\?.*$/s, ''));

/** Serves it, and forwards what belongs to the bridge. @returns its address and what ends it */
export const serveOwnViewer = async (
  folder: string,
  bridge: string,
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> => {
  const app = fastify({ forceCloseConnections: true });
  for (const prefix of ['/api', '/dicom-web', '/wado'])
    await app.register(httpProxy, {
      upstream: bridge,
      prefix,
      rewritePrefix: prefix,
      replyOptions: {
        rewriteRequestHeaders: (request, headers) => ({ ...headers, host: request.headers.host }),
      },
    });
  await app.register(fastifyStatic, { root: folder });
  app.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && isPage(request.url)
      ? reply.sendFile('index.html')
      : reply.code(404).send({ error: 'not found' }),
  );
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { address, close: () => app.close() };
};
