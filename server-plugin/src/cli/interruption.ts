const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Cleans up when the user interrupts the process, which the signal then ends as it would have without: threads in the middle of an
 * inference do not survive an orderly exit.
 *
 * @returns what takes this back
 */
export const onInterruption = (cleanUp: () => void): (() => void) => {
  const handlers = SIGNALS.map((signal) => {
    // Not `once`: a launcher passes on what the terminal has sent already, and the second one must not cut the cleaning short.
    const handler = (): void => {
      cleanUp();
      process.off(signal, handler);
      process.kill(process.pid, signal);
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => {
    for (const off of handlers) off();
  };
};
