import type { JobRequest } from '@pseudonymize-redact/core/contract';
import { expect } from 'vitest';
import { identifiersOf, pixelAt, storedImage, type StoredImage } from './storedImage.ts';

/** [x0, y0, x1, y1] in image pixels, the ends exclusive. */
export interface KnownBox {
  readonly box: readonly [number, number, number, number];
}

/** The place of a drawn text, whose edges lie between pixels. */
export const knownBox = (box: readonly number[]): KnownBox['box'] =>
  box.map(Math.round) as [number, number, number, number];

/** A region that reaches less far into a pixel does not touch it: coordinates come from the screen, and are not exact. */
const TOLERANCE = 1e-6;

const isCovered = ({ regions }: JobRequest, row: number, column: number): boolean =>
  regions.some(
    ({ box: [x0, y0, x1, y1] }) =>
      column + 1 > x0 + TOLERANCE &&
      column < x1 - TOLERANCE &&
      row + 1 > y0 + TOLERANCE &&
      row < y1 - TOLERANCE,
  );

const valuesIn = (image: StoredImage, [x0, y0, x1, y1]: KnownBox['box']): ReadonlySet<string> => {
  const values = new Set<string>();
  for (let row = y0; row < y1; row++)
    for (let column = x0; column < x1; column++) values.add(pixelAt(image, 1, row, column));
  return values;
};

/** The texts are gone, and everything outside the regions is as it was: pixel by pixel, as dcmtk decodes both. First frames only. */
export const expectRedacted = (
  original: Uint8Array,
  copy: Uint8Array,
  request: JobRequest,
  texts: readonly KnownBox[],
): void => {
  const [before, after] = [storedImage(original), storedImage(copy)];
  expect([after.rows, after.columns, after.frames]).toEqual([before.rows, before.columns, before.frames]);
  let changedOutside = 0;
  const inside = new Set<string>();
  for (let row = 0; row < before.rows; row++) {
    for (let column = 0; column < before.columns; column++) {
      const now = pixelAt(after, 1, row, column);
      if (isCovered(request, row, column)) inside.add(now);
      else if (now !== pixelAt(before, 1, row, column)) changedOutside += 1;
    }
  }
  expect(changedOutside).toBe(0);
  expect(inside.size).toBe(1);
  for (const { box } of texts) expect(valuesIn(after, box)).toEqual(inside);
};

/** A text where it stands on one frame, or on all of them. */
export interface FramedText extends KnownBox {
  readonly frame: number | 'all';
}

/** As `expectRedacted`, for one instance of a study, in each of its frames. */
export const expectFramesRedacted = (
  original: Uint8Array,
  copy: Uint8Array,
  request: JobRequest,
  sopInstanceUID: string,
  texts: readonly FramedText[],
): void => {
  const [before, after] = [storedImage(original), storedImage(copy)];
  expect([after.rows, after.columns, after.frames]).toEqual([before.rows, before.columns, before.frames]);
  for (let frame = 1; frame <= before.frames; frame++) {
    const regions = request.regions.filter(
      ({ scope, frames }) =>
        (!('sopInstanceUID' in scope) || scope.sopInstanceUID === sopInstanceUID) &&
        (frames === undefined || (frames.first <= frame && frame <= frames.last)),
    );
    const inside = new Set<string>();
    let changedOutside = 0;
    for (let row = 0; row < before.rows; row++) {
      for (let column = 0; column < before.columns; column++) {
        const now = pixelAt(after, frame, row, column);
        if (isCovered({ ...request, regions }, row, column)) inside.add(now);
        else if (now !== pixelAt(before, frame, row, column)) changedOutside += 1;
      }
    }
    expect(changedOutside, `frame ${frame}`).toBe(0);
    expect(inside.size, `frame ${frame}`).toBe(1);
    const shown = texts.filter((text) => text.frame === 'all' || text.frame === frame);
    expect(shown.length).toBeGreaterThan(0);
    for (const { box } of shown) {
      const [x0, y0, x1, y1] = knownBox(box);
      for (let row = y0; row < y1; row++)
        for (let column = x0; column < x1; column++)
          expect(isCovered({ ...request, regions }, row, column), `frame ${frame}, ${column}, ${row}`).toBe(
            true,
          );
    }
  }
};

const literal = (text: string): string => text.replaceAll(/[^A-Za-z0-9 ]/g, String.raw`\$&`);

/** Between other letters and digits it is another word: `Mary` is not in `PRIMARY`. */
const standsIn = (text: string, identifier: string): boolean =>
  new RegExp(`(?<![A-Za-z0-9])${literal(identifier)}(?![A-Za-z0-9])`, 'i').test(text);

/** No identifier of the original stands anywhere in the copy's bytes. */
export const expectNoIdentifier = (original: Uint8Array, copy: Uint8Array): void => {
  const text = Buffer.from(copy).toString('latin1');
  const identifiers = identifiersOf(original);
  expect(identifiers.length).toBeGreaterThan(5);
  expect(identifiers.filter((identifier) => standsIn(text, identifier))).toEqual([]);
};
