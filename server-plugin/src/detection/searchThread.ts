// Runs in a worker thread: one instance at a time. Beside the models only what the last series have shown is kept.
import { CodedError, type ErrorCode } from '@pseudonymize-redact/core/errors';
import { MemorySource, readPart10, type ByteSource } from '@pseudonymize-redact/core/part10';
import {
  detectInParts,
  detectTexts,
  SeriesMemory,
  type HarmlessRule,
  type TextModels,
  type TurnedSearch,
} from '@pseudonymize-redact/core/text-detection';
import { loadFrameCodecs } from '../codecs/frameCodecs.ts';
import { nodeDeflate } from '../engine/nodeDeflate.ts';
import { FileSource } from '../files/fileSource.ts';
import { collectGarbage } from '../memory/collectGarbage.ts';
import { searchInstance, type InstanceTexts } from './searchInstance.ts';
import { openTextModels } from './textModels.ts';

export interface SearchTask {
  /** The path of a Part 10 file, or its bytes. */
  readonly input: string | Uint8Array;
  /** Instances of one series, in one run or job, share it. */
  readonly series: string;
  readonly harmlessTexts?: readonly HarmlessRule[];
  readonly identifyingValues?: readonly string[];
  /** @default 'evidence' */
  readonly turnedSearch?: TurnedSearch;
  /** 1-based, ascending. @default all */
  readonly frames?: readonly number[];
}

/** Errors lose their class between threads: a coded one travels as its code. */
export type SearchAnswer =
  | { readonly ok: true; readonly value: InstanceTexts }
  | { readonly ok: false; readonly code: ErrorCode; readonly where: string | null };

/** Series are searched one after another, a few at a time. */
const MOST_SERIES = 4;

const models = openTextModels();
const codecs = loadFrameCodecs();
const memories = new Map<string, SeriesMemory>();

const memoryOf = (series: string): SeriesMemory => {
  const memory = memories.get(series) ?? new SeriesMemory();
  memories.delete(series);
  memories.set(series, memory);
  const [oldest] = memories.keys();
  if (memories.size > MOST_SERIES && oldest !== undefined) memories.delete(oldest);
  return memory;
};

/** Images of a large object: what each search leaves is given back at once, not when 64 MiB of it have piled up. */
const LARGE_FILE_BYTES = 32 * 2 ** 20;

/** Of them the detector is handed no more at once, in pixels a side: it holds 200 bytes for each pixel. */
const LARGEST_TILE = 640;

const tidiedAfter = async <T>(work: Promise<T>, { size }: ByteSource): Promise<T> => {
  try {
    return await work;
  } finally {
    if (size > LARGE_FILE_BYTES) collectGarbage();
  }
};

const modelsFor = ({ size }: ByteSource, opened: TextModels): TextModels =>
  size > LARGE_FILE_BYTES ? { ...opened, largestTile: LARGEST_TILE } : opened;

const search = async ({
  input,
  series,
  turnedSearch = 'evidence',
  ...rest
}: SearchTask): Promise<InstanceTexts> => {
  const source = typeof input === 'string' ? new FileSource(input) : new MemorySource(input);
  try {
    const opened = modelsFor(source, await models);
    return await searchInstance(readPart10(source, nodeDeflate), {
      codecs: await codecs,
      detect: (image) => tidiedAfter(detectTexts(image, opened, { turnedSearch }), source),
      detectParts: (image, parts, known) => tidiedAfter(detectInParts(image, parts, opened, known), source),
      memory: memoryOf(series),
      ...rest,
    });
  } finally {
    if (source instanceof FileSource) source.close();
  }
};

export default async (task: SearchTask): Promise<SearchAnswer> => {
  try {
    return { ok: true, value: await search(task) };
  } catch (error) {
    if (error instanceof CodedError) return { ok: false, code: error.code, where: error.where };
    throw error;
  }
};
