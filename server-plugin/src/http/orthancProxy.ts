import type { IncomingHttpHeaders } from 'node:http';
import httpProxy from '@fastify/http-proxy';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { FastifyPluginAsync } from 'fastify';
import type { OrthancAccess } from '../config/config.ts';
import { isStudySearch, listableStudies } from './studySearch.ts';

/** DICOMweb and WADO-URI: what a viewer reads from. Nothing is written through the proxy. */
const PREFIXES = ['/dicom-web', '/wado'];

const HTTP_OK = 200;
const HTTP_UNAUTHORIZED = 401;
const HTTP_FORBIDDEN = 403;

/** What a browser says of the request that Orthanc needs; everything else, cookies above all, stays here. */
const PASSED_HEADERS = ['accept', 'range', 'if-none-match', 'if-modified-since'];

const passedHeaders = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(
    PASSED_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]] as const])),
  );

/** Orthanc 1.10 does not decode the comma in a list of attributes, and leaves them all out. */
const withPlainCommas = (query: string): string =>
  query.replaceAll(
    /(^|&)(includefield=)([^&]*)/gi,
    (_, separator: string, name: string, value: string) => separator + name + value.replaceAll(/%2C/gi, ','),
  );

/** Passes reading requests on to Orthanc, with credentials that the browser never sees. */
export const orthancProxy: FastifyPluginAsync<{ readonly access: OrthancAccess }> = async (
  app,
  { access },
) => {
  const { origin, pathname } = new URL(access.url);
  for (const prefix of PREFIXES) {
    await app.register(httpProxy, {
      upstream: origin,
      prefix,
      rewritePrefix: pathname.replace(/\/$/, '') + prefix,
      httpMethods: ['GET'],
      disableRequestLogging: true,
      proxyPayloads: false,
      replyOptions: {
        queryString: (_search: unknown, url: string): string =>
          withPlainCommas(url.slice(url.indexOf('?') + 1 || url.length)),
        rewriteRequestHeaders: ({ headers, host, protocol }) => ({
          ...passedHeaders(headers),
          'accept-encoding': 'identity',
          // So that the URLs in Orthanc's answers lead back here.
          forwarded: `host=${host};proto=${protocol}`,
          ...access.headers,
        }),
        onResponse: (request, reply, response) => {
          // Otherwise the browser would ask the reader for Orthanc's password.
          if (reply.statusCode === HTTP_UNAUTHORIZED || reply.statusCode === HTTP_FORBIDDEN) {
            response.stream.destroy();
            reply.removeHeader('www-authenticate').removeHeader('content-length');
            reply.send(new CodedError('ORTHANC_UNAUTHORIZED'));
            return;
          }
          const isJson = String(reply.getHeader('content-type')).includes('json');
          if (reply.statusCode === HTTP_OK && isJson && isStudySearch(request.url)) {
            reply.removeHeader('content-length');
            listableStudies(response.stream).then(
              (studies) => reply.send(studies),
              () => reply.send(new CodedError('ORTHANC_REFUSED', 'an answer of another form')),
            );
            return;
          }
          reply.send(response.stream);
        },
        onError: (reply) => {
          reply.send(new CodedError('ORTHANC_UNREACHABLE'));
        },
      },
    });
  }
};
