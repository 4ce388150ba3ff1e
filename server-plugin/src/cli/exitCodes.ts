/** Scripts tell by them what to do. Where some failed and others are held, `someFailed` counts. */
export const EXIT = { allDone: 0, someFailed: 1, notStarted: 2, someHeld: 3 } as const;
