import type { ListedImage } from '../../../../extension/src/store/imageRef.ts';
import type { ReviewRegion } from '../../../../extension/src/store/reviewRegion.ts';
import {
  EMPTY_REVIEW,
  reduceReview,
  type ReviewAction,
  type ReviewState,
} from '../../../../extension/src/store/reviewState.ts';

export const STUDY = '1.1';

/** Series A of three images, series B of one instance with two frames. */
export const IMAGES: readonly ListedImage[] = [
  ['A', '1.2.1', 1],
  ['A', '1.2.2', 1],
  ['A', '1.2.3', 1],
  ['B', '1.3.1', 1],
  ['B', '1.3.1', 2],
].map(([series, sop, frame]) => ({
  studyInstanceUID: STUDY,
  seriesInstanceUID: `9.${series === 'A' ? 1 : 2}`,
  sopInstanceUID: String(sop),
  frame: Number(frame),
  imageId: `${sop}/frames/${frame}`,
  displaySetInstanceUID: `display-${series}`,
}));

export const imageAt = (index: number): ListedImage => {
  const image = IMAGES[index];
  if (image === undefined) throw new Error('no such image');
  return image;
};

export const found = (id: string, index: number, change: Partial<ReviewRegion> = {}): ReviewRegion => {
  const { sopInstanceUID, frame } = imageAt(index);
  return {
    id,
    studyInstanceUID: STUDY,
    scope: { kind: 'frame', sopInstanceUID, frame },
    box: [0, 0, 10, 5],
    angleDegrees: 0,
    source: 'detected',
    textClass: 'unknown',
    decision: 'proposed',
    ...change,
  };
};

export const reduced = (...actions: readonly ReviewAction[]): ReviewState =>
  actions.reduce(reduceReview, { ...EMPTY_REVIEW, images: IMAGES, openedStudies: new Set([STUDY]) });

export const adding = (...regions: readonly ReviewRegion[]): ReviewAction => ({
  type: 'edited',
  changes: regions.map((after) => ({ before: null, after })),
});
