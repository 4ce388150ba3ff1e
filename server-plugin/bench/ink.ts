import { renderings, type PixelBox, type SourceImage } from '@pseudonymize-redact/core/text-detection';

/** The grey level that parts a histogram best into two classes (Otsu, IEEE Transactions on Systems, Man, and Cybernetics 1979). */
const otsuThreshold = (levels: readonly number[]): number => {
  const histogram = new Array<number>(256).fill(0);
  for (const level of levels) histogram[level] = (histogram[level] ?? 0) + 1;
  const total = levels.reduce((sum, level) => sum + level, 0);
  let [best, threshold, count, sum] = [0, 0, 0, 0];
  histogram.forEach((weight, level) => {
    count += weight;
    sum += weight * level;
    const others = levels.length - count;
    if (count === 0 || others === 0) return;
    const between = count * others * (sum / count - (total - sum) / others) ** 2;
    if (between > best) [best, threshold] = [between, level];
  });
  return threshold;
};

/** The pixels of a text of which only the box is known: the rarer of two classes of grey levels in it. */
export const inkInside = (image: SourceImage, [x0, y0, x1, y1]: PixelBox): readonly number[] => {
  const [{ width, channels, data }] = renderings(image);
  const pixels: number[] = [];
  for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) pixels.push(y * width + x);
  const levels = pixels.map((pixel) => Math.max(...data.subarray(pixel * channels, (pixel + 1) * channels)));
  const threshold = otsuThreshold(levels);
  const bright = pixels.filter((_, i) => (levels[i] ?? 0) > threshold);
  return bright.length <= pixels.length / 2 ? bright : pixels.filter((_, i) => (levels[i] ?? 0) <= threshold);
};
