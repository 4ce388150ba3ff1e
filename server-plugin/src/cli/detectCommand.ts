import { mkdirSync, writeFileSync } from 'node:fs';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { TextClass } from '@pseudonymize-redact/core/text-detection';
import { Presets, SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { frameReportsOf } from '../detection/detectionReport.ts';
import { detectFiles, type DetectedFile } from '../detection/detectFiles.ts';
import { openSearchPool } from '../detection/searchPool.ts';
import { examples } from './examples.ts';
import { EXIT } from './exitCodes.ts';
import { findInputs } from './inputFiles.ts';

interface DetectOptions {
  /** True: to standard output. */
  readonly json?: string | true;
  readonly png?: string;
  readonly turned?: true;
}

/** Classes and counts only: texts go nowhere but into the JSON and the pictures that were asked for. */
const lineOf = (file: DetectedFile): string => {
  if ('error' in file) return `${file.path}: ${file.error.code}: ${file.error.message}`;
  const { texts, searchedFrames, partlySearchedFrames, frames } = file.texts;
  const count = (textClass: TextClass): string =>
    `${texts.filter((text) => text.textClass === textClass).length} ${textClass}`;
  const found = `${count('identifying')}, ${count('unknown')}, ${count('harmless')}`;
  return `${file.path}: ${found}; ${searchedFrames.length} of ${frames} frames searched (${partlySearchedFrames.length} of them where they changed), the others equal these`;
};

const detect = async (inputs: readonly string[], { json, png, turned }: DetectOptions): Promise<void> => {
  const paths = inputs.flatMap((input) => findInputs(input).files);
  const pool = openSearchPool();
  const progress = new SingleBar({ stream: process.stderr, clearOnComplete: true }, Presets.shades_classic);
  progress.start(paths.length, 0);
  try {
    const files = await detectFiles(paths, pool, {
      onFile: () => progress.increment(),
      turnedSearch: turned === true ? 'always' : 'evidence',
    });
    progress.stop();
    for (const file of files) console.error(lineOf(file));
    const searched = files.flatMap((file) => ('texts' in file ? [file] : []));
    const report = (): string => `${JSON.stringify(searched.flatMap(frameReportsOf), null, 2)}\n`;
    if (json === true) process.stdout.write(report());
    else if (json !== undefined) writeFileSync(json, report(), { mode: 0o600 });
    if (png !== undefined) {
      const { drawFile } = await import('../detection/drawFile.ts');
      mkdirSync(png, { recursive: true });
      for (const file of searched) await drawFile(file, png);
    }
    process.exitCode = searched.length === files.length ? EXIT.allDone : EXIT.someFailed;
  } finally {
    progress.stop();
    await pool.close();
  }
};

const run = async (inputs: readonly string[], options: DetectOptions): Promise<void> => {
  try {
    await detect(inputs, options);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    console.error(`${error.code}: ${error.message}`);
    process.exitCode = EXIT.notStarted;
  }
};

/** `pseudonymize detect FILES…`: what text is burned into files, and where. */
export const detectCommand = (): Command =>
  new Command('detect')
    .description(
      'Finds text that is burned into the pixels of DICOM files, reads it, and tells what identifies.',
    )
    .argument('<files...>', 'DICOM files, folders, or DICOMDIRs')
    .option(
      '--json [file]',
      'writes the boxes of every frame, with what was read in them; identifying; without a file to standard output',
    )
    .option(
      '--turned',
      'searches every image turned by 90° as well, not only where a readable line runs from top to bottom',
    )
    .option('--png <folder>', 'writes a picture of every searched frame with the boxes drawn; identifying')
    .addHelpText(
      'after',
      examples(
        ['look at what is found', 'detect scans/ --png pictures/'],
        ['for a script', 'detect scans/ --json texts.json'],
      ),
    )
    .addHelpText(
      'after',
      '\nBoxes are in image pixels: x0, y0, x1, y1, the outer edges; frames are counted from 1.' +
        '\nExit codes: 0 every file was searched; 1 some could not be; 2 nothing was started.',
    )
    .action(run);
