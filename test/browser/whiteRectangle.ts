import { createCanvas, loadImage } from '@napi-rs/canvas';

/** [x0, y0, x1, y1] in pixels of a picture or a page. */
export type ScreenBox = readonly [number, number, number, number];

const WHITE = 250;
/** The viewer's own white texts have strokes thinner than this. */
const LEAST_RUN = 12;

/** Positions in a line that belong to a run of white of some length. */
const whiteRun = (line: readonly boolean[]): readonly [number, number] | null => {
  let best: readonly [number, number] | null = null;
  let start = 0;
  for (let i = 0; i <= line.length; i++) {
    if (line[i] === true) continue;
    if (i - start >= LEAST_RUN && (best === null || i - start > best[1] - best[0])) best = [start, i];
    start = i + 1;
  }
  return best;
};

/** The box around the white rectangle in a picture, found by its long rows of white. */
export const whiteRectangleIn = async (png: Uint8Array): Promise<ScreenBox> => {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const rows = Array.from({ length: image.height }, (_, y) =>
    whiteRun(
      Array.from({ length: image.width }, (_, x) =>
        [0, 1, 2].every((sample) => (data[(y * image.width + x) * 4 + sample] ?? 0) >= WHITE),
      ),
    ),
  );
  const runs = rows.filter((run) => run !== null);
  if (runs.length === 0) throw new Error('no white rectangle is on the screen');
  return [
    Math.min(...runs.map(([start]) => start)),
    rows.findIndex((run) => run !== null),
    Math.max(...runs.map(([, end]) => end)),
    rows.findLastIndex((run) => run !== null) + 1,
  ];
};
