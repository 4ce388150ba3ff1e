import { createCanvas } from '@napi-rs/canvas';
import { renderings, type PixelBox, type SourceImage } from '@pseudonymize-redact/core/text-detection';
import { spawnSync } from 'node:child_process';

/** Page segmentation: 3 fully automatic, 11 sparse text. */
export type PageSegmentation = 3 | 11;

const WORD_LEVEL = 5;
/** Columns of Tesseract's table. */
const LEVEL = 0;
const LINE_OF_PAGE = { start: 1, end: 5 } as const;
const LEFT = 6;
const TEXT = 11;

const pngOf = async (image: SourceImage): Promise<Uint8Array> => {
  const [{ width, height, channels, data }] = renderings(image);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const target = context.createImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    for (let c = 0; c < 3; c += 1) {
      target.data[4 * pixel + c] = data[pixel * channels + (channels === 1 ? 0 : c)] ?? 0;
    }
    target.data[4 * pixel + 3] = 255;
  }
  context.putImageData(target, 0, 0);
  return canvas.encode('png');
};

/** The words of one line as one box. */
const linesOf = (table: string): readonly PixelBox[] => {
  const lines = new Map<string, PixelBox>();
  for (const row of table.split('\n')) {
    const cells = row.split('\t');
    if (cells[LEVEL] !== String(WORD_LEVEL) || (cells[TEXT] ?? '').trim() === '') continue;
    const [left = 0, top = 0, width = 0, height = 0] = cells.slice(LEFT, LEFT + 4).map(Number);
    const key = cells.slice(LINE_OF_PAGE.start, LINE_OF_PAGE.end).join(' ');
    const [x0, y0, x1, y1] = lines.get(key) ?? [Infinity, Infinity, 0, 0];
    lines.set(key, [
      Math.min(x0, left),
      Math.min(y0, top),
      Math.max(x1, left + width),
      Math.max(y1, top + height),
    ]);
  }
  return [...lines.values()];
};

/** Whether Debian's tesseract-ocr is installed. */
export const hasTesseract = (): boolean => spawnSync('tesseract', ['--version']).status === 0;

/** Tells the CPU time of Tesseract alone, user and system, in seconds, as its last line on standard error. */
const TIMED = 'TIMEFORMAT="%U %S"; time tesseract stdin stdout --psm "$0" tsv 2>/dev/null';

const cpuMsOf = (told: string): number =>
  1000 * (told.trim().split('\n').at(-1) ?? '').split(' ').reduce((sum, seconds) => sum + Number(seconds), 0);

/** The lines that Tesseract finds, on one thread, and its CPU time. */
export const tesseractLines = async (
  image: SourceImage,
  pageSegmentation: PageSegmentation,
): Promise<{ readonly boxes: readonly PixelBox[]; readonly milliseconds: number }> => {
  const input = await pngOf(image);
  const { stdout, stderr } = spawnSync('bash', ['-c', TIMED, String(pageSegmentation)], {
    input,
    encoding: 'utf8',
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  return { boxes: linesOf(stdout), milliseconds: cpuMsOf(stderr) };
};
