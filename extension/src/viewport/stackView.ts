import type { Cornerstone } from '../ohif.ts';
import type { ImageRef } from '../store/imageRef.ts';
import type { ImageSize } from './boxEditing.ts';
import { imageIdentity } from './imageIdentity.ts';
import { imageToCanvas, type Affine } from './imageToCanvas.ts';
import type { DecodedImage } from './sourceImage.ts';

/** The image that a viewport shows right now. */
export interface ViewedImage {
  readonly ref: ImageRef;
  readonly imageId: string;
  readonly size: ImageSize;
  readonly decoded: DecodedImage;
}

/** One viewport of the host that shows a stack of images. */
export interface StackView {
  readonly viewportId: string;
  readonly element: HTMLElement;
  image(): ViewedImage | null;
  /** What the viewer draws on, off the screen; null where it draws without WebGL. */
  drawnOn(): HTMLCanvasElement | null;
  /** From image pixels to CSS pixels of `element`; null while nothing is shown. */
  imageToCanvas(): Affine | null;
  /** Calls after every rendering: of another image, another zoom, another size. */
  onRendered(listener: () => void): () => void;
}

// After the canvas is drawn, so that what lies above it moves in the same frame.
const IMAGE_RENDERED = 'CORNERSTONE_IMAGE_RENDERED';
const STACK = 'stack';
const ELEMENT_ENABLED = 'CORNERSTONE_ELEMENT_ENABLED';
const ELEMENT_DISABLED = 'CORNERSTONE_ELEMENT_DISABLED';

type Point3 = [number, number, number];

/** What is used of Cornerstone's StackViewport; its own types promise things that are not there before the first image. */
interface StackViewport {
  readonly id: string;
  getCornerstoneImage(): (DecodedImage & { readonly imageId: string }) | undefined;
  getImageData(): { readonly imageData: { indexToWorld(index: Point3): Point3 } } | undefined;
  worldToCanvas(world: Point3): [number, number];
}

/** What is used of Cornerstone's RenderingEngine; that of older viewers has less. */
interface RenderingEngine {
  getOffscreenMultiRenderWindow?(viewportId: string): {
    getOpenGLRenderWindow(): { getCanvas(): HTMLCanvasElement | null };
  };
}

const stackView = (
  cornerstone: Cornerstone,
  element: HTMLDivElement,
  viewport: StackViewport,
): StackView => ({
  viewportId: viewport.id,
  element,
  image: () => {
    const decoded = viewport.getCornerstoneImage();
    const ref = decoded && imageIdentity(cornerstone.metaData, decoded.imageId);
    if (!ref) return null;
    const { imageId, rows, columns } = decoded;
    return { ref, imageId, size: { rows, columns }, decoded };
  },
  drawnOn: () => {
    if (cornerstone.getShouldUseCPURendering()) return null;
    const engine: RenderingEngine | undefined = cornerstone.getEnabledElement(element)?.renderingEngine;
    return engine?.getOffscreenMultiRenderWindow?.(viewport.id).getOpenGLRenderWindow().getCanvas() ?? null;
  },
  imageToCanvas: () => {
    const shown = viewport.getImageData();
    if (shown === undefined) return null;
    return imageToCanvas({
      indexToWorld: (index) => shown.imageData.indexToWorld(index),
      worldToCanvas: (world) => viewport.worldToCanvas(world),
    });
  },
  onRendered: (listener) => {
    element.addEventListener(IMAGE_RENDERED, listener);
    return () => element.removeEventListener(IMAGE_RENDERED, listener);
  },
});

/**
 * Calls `open` for every stack viewport that is there or comes, and what it returned once the viewport goes.
 *
 * @returns what ends the watch, as if all viewports went
 */
export const watchStackViews = (
  cornerstone: Cornerstone,
  open: (view: StackView) => () => void,
): (() => void) => {
  const closers = new Map<HTMLElement, () => void>();

  const close = (element: HTMLElement): void => {
    closers.get(element)?.();
    closers.delete(element);
  };
  const enabled = (element: HTMLDivElement): void => {
    const viewport = cornerstone.getEnabledElement(element)?.viewport;
    if (closers.has(element) || String(viewport?.type) !== STACK) return;
    closers.set(element, open(stackView(cornerstone, element, viewport as unknown as StackViewport)));
  };
  const onEnabled = (event: Event): void =>
    enabled((event as CustomEvent<{ element: HTMLDivElement }>).detail.element);
  const onDisabled = (event: Event): void =>
    close((event as CustomEvent<{ element: HTMLDivElement }>).detail.element);

  for (const { viewport } of cornerstone.getEnabledElements()) enabled(viewport.element);
  cornerstone.eventTarget.addEventListener(ELEMENT_ENABLED, onEnabled);
  cornerstone.eventTarget.addEventListener(ELEMENT_DISABLED, onDisabled);
  return () => {
    cornerstone.eventTarget.removeEventListener(ELEMENT_ENABLED, onEnabled);
    cornerstone.eventTarget.removeEventListener(ELEMENT_DISABLED, onDisabled);
    for (const element of [...closers.keys()]) close(element);
  };
};
