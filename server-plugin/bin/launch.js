// Starts Node.js with the settings of the memory allocator that keep its memory small.
import { spawn } from 'node:child_process';
import process from 'node:process';

/**
 * Of glibc, which reads them when a process starts. By itself it takes 64 MiB for every thread, hands pictures out of them, and gives
 * back none of it: 250 MiB for an object of many frames. With these, what is as large as a picture is the kernel's, and goes at once.
 */
const ALLOCATOR = {
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_ARENA_MAX: '2',
};

/** Goes on as this program; where Node.js is too old for that, waits for its end and ends like it. */
export const launch = (node, args) => {
  const environment = { ...ALLOCATOR, ...process.env };
  if (process.platform === 'linux' && process.execve !== undefined)
    process.execve(node, [node, ...args], environment);
  const child = spawn(node, args, { stdio: 'inherit', env: environment });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
};
