import { CodedError } from '@pseudonymize-redact/core/errors';
import { Cleanup } from './cleanup.ts';

const lineOf = (error: unknown): string => {
  if (error instanceof CodedError) return `${error.code}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
};

/**
 * Runs what `start` starts until SIGINT or SIGTERM, then everything that it has added to the clean-up; asked a second time, nothing is
 * waited for. Where `start` fails, its message is told in one line and the process ends with status 1.
 */
export const runUntilEnded = async (start: (cleanup: Cleanup) => Promise<void>): Promise<void> => {
  const cleanup = new Cleanup();
  let ending = false;

  const end = async (status: number): Promise<never> => {
    if (ending) process.exit(1);
    ending = true;
    try {
      await cleanup.run();
    } catch (error) {
      console.error(lineOf(error));
      process.exit(1);
    }
    process.exit(status);
  };

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));
  try {
    await start(cleanup);
  } catch (error) {
    console.error(lineOf(error));
    await end(1);
  }
};
