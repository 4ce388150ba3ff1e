import type { PixelRegion } from '../pixels/index.ts';
import type { ClassedText } from './classedText.ts';
import { rectangleOfText } from './rectangle.ts';
import { isRedacted, type RedactionPolicy, type TextClass } from './textClass.ts';

/** A place of text, and what the text tells about a person. */
export interface TextRegion extends PixelRegion {
  readonly textClass: TextClass;
}

/** A line along which a turned region hides much less than the box around it: the detector's small angles are guesses. */
const WORTH_TURNING = 0.5;
/** Its angle is a guess as well: the region is this much higher and longer on each side, as a share of its height. */
const SLACK = 0.15;

/** Text is blanked by the upright box around it, oblique text along its line, where the box would hide far more than the text. */
const regionOf = (text: ClassedText): TextRegion => {
  const { box, angleDegrees, textClass } = text;
  const { x, y, halfLength, halfHeight } = rectangleOfText(text);
  const [length, height] = [halfLength + 2 * SLACK * halfHeight, halfHeight * (1 + 2 * SLACK)];
  const share = (4 * length * height) / ((box[2] - box[0]) * (box[3] - box[1]));
  if (angleDegrees === 0 || share > WORTH_TURNING) return { box: [...box], angleDegrees: 0, textClass };
  return { box: [x - length, y - height, x + length, y + height], angleDegrees, textClass };
};

/** What a policy blanks of the texts of an object, in all its frames. */
export const regionsOf = (texts: readonly ClassedText[], policy: RedactionPolicy): readonly TextRegion[] =>
  texts.filter(({ textClass }) => isRedacted(textClass, policy)).map(regionOf);
