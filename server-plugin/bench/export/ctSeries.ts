import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  concatenate,
  encodeNumbers,
  find,
  MemorySource,
  NO_EDITS,
  readPart10,
  splice,
  tagOfKeyword,
  type DataElement,
  type Edit,
} from '@pseudonymize-redact/core/part10';
import { nodeDeflate } from '../../src/engine/nodeDeflate.ts';
import { writeBenchFile } from '../benchFiles.ts';

/** What `writeBenchFile` writes: UIDs that end in 1 (instance), 2 (study) and 3 (series). */
const STEM = '2.25.10000000000000000000000000000000000';
const DIGITS_OF_UID = STEM.length + 1;

/** Puts another UID of the same length in the place of one, wherever it stands. */
const replaceUid = (bytes: Buffer, from: string, to: string): void => {
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, 'latin1');
};

/** How the UIDs of a study begin: of its instances (1), of itself (2), of its series (3). */
export const uidStem = (kind: number, study: number): string =>
  `2.25.${kind}${String(study).padStart(9, '0')}`;

const uid = (kind: number, study: number, number: number): string =>
  uidStem(kind, study) + String(number).padStart(DIGITS_OF_UID - 15, '0');

/**
 * The same CT object under other UIDs of the same length.
 *
 * @param study any number below a thousand million; studies of other numbers have other UIDs
 */
export const renamed = (file: Buffer, study: number, instance: number): Buffer => {
  const bytes = Buffer.from(file);
  replaceUid(bytes, `${STEM}1`, uid(1, study, instance));
  replaceUid(bytes, `${STEM}2`, uid(2, study, 0));
  replaceUid(bytes, `${STEM}3`, uid(3, study, 0));
  return bytes;
};

/** The Study Instance UID of `renamed`. */
export const studyUid = (study: number): string => uid(2, study, 0);

/** An ordinary CT slice of 0.5 MB. */
export const ctSlice = (): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'pseudonymize-bench-'));
  try {
    const path = join(folder, 'ct.dcm');
    writeBenchFile(path, 1);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const SMALL_ROWS = 64;

/** The same slice with few pixels: what a header costs, and little else. */
export const smallSlice = (): Buffer => {
  const file = readPart10(new MemorySource(ctSlice()), nodeDeflate);
  const rows = encodeNumbers('US', [SMALL_ROWS], file.dataset.encoding);
  const values: Readonly<Record<string, Uint8Array>> = {
    Rows: rows,
    Columns: rows,
    PixelData: new Uint8Array(2 * SMALL_ROWS * SMALL_ROWS),
  };
  const elements = new Map<DataElement, Edit>();
  for (const [keyword, value] of Object.entries(values)) {
    const element = find(file.dataset, tagOfKeyword(keyword) ?? 0);
    if (element !== undefined) elements.set(element, { action: 'replace', value });
  }
  const edits = { meta: null, dataset: { ...NO_EDITS, elements } };
  return Buffer.from(concatenate(splice(file, edits, nodeDeflate)));
};
