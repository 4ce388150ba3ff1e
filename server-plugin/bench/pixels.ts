// `npm run bench:pixels`: MB/s of redaction in each Transfer Syntax, from a file to a verified file, beside the codec alone; and the
// memory that the bridge takes for an object of 1 GiB, or of so many frames of 0.5 MiB as `--frames` says.
import { parseArgs } from 'node:util';
import { MemorySource, readPart10, type Part10File } from '@pseudonymize-redact/core/part10';
import { loadFrameCodecs } from '../src/codecs/frameCodecs.ts';
import { loadLibrary } from '../src/codecs/nativeCodecs.ts';
import { nodeDeflate } from '../src/engine/nodeDeflate.ts';
import { pixelBenchFile } from './benchFiles.ts';
import { FRAMES_OF_1_GIB, measureLargeObject } from './largeObject.ts';
import { pixelEncoderOf } from './pixelEncoders.ts';
import { encapsulatedFile, pixelSpeedOf } from './pixelSpeed.ts';

const SYNTAX = '1.2.840.10008.1.2';
const KINDS = ['grey of 12 bits', 'RGB'] as const;
/** And the kind that is left out: the library encodes no JPEG of 12 bits with loss. */
const ENCAPSULATED: readonly (readonly [name: string, uid: string, except?: (typeof KINDS)[number]])[] = [
  ['RLE Lossless', `${SYNTAX}.5`],
  ['JPEG Baseline', `${SYNTAX}.4.50`, 'grey of 12 bits'],
  ['JPEG Extended', `${SYNTAX}.4.51`, 'grey of 12 bits'],
  ['JPEG Lossless (.57)', `${SYNTAX}.4.57`],
  ['JPEG Lossless (.70)', `${SYNTAX}.4.70`],
  ['JPEG-LS Lossless', `${SYNTAX}.4.80`],
  ['JPEG-LS Near-Lossless', `${SYNTAX}.4.81`],
  ['JPEG 2000 Lossless', `${SYNTAX}.4.90`],
  ['JPEG 2000', `${SYNTAX}.4.91`],
  ['HTJ2K Lossless', `${SYNTAX}.4.201`],
  ['HTJ2K Lossless RPCL', `${SYNTAX}.4.202`],
  ['HTJ2K', `${SYNTAX}.4.203`],
];
const MEBIBYTE = 2 ** 20;

const row = (...columns: readonly string[]): string =>
  columns.map((column, index) => (index === 0 ? column.padEnd(40) : column.padStart(14))).join('');

const { values } = parseArgs({
  options: { speed: { type: 'boolean' }, memory: { type: 'boolean' }, frames: { type: 'string' } },
});
const all = values.speed === undefined && values.memory === undefined;

const open = (bytes: Uint8Array): Part10File => readPart10(new MemorySource(bytes), nodeDeflate);

if (all || values.speed === true) {
  const codecs = await loadFrameCodecs();
  const library = await loadLibrary();
  console.log(row('512 × 512, a region on every frame', 'codec MB/s', 'path MB/s', 'path / codec'));
  for (const kind of KINDS) {
    const native = open(pixelBenchFile(kind));
    const files: readonly (readonly [string, () => Part10File])[] = [
      ['uncompressed', () => native],
      ...ENCAPSULATED.filter(([, , except]) => except !== kind).map(
        ([name, uid]) =>
          [name, () => encapsulatedFile(native, uid, pixelEncoderOf(uid, codecs, library), codecs)] as const,
      ),
    ];
    for (const [name, file] of files) {
      const { megabytes, codecMs, pathMs } = pixelSpeedOf(file(), codecs);
      const speed = (ms: number): string => ((1000 * megabytes) / ms).toFixed(1);
      console.log(
        row(
          `${name}, ${kind}`,
          codecMs === null ? '–' : speed(codecMs),
          speed(pathMs),
          codecMs === null ? '–' : (codecMs / pathMs).toFixed(2),
        ),
      );
    }
  }
}

if (all || values.memory === true) {
  const frames = values.frames === undefined ? FRAMES_OF_1_GIB : Number(values.frames);
  console.log(
    `\n${row(`${frames} frames of 0.5 MiB, through the bridge`, 'seconds', 'peak MiB', 'before MiB', 'start MiB')}`,
  );
  for (const [name, holds] of [
    ['redacted and verified', 'off'],
    ['the copy searched for text too', 'identifying'],
  ] as const) {
    const { seconds, ...bytes } = await measureLargeObject(holds, frames);
    const memory = [bytes.peakBytes, bytes.idleBytes, bytes.startPeakBytes];
    console.log(row(name, seconds.toFixed(0), ...memory.map((size) => (size / MEBIBYTE).toFixed(0))));
  }
}
