import type { ClassedText } from './classedText.ts';
import { mergeTexts } from './mergeTexts.ts';
import { boxInside, cornersOf, rectangleOfText } from './rectangle.ts';
import type { SourceImage } from './sourceImage.ts';
import { graver } from './textClass.ts';

/** One list of the texts of several frames or images: the same text in several of them becomes one, of the gravest class. */
export const unitedTexts = (
  texts: readonly ClassedText[],
  { columns, rows }: Pick<SourceImage, 'columns' | 'rows'>,
): readonly ClassedText[] => {
  const findings = texts.map((text) => ({
    rectangle: rectangleOfText(text),
    confidence: text.confidence,
    text,
  }));
  const merged = mergeTexts(findings, (larger, smaller) => {
    const textClass = graver(larger.text.textClass, smaller.text.textClass);
    if (textClass === larger.text.textClass) return larger;
    return { ...larger, text: { ...larger.text, reading: smaller.text.reading, textClass } };
  });
  return merged.flatMap(({ rectangle, confidence, text }) => {
    const box = boxInside(rectangle, columns, rows);
    return box === null ? [] : [{ ...text, box, quad: cornersOf(rectangle), confidence }];
  });
};
