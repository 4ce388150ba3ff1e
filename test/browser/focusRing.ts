import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';

/** Within this distance of an edge, in pixels, a ring is one of the edge's. */
const REACH = 4;
/** Of the three samples together; a ring that can be seen differs from what is beneath it by more. */
const LEAST_DIFFERENCE = 120;
const LEAST_SHARE = 0.6;

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const samplesOf = async (
  png: Uint8Array,
): Promise<{ readonly width: number; readonly data: Uint8ClampedArray }> => {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width: image.width, data: context.getImageData(0, 0, image.width, image.height).data };
};

/** On which sides of what has the focus a ring is seen on the screen: nothing lies above it and nothing cuts it off. */
export const ringSides = async (page: Page, place: Rectangle): Promise<readonly string[]> => {
  const [x, y] = [Math.floor(place.x) - REACH, Math.floor(place.y) - REACH];
  const [width, height] = [Math.ceil(place.width) + 2 * REACH, Math.ceil(place.height) + 2 * REACH];
  const picture = async (style: string) =>
    samplesOf(await page.screenshot({ clip: { x, y, width, height }, style }));
  const [focused, bare] = [await picture(''), await picture('*:focus-visible { outline: none !important; }')];
  const differs = (column: number, row: number): boolean => {
    const at = (row * focused.width + column) * 4;
    let sum = 0;
    for (let sample = at; sample < at + 3; sample += 1)
      sum += Math.abs((focused.data[sample] ?? 0) - (bare.data[sample] ?? 0));
    return sum > LEAST_DIFFERENCE;
  };
  const steps = Array.from({ length: 2 * REACH }, (_, step) => step);
  const share = (length: number, isRing: (along: number, step: number) => boolean): number => {
    const inner = Array.from({ length: length - 2 * REACH }, (_, index) => index + REACH);
    return inner.filter((along) => steps.some((step) => isRing(along, step))).length / inner.length;
  };
  const shares: Readonly<Record<string, number>> = {
    top: share(width, (along, step) => differs(along, step)),
    bottom: share(width, (along, step) => differs(along, height - 1 - step)),
    left: share(height, (along, step) => differs(step, along)),
    right: share(height, (along, step) => differs(width - 1 - step, along)),
  };
  return Object.keys(shares).filter((side) => (shares[side] ?? 0) >= LEAST_SHARE);
};
