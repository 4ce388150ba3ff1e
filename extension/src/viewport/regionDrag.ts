import type { PixelBox, Point } from '@pseudonymize-redact/core/text-detection';
import { drawRegion, placeRegions, rotated, type RegionPlace } from '../store/edits.ts';
import type { ImageRef } from '../store/imageRef.ts';
import type { RegionChange, RegionMap } from '../store/regionMap.ts';
import type { ReviewRegion } from '../store/reviewRegion.ts';
import { boxBetween, movedBox, resizedRotatedBox, turnAbout, type ImageSize } from './boxEditing.ts';
import type { BoxKey } from './boxKeys.ts';
import type { Affine } from './imageToCanvas.ts';
import type { Grip } from './RegionBox.tsx';
import { alongScreen, isMirrored, lowerRightHandle } from './screenAxes.ts';

/** What the pointer is doing: drawing a new box, or changing boxes; the store hears of it at the end. */
export interface Drag {
  readonly from: Point;
  readonly to: Point;
  /** Null while a new box is drawn. */
  readonly changes: { readonly ids: ReadonlySet<string>; readonly grip: Grip } | null;
}

/** Less than this, in image pixels, is a click. */
const LEAST_PIXELS = 0.5;

export const hasMoved = ({ from, to }: Drag): boolean =>
  Math.abs(to[0] - from[0]) > LEAST_PIXELS || Math.abs(to[1] - from[1]) > LEAST_PIXELS;

export const drawnBox = ({ from, to, changes }: Drag, size: ImageSize): PixelBox | null =>
  changes === null ? boxBetween(from, to, size) : null;

/** Where a region lies while it is dragged. */
export const draggedPlace = (region: ReviewRegion, drag: Drag | null, size: ImageSize): RegionPlace => {
  if (!drag?.changes?.ids.has(region.id) || !hasMoved(drag)) return region;
  const { from, to, changes } = drag;
  const by: Point = [to[0] - from[0], to[1] - from[1]];
  const { box, angleDegrees } = region;
  switch (changes.grip) {
    case 'box':
      return { angleDegrees, box: movedBox(box, by, size) };
    case 'rotation':
      return rotated(region, turnAbout(box, from, to));
    default:
      return { angleDegrees, box: resizedRotatedBox(box, angleDegrees, changes.grip, by, size) };
  }
};

/** What a drag that has ended changes. @param id of a box that was drawn */
export const changesOfDrag = (
  regions: RegionMap,
  drag: Drag,
  image: ImageRef,
  size: ImageSize,
  id: string,
): readonly RegionChange[] => {
  if (drag.changes !== null)
    return hasMoved(drag)
      ? placeRegions(regions, drag.changes.ids, (region) => draggedPlace(region, drag, size))
      : [];
  const box = drawnBox(drag, size);
  return box === null || !hasMoved(drag) ? [] : drawRegion(id, image, box);
};

/** Where a region lies after a key. @param affine from the image to the screen, which the key goes by */
export const placeAfterKey = (
  region: ReviewRegion,
  key: Exclude<BoxKey, { readonly type: 'delete' }>,
  size: ImageSize,
  affine: Affine,
): RegionPlace => {
  const { box, angleDegrees } = region;
  switch (key.type) {
    case 'move':
      return { angleDegrees, box: movedBox(box, alongScreen(affine, key.by), size) };
    case 'resize': {
      const by = alongScreen(affine, key.by);
      return {
        angleDegrees,
        box: resizedRotatedBox(box, angleDegrees, lowerRightHandle(affine, region), by, size),
      };
    }
    case 'rotate':
      return rotated(region, isMirrored(affine) ? -key.byDegrees : key.byDegrees);
  }
};
