import type { DetectedText } from './detectedText.ts';
import { classOf, type ClassingContext, type TextClass } from './textClass.ts';

/** A text that was found, and what it tells about a person. */
export interface ClassedText extends DetectedText {
  readonly textClass: TextClass;
}

const BY_GRAVITY: readonly TextClass[] = ['harmless', 'unknown', 'identifying'];

/** Of two classes the one that is sooner blanked: one place may show different texts in different frames. */
export const graver = (a: TextClass, b: TextClass): TextClass =>
  BY_GRAVITY.indexOf(a) < BY_GRAVITY.indexOf(b) ? b : a;

export const classed = (texts: readonly DetectedText[], context: ClassingContext): readonly ClassedText[] =>
  texts.map((text) => ({ ...text, textClass: classOf(text.reading, context) }));
