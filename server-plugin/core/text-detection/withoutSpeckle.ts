/**
 * Strokes but for what is no longer than two pixels in any direction: every pixel takes the greatest minimum of the four lines of three
 * pixels, level, upright and oblique, that have it in their middle. Speckle goes, and type stays.
 * @param strokes one byte a pixel, row by row
 * @param least fainter strokes go as well
 */
export const withoutSpeckle = (
  strokes: Uint8Array,
  width: number,
  height: number,
  least: number,
): Uint8Array => {
  const out = new Uint8Array(strokes.length);
  /** The weaker of the neighbours before and after a pixel, `step` away. */
  const weaker = (at: number, step: number): number => {
    const before = strokes[at - step] ?? 0;
    const after = strokes[at + step] ?? 0;
    return before < after ? before : after;
  };
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 1) {
      const value = strokes[at] ?? 0;
      if (value < least) continue;
      const straight = Math.max(weaker(at, 1), weaker(at, width));
      const oblique = Math.max(weaker(at, width - 1), weaker(at, width + 1));
      out[at] = Math.min(value, Math.max(straight, oblique));
    }
  }
  return out;
};
