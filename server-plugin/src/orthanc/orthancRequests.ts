import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { CodedError } from '@pseudonymize-redact/core/errors';
import axios, { AxiosError, type AxiosInstance, type AxiosRequestConfig } from 'axios';
import { z } from 'zod';
import type { OrthancAccess } from '../config/config.ts';
import { AdaptiveLimit, type RequestEnd } from './adaptiveLimit.ts';

/**
 * Orthanc offers to keep a connection for one second; Node takes one second off such an offer unless it is told otherwise, and would
 * connect anew for every request.
 */
const KEEP_ALIVE_MARGIN_MS = 250;
const AGENT_OPTIONS = { keepAlive: true, agentKeepAliveTimeoutBuffer: KEEP_ALIVE_MARGIN_MS };
const KEPT_CONNECTIONS = {
  httpAgent: new HttpAgent(AGENT_OPTIONS),
  httpsAgent: new HttpsAgent(AGENT_OPTIONS),
};

const ATTEMPTS = 4;
/** Orthanc answers no faster with more. */
const MOST_AT_ONCE = 8;
const FIRST_WAIT_MS = 250;
/** So that a server which no longer answers does not hold a job for ever; long enough for the largest files. */
const TIMEOUT_MS = 600_000;

const HTTP_UNAUTHORIZED = 401;
const HTTP_FORBIDDEN = 403;
const HTTP_NOT_FOUND = 404;
const HTTP_TOO_MANY_REQUESTS = 429;
const HTTP_BAD_GATEWAY = 502;

/** A function where the body can be read only once. */
type Request = AxiosRequestConfig | (() => AxiosRequestConfig);

const CONNECTION_ERRORS: ReadonlySet<string | undefined> = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
]);
const isConnectionError = (error: unknown): boolean =>
  CONNECTION_ERRORS.has((error as NodeJS.ErrnoException).code);

/** No answer, or a word that there will be one later: it may come back. */
const isPassing = ({ response }: AxiosError): boolean =>
  response === undefined || response.status >= HTTP_BAD_GATEWAY || response.status === HTTP_TOO_MANY_REQUESTS;

/** The cause is left out: it holds the request, with credentials and identifiers. */
const codedErrorOf = (error: AxiosError): CodedError => {
  if (isPassing(error)) return new CodedError('ORTHANC_UNREACHABLE');
  const status = error.response?.status;
  if (status === HTTP_UNAUTHORIZED || status === HTTP_FORBIDDEN)
    return new CodedError('ORTHANC_UNAUTHORIZED');
  if (status === HTTP_NOT_FOUND) return new CodedError('ORTHANC_NOT_FOUND');
  return new CodedError('ORTHANC_REFUSED', `HTTP status ${String(status)}`);
};

/**
 * Requests to Orthanc. Every one may be repeated without harm, so a lost connection is tried again for some seconds. All methods throw
 * CodedError ORTHANC_….
 */
export class OrthancRequests {
  readonly #http: AxiosInstance;
  readonly #attempts: number;
  readonly #limit = new AdaptiveLimit(MOST_AT_ONCE);

  /** @param attempts how often a call is made before a lost connection counts */
  constructor({ url, headers }: OrthancAccess, attempts = ATTEMPTS) {
    this.#attempts = attempts;
    this.#http = axios.create({
      baseURL: url,
      ...KEPT_CONNECTIONS,
      // Otherwise axios asks for gzip, and Orthanc compresses every file at a twentieth of the speed.
      headers: { ...headers, 'Accept-Encoding': 'identity' },
      maxBodyLength: Infinity,
      maxContentLength: Infinity,
      // Credentials go nowhere else, and no body is kept for the case of a redirection.
      maxRedirects: 0,
      timeout: TIMEOUT_MS,
    });
  }

  async send(request: Request): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(request);
      } catch (error) {
        if (!(error instanceof AxiosError)) throw error;
        if (attempt >= this.#attempts || !isPassing(error)) throw codedErrorOf(error);
        await wait(FIRST_WAIT_MS * 2 ** (attempt - 1));
      }
    }
  }

  async #attempt(request: Request): Promise<unknown> {
    const leave = await this.#limit.enter();
    const start = performance.now();
    let end: RequestEnd = 'answered';
    try {
      return (await this.#http.request<unknown>(typeof request === 'function' ? request() : request)).data;
    } catch (error) {
      if (error instanceof AxiosError && isPassing(error)) end = 'overloaded';
      throw error;
    } finally {
      leave(end, performance.now() - start);
    }
  }

  /** What Orthanc answers, in the form that is expected. */
  async answer<T>(schema: z.ZodType<T>, request: Request): Promise<T> {
    const parsed = schema.safeParse(await this.send(request));
    if (!parsed.success) throw new CodedError('ORTHANC_REFUSED', 'an answer of another form');
    return parsed.data;
  }

  /** Writes a body as it comes; `target` is opened anew for every attempt. */
  async stream(
    url: string,
    target: () => Writable,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const body = await this.answer(z.instanceof(Readable), { url, headers, responseType: 'stream' });
      try {
        await pipeline(body, target());
        return;
      } catch (error) {
        // What the disk says has a name of its own; a connection that ends is tried again.
        if ((error as NodeJS.ErrnoException).syscall !== undefined && !isConnectionError(error)) throw error;
        if (attempt >= this.#attempts) throw new CodedError('ORTHANC_UNREACHABLE');
        await wait(FIRST_WAIT_MS * 2 ** (attempt - 1));
      }
    }
  }
}

/** An answer, or something else where Orthanc does not have what was asked for. */
export const unlessMissing = async <T, U>(answer: Promise<T>, missing: U): Promise<T | U> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof CodedError && error.code === 'ORTHANC_NOT_FOUND') return missing;
    throw error;
  }
};
