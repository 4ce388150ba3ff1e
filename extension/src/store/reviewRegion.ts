import type { PixelBox, TextClass } from '@pseudonymize-redact/core/text-detection';
import { imageKey, type ImageRef } from './imageRef.ts';

/** Where a region applies: one frame, every frame of a SOP Instance, or every image of a series. */
export type RegionScope =
  | { readonly kind: 'frame'; readonly sopInstanceUID: string; readonly frame: number }
  | { readonly kind: 'instance'; readonly sopInstanceUID: string }
  | { readonly kind: 'series'; readonly seriesInstanceUID: string };

export type RegionSource = 'detected' | 'drawn';
/** `proposed`: nobody has judged it. `rejected`: a person said that its pixels shall stay. */
export type RegionDecision = 'proposed' | 'accepted' | 'rejected';

/** A place that is, or was, to be blanked, as the reviewer sees it. */
export interface ReviewRegion {
  readonly id: string;
  readonly studyInstanceUID: string;
  readonly scope: RegionScope;
  /** In image pixels, edge coordinates. */
  readonly box: PixelBox;
  /** Rotation of the box about its centre, clockwise as seen on the image, −180 to 180. */
  readonly angleDegrees: number;
  readonly source: RegionSource;
  readonly textClass: TextClass;
  readonly decision: RegionDecision;
}

/** Fail closed: what nobody rejected is blanked, unless it was only proposed and is known to be harmless. */
export const isToBeRedacted = ({ decision, textClass }: ReviewRegion): boolean =>
  decision === 'accepted' || (decision === 'proposed' && textClass !== 'harmless');

export const frameScope = ({ sopInstanceUID, frame }: ImageRef): RegionScope => ({
  kind: 'frame',
  sopInstanceUID,
  frame,
});

/** The key under which regions of one scope are kept. */
export const scopeKey = (scope: RegionScope): string => {
  switch (scope.kind) {
    case 'frame':
      return imageKey(scope);
    case 'instance':
      return scope.sopInstanceUID;
    case 'series':
      return `series ${scope.seriesInstanceUID}`;
  }
};

/** The keys of all scopes that an image lies in. */
export const scopeKeysOf = (image: ImageRef): readonly string[] => [
  imageKey(image),
  image.sopInstanceUID,
  `series ${image.seriesInstanceUID}`,
];
