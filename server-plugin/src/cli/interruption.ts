import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** As shells tell that a command was ended by a signal. */
const ENDED_BY_SIGNAL = 128;

/**
 * Cleans up and ends the process when the user interrupts it.
 *
 * @returns what takes this back
 */
export const onInterruption = (cleanUp: () => void): (() => void) => {
  const handlers = SIGNALS.map((signal) => {
    const handler = (): void => {
      cleanUp();
      process.exit(ENDED_BY_SIGNAL + constants.signals[signal]);
    };
    process.once(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => {
    for (const off of handlers) off();
  };
};
