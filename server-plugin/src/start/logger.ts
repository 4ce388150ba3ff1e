import { CodedError } from '@pseudonymize-redact/core/errors';
import { pino, type Logger } from 'pino';

/** An error without its message, which may hold an address or a value: its class, its code, where it was thrown. */
const describeError = (error: unknown): object => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { readonly code?: unknown };
  return {
    type: error.name,
    code: typeof code === 'string' ? code : undefined,
    where: error instanceof CodedError ? error.where : undefined,
    stack: error.stack?.split('\n').filter((line) => /^ {4}at /.test(line)),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
};

/** Lines of JSON on standard error. Nothing that it writes by itself holds a value of a dataset. */
export const createLogger = (level: string): Logger =>
  pino(
    {
      level,
      base: null,
      serializers: { err: describeError, error: describeError },
    },
    pino.destination({ dest: 2, sync: true }),
  );
