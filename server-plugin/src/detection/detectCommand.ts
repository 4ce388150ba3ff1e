import { CodedError } from '@pseudonymize-redact/core/errors';
import type { PixelBox, Point, TextClass } from '@pseudonymize-redact/core/text-detection';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { loadFrameCodecs } from '../codecs/frameCodecs.ts';
import { FileSource } from '../files/fileSource.ts';
import { detectFile, type FileTexts } from './detectFile.ts';
import { openDetectionPool } from './detectionPool.ts';
import { drawTexts } from './drawTexts.ts';

export interface DetectOptions {
  /** Where to write the boxes as JSON; null: they are told as lines. */
  readonly json: string | null;
  /** A folder for pictures with the boxes drawn; null: none. */
  readonly png: string | null;
}

/** One frame as it is written; frames that were not searched show nothing but what the searched ones show. */
export interface FrameReport {
  readonly file: string;
  /** 1-based. */
  readonly frame: number;
  readonly searched: boolean;
  readonly boxes: readonly {
    readonly box: PixelBox;
    readonly quad: readonly Point[];
    readonly text: string;
    readonly class: TextClass;
    readonly confidence: number;
    readonly doubtful: boolean;
  }[];
}

const reportsOf = (path: string, { frames, texts, searchedFrames }: FileTexts): readonly FrameReport[] => {
  const boxes = texts.map(({ box, quad, reading, textClass, confidence, isDoubtful }) => ({
    box,
    quad,
    text: reading?.text ?? '',
    class: textClass,
    confidence,
    doubtful: isDoubtful,
  }));
  const searched = new Set(searchedFrames);
  return Array.from({ length: frames.count }, (_, index) => ({
    file: path,
    frame: index + 1,
    searched: searched.has(index + 1),
    boxes,
  }));
};

/**
 * `pseudonymize detect FILES… [--json out.json] [--png DIR]`: what text is where in the files. The texts themselves go nowhere but
 * into the JSON that was asked for.
 * @param tell called with each line for the user
 * @returns the number of files that could not be searched
 */
export const detectCommand = async (
  paths: readonly string[],
  { json, png }: DetectOptions,
  tell: (line: string) => void,
): Promise<number> => {
  const codecs = await loadFrameCodecs();
  const pool = openDetectionPool();
  const reports: FrameReport[] = [];
  let failed = 0;

  const detect = async (path: string): Promise<void> => {
    const source = new FileSource(path);
    try {
      const found = await detectFile(source, pool, codecs);
      reports.push(...reportsOf(path, found));
      const classes = found.texts.map(({ textClass }) => textClass);
      const count = (textClass: TextClass): string =>
        `${classes.filter((each) => each === textClass).length} ${textClass}`;
      tell(
        `${path}: ${count('identifying')}, ${count('unknown')}, ${count('harmless')}; ${found.searchedFrames.length} of ${found.frames.count} frames searched`,
      );
      if (png === null) return;
      for (const frame of found.searchedFrames) {
        const picture = await drawTexts(found.frames.image(frame - 1), found.texts);
        await writeFile(join(png, `${basename(path)}-${frame}.png`), picture);
      }
    } finally {
      source.close();
    }
  };

  try {
    if (png !== null) await mkdir(png, { recursive: true });
    for (const path of paths) {
      try {
        await detect(path);
      } catch (error) {
        if (!(error instanceof CodedError)) throw error;
        failed += 1;
        tell(`${path}: ${error.code}: ${error.message}`);
      }
    }
    if (json !== null) await writeFile(json, `${JSON.stringify(reports, null, 2)}\n`);
  } finally {
    await pool.close();
  }
  return failed;
};
