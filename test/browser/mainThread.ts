import type { Page } from 'playwright-core';

/** What kept the main thread of a page busy for a while. */
export interface MainThreadUse {
  /** Tasks longer than 50 ms, as the browser tells them. */
  readonly longestTaskMs: number;
  /** The longest time that code of the plugins ran without a break, what it called included. */
  readonly longestOwnMs: number;
  readonly ownMs: number;
  readonly busyMs: number;
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

const OWN = /\/plugins\/(?:extension|mode)\.js$/;
const SAMPLING_MICROSECONDS = 500;

/** Nodes under a frame of our own files. */
const ownNodes = ({ nodes }: Profile): ReadonlySet<number> => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const add = (node: ProfileNode): void => {
    own.add(node.id);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child !== undefined && !own.has(id)) add(child);
    }
  };
  for (const node of nodes) if (OWN.test(node.callFrame.url) && !own.has(node.id)) add(node);
  return own;
};

const measured = (profile: Profile, longestTaskMs: number): MainThreadUse => {
  const own = ownNodes(profile);
  const idle = new Set(
    profile.nodes.flatMap(({ id, callFrame }) => (callFrame.functionName === '(idle)' ? [id] : [])),
  );
  let [ownMs, busyMs, run, longestOwnMs] = [0, 0, 0, 0];
  for (const [index, sample] of (profile.samples ?? []).entries()) {
    const ms = (profile.timeDeltas?.[index] ?? 0) / 1000;
    if (!idle.has(sample)) busyMs += ms;
    run = own.has(sample) ? run + ms : 0;
    if (own.has(sample)) ownMs += ms;
    longestOwnMs = Math.max(longestOwnMs, run);
  }
  return { longestTaskMs, longestOwnMs, ownMs, busyMs };
};

/** Tasks longer than 50 ms are told by `window.longestTaskMs` from then on. */
const WATCH = `
  window.longestTaskMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTaskMs = Math.max(window.longestTaskMs, duration);
  }).observe({ entryTypes: ['longtask'] });
`;

/** Measures the page's main thread while something is done to the page. */
export const mainThreadUse = async (page: Page, during: () => Promise<void>): Promise<MainThreadUse> => {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(WATCH);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLING_MICROSECONDS });
  await session.send('Profiler.start');
  await during();
  const { profile } = await session.send('Profiler.stop');
  const longestTaskMs = await page.evaluate<number>('window.longestTaskMs');
  await session.detach();
  return measured(profile, longestTaskMs);
};
