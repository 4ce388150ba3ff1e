import { setTimeout as wait } from 'node:timers/promises';
import { Export, ROUTES } from '@pseudonymize-redact/core/contract';
import { Presets, SingleBar } from 'cli-progress';
import type { BridgeClient } from './bridgeClient.ts';

const INTERVAL_MS = 1000;
/** The rate is told of the last so many seconds. */
const WINDOW_MS = 30_000;

export const exportPath = (name: string): string =>
  ROUTES.export.replace(':export', encodeURIComponent(name));

const finishedOf = ({ studies }: Export): number => studies.completed + studies.failed + studies.cancelled;

const durationOf = (seconds: number): string => {
  if (!Number.isFinite(seconds)) return '–';
  const minutes = Math.round(seconds / 60);
  if (minutes < 2) return `${Math.round(seconds)} s`;
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
};

interface Sample {
  readonly at: number;
  readonly studies: number;
  readonly instances: number;
}

/** Instances a second of late, and the time that is left. */
const rateOf = (
  samples: readonly Sample[],
  total: number,
): { readonly rate: string; readonly left: string } => {
  const [first] = samples;
  const last = samples.at(-1);
  const seconds = first === undefined || last === undefined ? 0 : (last.at - first.at) / 1000;
  if (first === undefined || last === undefined || seconds === 0) return { rate: '–', left: '–' };
  const rate = (last.instances - first.instances) / seconds;
  const left = (total - last.studies) / ((last.studies - first.studies) / seconds);
  return { rate: rate.toFixed(1), left: durationOf(left) };
};

/** Follows an export to its end, its ZIP file included, with a progress bar on standard error. */
export const followExport = async (bridge: BridgeClient, name: string): Promise<Export> => {
  const bar = new SingleBar(
    {
      format:
        '{bar} {value}/{total} studies | {instances} instances, {rate}/s | {left} left | {failed} failed',
      stream: process.stderr,
      noTTYOutput: true,
      notTTYSchedule: 10_000,
    },
    Presets.shades_classic,
  );
  const samples: Sample[] = [];
  for (let started = false; ; started = true) {
    const state = await bridge.get(exportPath(name), Export);
    const { total, failed } = state.studies;
    samples.push({ at: performance.now(), studies: finishedOf(state), instances: state.instances.done });
    while (samples.length > 2 && (samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0) > WINDOW_MS)
      samples.shift();
    const told = { instances: state.instances.done, failed, ...rateOf(samples, total) };
    if (!started) bar.start(total, finishedOf(state), told);
    bar.setTotal(total);
    bar.update(finishedOf(state), told);
    // What is left then is the writing of the ZIP file.
    if (finishedOf(state) >= total && (state.zip?.waiting ?? 0) === 0) {
      bar.stop();
      return state;
    }
    await wait(INTERVAL_MS);
  }
};
