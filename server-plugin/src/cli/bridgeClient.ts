import { ApiError } from '@pseudonymize-redact/core/contract';
import { CodedError, ERROR_TABLE, type ErrorCode } from '@pseudonymize-redact/core/errors';
import axios, { AxiosError, type AxiosInstance } from 'axios';
import type { z } from 'zod';

/** Longer than the bridge takes to find a hundred thousand studies. */
const TIMEOUT_MS = 600_000;

const isKnown = (code: string): code is ErrorCode => Object.hasOwn(ERROR_TABLE, code);

/** The bridge's own word where it has one; never the request, which may hold identifiers. */
const codedErrorOf = (error: unknown): unknown => {
  if (!(error instanceof AxiosError)) return error;
  if (error.response === undefined) return new CodedError('BRIDGE_UNREACHABLE');
  const told = ApiError.safeParse(error.response.data);
  if (!told.success) return new CodedError('BRIDGE_MISSING');
  const { code, where } = told.data;
  return isKnown(code) ? new CodedError(code, where) : new CodedError('BRIDGE_ANSWER_INVALID');
};

/** The HTTP API of a bridge that runs. All methods throw CodedError, the bridge's or BRIDGE_…. */
export class BridgeClient {
  readonly #http: AxiosInstance;

  constructor(url: string) {
    this.#http = axios.create({ baseURL: url.replace(/\/+$/, ''), timeout: TIMEOUT_MS, maxRedirects: 0 });
  }

  get<T>(route: string, answer: z.ZodType<T>, query: Readonly<Record<string, unknown>> = {}): Promise<T> {
    return this.#call('GET', route, answer, { params: query });
  }

  post<T>(
    route: string,
    answer: z.ZodType<T>,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    // Without a body axios would say that it is a form, which the bridge does not take.
    const type = body === undefined ? { 'Content-Type': false } : {};
    return this.#call('POST', route, answer, { data: body, headers: { ...headers, ...type } });
  }

  delete<T>(route: string, answer: z.ZodType<T>): Promise<T> {
    return this.#call('DELETE', route, answer, {});
  }

  async text(route: string): Promise<string> {
    try {
      return (await this.#http.get<string>(route, { responseType: 'text' })).data;
    } catch (error) {
      throw codedErrorOf(error);
    }
  }

  async #call<T>(method: string, url: string, answer: z.ZodType<T>, more: object): Promise<T> {
    let data: unknown;
    try {
      ({ data } = await this.#http.request<unknown>({ method, url, ...more }));
    } catch (error) {
      throw codedErrorOf(error);
    }
    const parsed = answer.safeParse(data);
    if (!parsed.success) throw new CodedError('BRIDGE_ANSWER_INVALID');
    return parsed.data;
  }
}
