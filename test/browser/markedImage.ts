import { secondaryCapture } from './secondaryCapture.ts';

const [ROWS, COLUMNS] = [120, 200];
const [BODY, MARKER] = [40, 255];
const ACCESSION_NUMBER = 'MARKED-1';
/** [x0, y0, x1, y1] in image pixels. */
const BOX = [40, 24, 84, 44] as const;

const pixels = (): Uint8Array =>
  Uint8Array.from({ length: ROWS * COLUMNS }, (_, index) => {
    const [x, y] = [index % COLUMNS, Math.floor(index / COLUMNS)];
    if (x >= BOX[0] && x < BOX[2] && y >= BOX[1] && y < BOX[3]) return MARKER;
    // Something to compare outside of the box.
    return BODY + ((x + y) % 16);
  });

/** A picture with a white rectangle, twice as high on the screen as in pixels. */
export const MARKED_IMAGE = {
  accessionNumber: ACCESSION_NUMBER,
  marker: BOX,
  bytes: secondaryCapture({
    name: 'marked',
    accessionNumber: ACCESSION_NUMBER,
    rows: ROWS,
    columns: COLUMNS,
    pixels: pixels(),
    pixelSpacing: [0.4, 0.2],
  }),
} as const;
