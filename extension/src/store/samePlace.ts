import type { PixelBox } from '@pseudonymize-redact/core/text-detection';

const area = ([x0, y0, x1, y1]: PixelBox): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);

/** How much of what two boxes cover is common to both: from 0, apart, to 1, the same. */
export const commonPart = (a: PixelBox, b: PixelBox): number => {
  const common = area([
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ]);
  return common / Math.max(Number.EPSILON, area(a) + area(b) - common);
};
