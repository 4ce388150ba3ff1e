// What is measured, each in a process of its own.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DEFAULT_PRESET, PRESETS, resolveProfile } from '@pseudonymize-redact/core/deidentification';
import {
  concatenate,
  MemorySource,
  readPart10,
  splice,
  type ByteSource,
  type Segment,
} from '@pseudonymize-redact/core/part10';
import dcmjs from 'dcmjs';
import { BENCH_INSTANCE } from './benchFiles.ts';
import type { EngineProject } from '../src/engine/deidentifyInstance.ts';
import { nodeDeflate } from '../src/engine/nodeDeflate.ts';
import { PIXELS_LEFT_OUT, planFor } from '../src/engine/planFor.ts';
import { FileSource } from '../src/files/fileSource.ts';
import { writeSegments } from '../src/files/segmentWriter.ts';
import { keyedPseudonyms } from '../src/pseudonyms/keyedPseudonyms.ts';

/** A project such as any other: the default profile, a key. */
const PROJECT: EngineProject = {
  profile: resolveProfile(PRESETS[DEFAULT_PRESET]),
  pseudonyms: keyedPseudonyms(new Uint8Array(32).fill(7)),
};

const elapsedMs = (act: () => void): number => {
  const start = performance.now();
  act();
  return performance.now() - start;
};

/** Reading, planning and splicing: what de-identifies a header. */
const engineMs = (source: ByteSource, write: (segments: readonly Segment[]) => void): number =>
  elapsedMs(() => {
    const file = readPart10(source, nodeDeflate);
    write(splice(file, planFor(file, PROJECT, PIXELS_LEFT_OUT).edits, nodeDeflate));
  });

const dcmjsCopy = (bytes: Uint8Array<ArrayBuffer>): Uint8Array =>
  new Uint8Array(dcmjs.data.DicomMessage.readFile(bytes.buffer).write());

/**
 * Gives the bytes another SOP Instance UID each time: a series is slices of one study, and no slice comes twice.
 *
 * @returns what changes it
 */
const nextSlice = (bytes: Uint8Array): (() => void) => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const places: number[] = [];
  for (let at = buffer.indexOf(BENCH_INSTANCE); at >= 0; at = buffer.indexOf(BENCH_INSTANCE, at + 1))
    places.push(at);
  let slice = 0;
  return () => {
    slice++;
    const digits = String(slice);
    for (const at of places) buffer.write(digits, at + BENCH_INSTANCE.length - digits.length, 'latin1');
  };
};

const wholeFile = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));

/** Each gives the time of one run, in milliseconds: from bytes to bytes, or from a file to a file. */
const SUBJECTS = {
  engineInMemory: (path: string) => {
    const bytes = wholeFile(path);
    const source = new MemorySource(bytes);
    const change = nextSlice(bytes);
    // As the bridge's threads have it: memory that is used again and again.
    const space = new Uint8Array(new SharedArrayBuffer(2 * bytes.length));
    return () => {
      change();
      return engineMs(source, (segments) => concatenate(segments, space));
    };
  },
  engineOnFiles: (path: string, output: string) => () => {
    const source = new FileSource(path);
    const ms = engineMs(source, (segments) => writeSegments(segments, output));
    source.close();
    return ms;
  },
  dcmjsInMemory: (path: string) => {
    const bytes = wholeFile(path);
    const change = nextSlice(bytes);
    return () => {
      change();
      return elapsedMs(() => dcmjsCopy(bytes));
    };
  },
  dcmjsOnFiles: (path: string, output: string) => () =>
    elapsedMs(() => writeFileSync(output, dcmjsCopy(wholeFile(path)))),
  /** What the disk and the system take of the time. */
  plainCopy: (path: string, output: string) => () => elapsedMs(() => copyFileSync(path, output)),
} as const satisfies Record<string, (path: string, output: string) => () => number>;

export type Subject = keyof typeof SUBJECTS;

export interface Measurement {
  readonly medianMs: number;
  /** The most memory that the process held, without what it held before the first run. */
  readonly memoryBytes: number;
}

export const measure = (subject: Subject, path: string, output: string, runs: number): Measurement => {
  dcmjs.log.setLevel('error');
  const before = process.memoryUsage.rss();
  const run = SUBJECTS[subject](path, output);
  const times = Array.from({ length: runs }, () => {
    // What the run before has written must not be replaced, nor still wait for the disk, at the expense of this one.
    rmSync(output, { force: true });
    return run();
  }).sort((a, b) => a - b);
  return {
    medianMs: times[Math.floor(runs / 2)] ?? Number.NaN,
    memoryBytes: process.resourceUsage().maxRSS * 1024 - before,
  };
};
