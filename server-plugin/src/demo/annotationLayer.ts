import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '@pseudonymize-redact/core/contract';
import type { BurnedInText } from './demoInstance.ts';
import { fontOf, type FontName } from './fonts.ts';

export interface TextStyle {
  readonly font: FontName;
  readonly sizePixels: number;
  /** A colour of CSS. */
  readonly color: string;
  /** @default 'left' */
  readonly align?: 'left' | 'right' | 'center';
}

/** What a modality draws over its image: a transparent picture of the image's size, and the texts on it. */
export interface AnnotationLayer {
  readonly context: SKRSContext2D;
  readonly texts: readonly Omit<BurnedInText, 'frame'>[];
  /** Draws a text that identifies; `x` is the anchor that `align` names, `baseline` in pixels from the top. */
  identify(text: string, x: number, baseline: number, style: TextStyle): void;
  /** Draws a text that is harmless. */
  label(text: string, x: number, baseline: number, style: TextStyle): void;
  /** 4 bytes a pixel, row by row: red, green, blue and coverage, not premultiplied. */
  pixels(): Uint8ClampedArray;
}

/** Edges of a glyph are smoothed into the neighbouring pixel. */
const SMOOTHING = 1;

const inkOf = (context: SKRSContext2D, text: string, x: number, baseline: number): Box => {
  const ink = context.measureText(text);
  return [
    Math.max(0, Math.floor(x - ink.actualBoundingBoxLeft) - SMOOTHING),
    Math.max(0, Math.floor(baseline - ink.actualBoundingBoxAscent) - SMOOTHING),
    Math.min(context.canvas.width, Math.ceil(x + ink.actualBoundingBoxRight) + SMOOTHING),
    Math.min(context.canvas.height, Math.ceil(baseline + ink.actualBoundingBoxDescent) + SMOOTHING),
  ];
};

export const annotationLayer = (columns: number, rows: number): AnnotationLayer => {
  const context = createCanvas(columns, rows).getContext('2d');
  const texts: Omit<BurnedInText, 'frame'>[] = [];

  const write = (text: string, x: number, baseline: number, style: TextStyle, identifying: boolean): void => {
    context.font = fontOf(style.font, style.sizePixels);
    context.fillStyle = style.color;
    context.textAlign = style.align ?? 'left';
    context.fillText(text, x, baseline);
    texts.push({ box: inkOf(context, text, x, baseline), text, identifying });
  };

  return {
    context,
    texts,
    identify: (text, x, baseline, style) => write(text, x, baseline, style, true),
    label: (text, x, baseline, style) => write(text, x, baseline, style, false),
    pixels: () => context.getImageData(0, 0, columns, rows).data,
  };
};

/** Burns the layer into an RGB frame, 3 bytes a pixel. */
export const burnIntoColor = (layer: AnnotationLayer, frame: Uint8Array): void => {
  const pixels = layer.pixels();
  for (let pixel = 0; pixel < pixels.length / 4; pixel++) {
    const coverage = (pixels[pixel * 4 + 3] ?? 0) / 255;
    if (coverage === 0) continue;
    for (let sample = 0; sample < 3; sample++) {
      const at = pixel * 3 + sample;
      frame[at] = Math.round(
        (frame[at] ?? 0) * (1 - coverage) + (pixels[pixel * 4 + sample] ?? 0) * coverage,
      );
    }
  }
};

/** Burns the layer into a monochrome frame; `darkest` and `brightest` are the stored values of black and white. */
export const burnIntoMonochrome = (
  layer: AnnotationLayer,
  frame: Int16Array | Uint16Array,
  [darkest, brightest]: readonly [number, number],
): void => {
  const pixels = layer.pixels();
  for (let pixel = 0; pixel < frame.length; pixel++) {
    const coverage = (pixels[pixel * 4 + 3] ?? 0) / 255;
    if (coverage === 0) continue;
    const ink = darkest + ((brightest - darkest) * (pixels[pixel * 4] ?? 0)) / 255;
    frame[pixel] = Math.round((frame[pixel] ?? 0) * (1 - coverage) + ink * coverage);
  }
};
