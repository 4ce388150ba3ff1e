// The table of the README that says what was redacted, and who else has decoded it: written by the tests themselves.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImagePixel } from '@pseudonymize-redact/core/pixels';

const README = join(import.meta.dirname, '../../README.md');
const [BEGIN, END] = ['<!-- pixel matrix: begin -->', '<!-- pixel matrix: end -->'];

const SYNTAX = '1.2.840.10008.1.2';
/** In the order of the table. */
const NAMES: Readonly<Record<string, string>> = {
  [SYNTAX]: 'Implicit VR Little Endian',
  [`${SYNTAX}.1`]: 'Explicit VR Little Endian',
  [`${SYNTAX}.1.99`]: 'Deflated Explicit VR Little Endian',
  [`${SYNTAX}.2`]: 'Explicit VR Big Endian',
  [`${SYNTAX}.5`]: 'RLE Lossless',
  [`${SYNTAX}.4.50`]: 'JPEG Baseline',
  [`${SYNTAX}.4.51`]: 'JPEG Extended',
  [`${SYNTAX}.4.57`]: 'JPEG Lossless (.57)',
  [`${SYNTAX}.4.70`]: 'JPEG Lossless (.70)',
  [`${SYNTAX}.4.80`]: 'JPEG-LS Lossless',
  [`${SYNTAX}.4.81`]: 'JPEG-LS Near-Lossless',
  [`${SYNTAX}.4.90`]: 'JPEG 2000 Lossless',
  [`${SYNTAX}.4.91`]: 'JPEG 2000',
  [`${SYNTAX}.4.201`]: 'HTJ2K Lossless',
  [`${SYNTAX}.4.202`]: 'HTJ2K Lossless RPCL',
  [`${SYNTAX}.4.203`]: 'HTJ2K',
};

/** One image that was redacted and held to the rules. */
export interface MatrixEntry {
  readonly from: string;
  readonly to: string;
  readonly imagePixel: ImagePixel;
  /** The program that sees the same pixels outside and one value inside. */
  readonly decoder: string;
}

const kindOf = ({ photometricInterpretation, bitsStored, bitsAllocated, sampleType }: ImagePixel): string => {
  const sign = sampleType === 'signed' ? ' signed' : '';
  const bits = bitsStored === bitsAllocated ? String(bitsStored) : `${bitsStored}/${bitsAllocated}`;
  return `${photometricInterpretation} ${bits}${sign}`;
};

const distinct = (values: readonly string[]): string => [...new Set(values)].sort().join(', ');

const rowOf = (from: string, entries: readonly MatrixEntry[]): string => {
  const frames = Math.max(...entries.map(({ imagePixel }) => imagePixel.numberOfFrames));
  const columns = [
    NAMES[from] ?? from,
    distinct(entries.map(({ imagePixel }) => kindOf(imagePixel))),
    distinct(entries.map(({ to }) => (to === from ? 'as it was' : (NAMES[to] ?? to)))),
    distinct(entries.map(({ decoder }) => decoder)),
    String(entries.length),
    String(frames),
  ];
  return `| ${columns.join(' | ')} |`;
};

const tableOf = (entries: readonly MatrixEntry[]): readonly string[] => {
  const bySyntax = Map.groupBy(entries, ({ from }) => from);
  const rows = Object.keys(NAMES).flatMap((uid) => {
    const ofSyntax = bySyntax.get(uid);
    return ofSyntax === undefined ? [] : [rowOf(uid, ofSyntax)];
  });
  return [
    '| Transfer Syntax | Pixels: bits stored/allocated | Written as | Compared by | Images | Most frames |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ];
};

/** Spaces and dashes are the formatter's. */
const bare = (text: string): string =>
  text
    .replaceAll(/ *\| */g, '|')
    .replaceAll(/-+/g, '-')
    .trim();

/** The table as it must be and as the README has it; with UPDATE_PIXEL_MATRIX=yes it is written first. */
export const compareWithReadme = (
  entries: readonly MatrixEntry[],
): { readonly expected: string; readonly shown: string } => {
  const expected = tableOf(entries).join('\n');
  const readme = readFileSync(README, 'utf8');
  const [start, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error('the README has no place for the matrix');
  const place = start + BEGIN.length;
  if (process.env['UPDATE_PIXEL_MATRIX'] === 'yes')
    writeFileSync(README, `${readme.slice(0, place)}\n\n${expected}\n\n${readme.slice(end)}`);
  const text = process.env['UPDATE_PIXEL_MATRIX'] === 'yes' ? expected : readme.slice(place, end);
  return { expected: bare(expected), shown: bare(text) };
};
