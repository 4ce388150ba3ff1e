import type { ApiError } from '@pseudonymize-redact/core/contract';
import { ERROR_TABLE } from '@pseudonymize-redact/core/errors';

type ConnectionCode = 'BRIDGE_UNREACHABLE' | 'BRIDGE_MISSING' | 'BRIDGE_ANSWER_INVALID';

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
