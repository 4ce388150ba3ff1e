import type { PixelRegion } from '../pixels/index.ts';
import type { ClassedText } from './classedText.ts';
import { rectangleAround } from './rectangle.ts';
import { isRedacted, type RedactionPolicy } from './textClass.ts';

/** Upright text is blanked by its box, oblique text along its line: the box around it would hide more than the text. */
const regionOf = ({ box, quad, angleDegrees }: ClassedText): PixelRegion => {
  if (angleDegrees === 0) return { box: [...box], angleDegrees };
  const { x, y, halfLength, halfHeight } = rectangleAround(quad, (angleDegrees * Math.PI) / 180);
  return { box: [x - halfLength, y - halfHeight, x + halfLength, y + halfHeight], angleDegrees };
};

/** What a policy blanks of the texts of an object, in all its frames. */
export const regionsOf = (texts: readonly ClassedText[], policy: RedactionPolicy): readonly PixelRegion[] =>
  texts.filter(({ textClass }) => isRedacted(textClass, policy)).map(regionOf);
