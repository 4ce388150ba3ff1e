import type { Point } from '@pseudonymize-redact/core/text-detection';
import type { RegionPlace } from '../store/edits.ts';
import { BOX_HANDLES, handlePoint, turned, type BoxHandle } from './boxEditing.ts';
import { applyAffine, type Affine } from './imageToCanvas.ts';

/**
 * A direction of the screen as a step of as many image pixels along the axis of the image that lies nearest to it: in a view that is
 * rotated or flipped, an arrow key moves a box where the arrow points.
 */
export const alongScreen = ([a, b, c, d]: Affine, [dx, dy]: Point): Point => {
  const [alongX, alongY] = [(a * dx + b * dy) / Math.hypot(a, b), (c * dx + d * dy) / Math.hypot(c, d)];
  const step = Math.hypot(dx, dy);
  return Math.abs(alongX) >= Math.abs(alongY) ? [Math.sign(alongX) * step, 0] : [0, Math.sign(alongY) * step];
};

/** Whether what turns clockwise on the image turns anticlockwise on the screen. */
export const isMirrored = ([a, b, c, d]: Affine): boolean => a * d - b * c < 0;

/** The corner of a box that is at the lower right of the screen. */
export const lowerRightHandle = (affine: Affine, { box, angleDegrees }: RegionPlace): BoxHandle => {
  const [centreX, centreY] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const reach = (handle: BoxHandle): number => {
    const [x, y] = handlePoint(box, handle);
    const [offsetX, offsetY] = turned([x - centreX, y - centreY], angleDegrees);
    const [screenX, screenY] = applyAffine(affine, [centreX + offsetX, centreY + offsetY]);
    return screenX + screenY;
  };
  const corners = BOX_HANDLES.filter(({ x, y }) => x !== 0 && y !== 0);
  return corners.reduce((best, handle) => (reach(handle) > reach(best) ? handle : best));
};
