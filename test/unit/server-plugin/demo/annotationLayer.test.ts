import { describe, expect, it } from 'vitest';
import {
  annotationLayer,
  burnIntoColor,
  burnIntoMonochrome,
} from '../../../../server-plugin/src/demo/annotationLayer.ts';

const COLUMNS = 240;
const ROWS = 60;
const STYLE = { font: 'Demo Sans', sizePixels: 20, color: '#ffffff' } as const;

const inked = (pixels: Uint8ClampedArray): readonly (readonly [number, number])[] =>
  Array.from(
    { length: COLUMNS * ROWS },
    (_, at) => [at % COLUMNS, Math.floor(at / COLUMNS), pixels[at * 4 + 3]] as const,
  )
    .filter(([, , coverage]) => coverage !== 0)
    .map(([x, y]) => [x, y] as const);

describe('annotationLayer', () => {
  it.each(['left', 'right', 'center'] as const)('knows the box of all its ink when aligned %s', (align) => {
    const layer = annotationLayer(COLUMNS, ROWS);
    layer.identify('Ågüj/Qy 07', 120, 36, { ...STYLE, align });
    const [x0, y0, x1, y1] = layer.texts[0]?.box ?? [0, 0, 0, 0];
    const ink = inked(layer.pixels());
    expect(ink.length).toBeGreaterThan(300);
    for (const [x, y] of ink) expect(x >= x0 && x < x1 && y >= y0 && y < y1).toBe(true);
    expect(Math.min(...ink.map(([x]) => x)) - x0).toBeLessThanOrEqual(2);
    expect(x1 - Math.max(...ink.map(([x]) => x))).toBeLessThanOrEqual(3);
  });

  it('draws with its own fonts: narrow and wide letters differ in Sans, not in Mono', () => {
    const widthOf = (text: string, font: 'Demo Sans' | 'Demo Mono'): number => {
      const layer = annotationLayer(COLUMNS, ROWS);
      layer.label(`|${text}|`, 10, 36, { ...STYLE, font });
      const [x0, , x1] = layer.texts[0]?.box ?? [0, 0, 0, 0];
      return x1 - x0;
    };
    expect(widthOf('WWWW', 'Demo Sans')).toBeGreaterThan(widthOf('iiii', 'Demo Sans') + 30);
    expect(widthOf('WWWW', 'Demo Mono')).toBe(widthOf('iiii', 'Demo Mono'));
  });

  it('burns into colour what it covers and leaves the rest', () => {
    const layer = annotationLayer(COLUMNS, ROWS);
    layer.label('X', 10, 36, { ...STYLE, color: '#ff0000' });
    const frame = new Uint8Array(COLUMNS * ROWS * 3).fill(40);
    burnIntoColor(layer, frame);
    const covered = inked(layer.pixels()).length;
    const changed = Array.from(
      { length: COLUMNS * ROWS },
      (_, at) => frame[at * 3] !== 40 || frame[at * 3 + 1] !== 40,
    );
    expect(changed.filter(Boolean).length).toBeLessThanOrEqual(covered);
    expect(Math.max(...frame)).toBe(255);
  });

  it('burns into monochrome between the stored values of black and white, inverted too', () => {
    const layer = annotationLayer(COLUMNS, ROWS);
    layer.label('X', 10, 36, STYLE);
    const frame = new Uint16Array(COLUMNS * ROWS).fill(3000);
    burnIntoMonochrome(layer, frame, [4095, 0]);
    expect(Math.min(...frame)).toBe(0);
    expect(Math.max(...frame)).toBe(3000);
  });
});
