import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { CodedError } from '@pseudonymize-redact/core/errors';

/** A directory of File Sets (PS3.10 section 8), in small letters where a disc was mounted so: it only points to objects, which are found without it. */
const isDicomdir = (name: string): boolean => name.toUpperCase() === 'DICOMDIR';
const PREFIX_START = 128;
const PREFIX = 'DICM';

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !isDicomdir(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const isBelow = (path: string, folder: string): boolean => {
  const way = relative(resolve(folder), resolve(path));
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
};

/** Whether the file has the prefix of PS3.10 section 7.1. */
const isPart10 = (path: string): boolean => {
  const descriptor = openSync(path, 'r');
  try {
    const prefix = Buffer.alloc(PREFIX.length);
    readSync(descriptor, prefix, 0, prefix.length, PREFIX_START);
    return prefix.toString('latin1') === PREFIX;
  } finally {
    closeSync(descriptor);
  }
};

/** What is to be de-identified. */
export interface Inputs {
  /** The folder that paths are told relative to. */
  readonly root: string;
  readonly files: readonly string[];
  /** How many other files lie in the folder: they are left alone. */
  readonly others: number;
}

/**
 * The DICOM files that a path names: itself, or all below a folder, or all beside and below a DICOMDIR. A single file is taken
 * whatever it is, so that its failure is told.
 *
 * @param output null where nothing is written; it may lie in the input: what an earlier run has written there is no input
 * @throws CodedError INPUT_NOT_FOUND, OUTPUT_HOLDS_INPUT
 */
export const findInputs = (input: string, output: string | null = null): Inputs => {
  const stats = statSync(input, { throwIfNoEntry: false });
  if (stats === undefined) throw new CodedError('INPUT_NOT_FOUND', input);
  if (!stats.isDirectory() && !isDicomdir(basename(input))) {
    return { root: dirname(input), files: [input], others: 0 };
  }
  const root = stats.isDirectory() ? input : dirname(input);
  if (output !== null && isBelow(root, output)) throw new CodedError('OUTPUT_HOLDS_INPUT', output);
  const all = filesBelow(root).filter((path) => output === null || !isBelow(path, output));
  const files = all.filter(isPart10);
  return { root, files, others: all.length - files.length };
};
