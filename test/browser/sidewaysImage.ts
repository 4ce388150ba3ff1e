import { annotationLayer } from '../../server-plugin/src/demo/annotationLayer.ts';
import type { KnownBox } from './expectRedacted.ts';
import { secondaryCapture } from './secondaryCapture.ts';

const [ROWS, COLUMNS] = [700, 700];
const TEXT = '0';
const [X, Y, SIZE_PIXELS] = [150, 120, 26];
/** Grey levels of a texture around the text. */
const TEXTURE = 40;
/** From here on a pixel of the text is ink. */
const INK = 60;

interface SidewaysImage extends KnownBox {
  readonly bytes: Uint8Array;
}

/** A digit that lies on its side over a texture: nothing hints at it as long as the image is not turned. @param study its name */
export const sidewaysImage = (study: string): SidewaysImage => {
  const layer = annotationLayer(COLUMNS, ROWS);
  layer.context.translate(X, Y);
  layer.context.rotate(Math.PI / 2);
  layer.identify(TEXT, 0, 0, { font: 'Demo Sans', sizePixels: SIZE_PIXELS, color: '#ffffff' });
  const drawn = layer.pixels();
  const brightness = Array.from(
    { length: ROWS * COLUMNS },
    (_, index) => ((drawn[4 * index] ?? 0) * (drawn[4 * index + 3] ?? 0)) / 255,
  );
  const ink = brightness.flatMap((value, index) =>
    value >= INK ? [[index % COLUMNS, Math.floor(index / COLUMNS)] as const] : [],
  );
  const [columns, rows] = [ink.map(([x]) => x), ink.map(([, y]) => y)];
  const pixels = Uint8Array.from(brightness, (value, index) =>
    Math.min(255, value + (TEXTURE * ((index * 7919) % 97)) / 97),
  );
  return {
    box: [Math.min(...columns), Math.min(...rows), Math.max(...columns) + 1, Math.max(...rows) + 1],
    bytes: secondaryCapture({
      name: study,
      accessionNumber: 'SIDEWAYS-1',
      rows: ROWS,
      columns: COLUMNS,
      pixels,
    }),
  };
};
