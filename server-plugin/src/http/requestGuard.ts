import { isIP } from 'node:net';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { FastifyRequest } from 'fastify';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const hostNameOf = (authority: string): string => authority.toLowerCase().replace(/:\d+$/, '');

const isSameOrigin = ({ headers }: FastifyRequest): boolean => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  // Programs that are not browsers send no origin, and no browser sends a foreign request for them.
  if (headers.origin === undefined) return true;
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host?.toLowerCase();
};

/**
 * Refuses what another site makes a browser send: requests under a name that is not ours (DNS rebinding), and requests that change
 * something from another origin (cross-site request forgery).
 *
 * @param names host names of the bridge beside those of the loopback
 */
export const requestGuard = (names: readonly string[]): ((request: FastifyRequest) => Promise<void>) => {
  const known = new Set([...LOOPBACK_NAMES, ...names.map((name) => (isIP(name) === 6 ? `[${name}]` : name))]);
  return async (request) => {
    if (!known.has(hostNameOf(request.headers.host ?? ''))) throw new CodedError('REQUEST_FOREIGN_HOST');
    if (!SAFE_METHODS.has(request.method) && !isSameOrigin(request))
      throw new CodedError('REQUEST_FOREIGN_ORIGIN');
    return Promise.resolve();
  };
};
