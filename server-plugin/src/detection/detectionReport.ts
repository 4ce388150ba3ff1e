import type { PixelBox, Point, TextClass } from '@pseudonymize-redact/core/text-detection';
import type { InstanceTexts } from './searchInstance.ts';

/** One frame, as `detect --json` writes it. */
export interface FrameReport {
  readonly file: string;
  /** 1-based. */
  readonly frame: number;
  /** False where the frame was compared with searched ones and shows nothing but what they show. */
  readonly searched: boolean;
  /** How the frame is covered: searched whole; searched where it equals no searched frame; equal to searched frames in all its parts. */
  readonly coverage: 'whole' | 'changed' | 'equal';
  readonly boxes: readonly {
    /** Image pixels, edge coordinates. */
    readonly box: PixelBox;
    readonly quad: readonly Point[];
    readonly text: string;
    readonly class: TextClass;
    /** 0 to 1. */
    readonly confidence: number;
    /** Read so badly that it may be anatomy. */
    readonly doubtful: boolean;
  }[];
}

/** Every frame of a file: each may show any text of the clip. */
export const frameReportsOf = ({
  path,
  texts: { texts, frames, searchedFrames, partlySearchedFrames },
}: {
  readonly path: string;
  readonly texts: InstanceTexts;
}): readonly FrameReport[] => {
  const boxes = texts.map(({ box, quad, reading, textClass, confidence, isDoubtful }) => ({
    box,
    quad,
    text: reading?.text ?? '',
    class: textClass,
    confidence,
    doubtful: isDoubtful,
  }));
  const [searched, partly] = [new Set(searchedFrames), new Set(partlySearchedFrames)];
  return Array.from({ length: frames }, (_, index) => ({
    file: path,
    frame: index + 1,
    searched: searched.has(index + 1),
    coverage: partly.has(index + 1) ? 'changed' : searched.has(index + 1) ? 'whole' : 'equal',
    boxes,
  }));
};
