import type { DetectedText, Point } from './detectedText.ts';
import type { SourceImage } from './sourceImage.ts';
import type { Tile } from './tiles.ts';

/** A part of a frame as an image of its own. */
export const framePart = (image: SourceImage, { x, y, width, height }: Tile): SourceImage => {
  const { rows, columns, samplesPerPixel, frameArea = rows * columns } = image;
  const pixels = image.pixels.slice(0, width * height * samplesPerPixel);
  for (let row = 0; row < height; row += 1) {
    const start = ((y + row) * columns + x) * samplesPerPixel;
    pixels.set(image.pixels.subarray(start, start + width * samplesPerPixel), row * width * samplesPerPixel);
  }
  return { ...image, rows: height, columns: width, pixels, frameArea };
};

/** A text that was found in a part of a frame, at its place in the whole. */
export const moved = <T extends DetectedText>(text: T, { x, y }: Tile): T => {
  const [a, b, c, d] = text.quad.map((point): Point => [point[0] + x, point[1] + y]) as [
    Point,
    Point,
    Point,
    Point,
  ];
  const [x0, y0, x1, y1] = text.box;
  return { ...text, box: [x0 + x, y0 + y, x1 + x, y1 + y], quad: [a, b, c, d] };
};
