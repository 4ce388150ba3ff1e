/** Scripts tell by them what to do. */
export const EXIT = { allDone: 0, someFailed: 1, notStarted: 2 } as const;
