import type { PixelMap } from './components.ts';
import type { PixelBox } from './detectedText.ts';

/** Pixels that hang together by sides or corners, by the box around them. */
export interface ComponentBox {
  readonly box: PixelBox;
  readonly pixels: number;
}

/** The 8-connected components of the pixels above `threshold`, where only their boxes are of interest: many, and fast. */
export const componentBoxes = (
  { width, height, data }: PixelMap,
  threshold: number,
): readonly ComponentBox[] => {
  // A frame of closed pixels spares the questions at the edges.
  const stride = width + 2;
  const isOpen = new Uint8Array(stride * (height + 2));
  for (let y = 0; y < height; y += 1) {
    let to = (y + 1) * stride + 1;
    for (let at = y * width; at < (y + 1) * width; at += 1)
      isOpen[to++] = (data[at] ?? 0) > threshold ? 1 : 0;
  }
  const steps = [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1];
  const stack: number[] = [];
  const boxes: ComponentBox[] = [];
  for (let seed = isOpen.indexOf(1); seed >= 0; seed = isOpen.indexOf(1, seed + 1)) {
    let [x0, y0, x1, y1, pixels] = [Infinity, Infinity, 0, 0, 0];
    isOpen[seed] = 0;
    stack.push(seed);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      pixels += 1;
      const y = Math.floor(at / stride);
      const x = at - y * stride;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
      for (const step of steps) {
        if (isOpen[at + step] !== 1) continue;
        isOpen[at + step] = 0;
        stack.push(at + step);
      }
    }
    boxes.push({ box: [x0 - 1, y0 - 1, x1, y1], pixels });
  }
  return boxes;
};
