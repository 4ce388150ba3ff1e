import type { Fill } from '../contract/index.ts';
import type { Part10File } from '../part10/index.ts';
import { overlayBits } from './embeddedOverlay.ts';
import { fillRule, type FillRule } from './fill.ts';
import type { ImagePixel } from './imagePixel.ts';
import type { FrameRedaction } from './redactFrame.ts';
import type { RowSpan } from './rowSpans.ts';

/** What is to be done to each frame of a file, 0-based. */
export class Redactions {
  readonly #file: Part10File;
  readonly #spans: ReadonlyMap<number, readonly RowSpan[]>;
  readonly #overlays: readonly number[];
  readonly #fill: Fill;
  #rule: FillRule | undefined;

  /** `overlays`: bit positions of overlay planes, which are in all frames. */
  constructor(
    file: Part10File,
    spans: ReadonlyMap<number, readonly RowSpan[]>,
    overlays: readonly number[],
    fill: Fill,
  ) {
    this.#file = file;
    this.#spans = spans;
    this.#overlays = overlays;
    this.#fill = fill;
  }

  touch(frame: number): boolean {
    return this.#overlays.length > 0 || this.#spans.has(frame);
  }

  /** 1-based, ascending. */
  framesOf({ numberOfFrames }: ImagePixel): readonly number[] {
    const frames = Array.from({ length: numberOfFrames }, (_, index) => index + 1);
    return this.#overlays.length > 0 ? frames : frames.filter((frame) => this.touch(frame - 1));
  }

  /**
   * `imagePixel`: that of the uncompressed frame, the same for all frames of a file.
   *
   * @throws CodedError PIXELS_FILL_INVALID, PIXELS_ATTRIBUTE_INVALID (a palette)
   */
  of(frame: number, imagePixel: ImagePixel): FrameRedaction {
    this.#rule ??= fillRule(this.#file, imagePixel, this.#fill);
    return {
      spans: this.#spans.get(frame) ?? [],
      fill: this.#rule,
      overlayBits: overlayBits(this.#overlays, imagePixel),
    };
  }
}
