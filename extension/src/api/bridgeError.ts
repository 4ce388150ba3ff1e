import type { ApiError } from '@pseudonymize-redact/core/contract';
import { ERROR_TABLE } from '@pseudonymize-redact/core/errors';

const CONNECTION_CODES = ['BRIDGE_UNREACHABLE', 'BRIDGE_MISSING', 'BRIDGE_ANSWER_INVALID'] as const;
type ConnectionCode = (typeof CONNECTION_CODES)[number];

/** An error that the bridge told, or one on the way to it: a message for the reader and a code for support. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError';
  readonly code: string;
  readonly where: string | null;

  constructor({ code, message, where }: ApiError) {
    super(message);
    this.code = code;
    this.where = where;
  }
}

export const connectionError = (code: ConnectionCode): BridgeError =>
  new BridgeError({ code, message: ERROR_TABLE[code].message, where: null });

/** Whether the bridge itself was not to be had, rather than having refused. */
export const isConnectionError = (error: unknown): boolean =>
  error instanceof BridgeError && CONNECTION_CODES.some((code) => code === error.code);
