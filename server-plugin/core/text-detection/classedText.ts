import type { DetectedText } from './detectedText.ts';
import { classOf, type ClassingContext, type TextClass } from './textClass.ts';

/** A text that was found, and what it tells about a person. */
export interface ClassedText extends DetectedText {
  readonly textClass: TextClass;
}

export const classed = (texts: readonly DetectedText[], context: ClassingContext): readonly ClassedText[] =>
  texts.map((text) => ({ ...text, textClass: classOf(text.reading, context) }));
