import type { Cornerstone, ViewportGridService } from '../ohif.ts';
import type { DecodedImage } from './sourceImage.ts';

/** What is used of Cornerstone's StackViewport. */
export interface StackViewport {
  getImageIds(): readonly string[];
  setImageIdIndex(index: number): Promise<unknown>;
  getCornerstoneImage(): DecodedImage | undefined;
  setProperties(properties: { readonly voiRange: { readonly lower: number; readonly upper: number } }): void;
  render(): void;
}

/** The active viewport, if it shows a stack. */
export const activeStack = (
  cornerstone: Cornerstone,
  viewportGridService: ViewportGridService,
): StackViewport | null => {
  const id = viewportGridService.getActiveViewportId();
  const enabled = cornerstone.getEnabledElements().find(({ viewport }) => viewport.id === id);
  const viewport = enabled?.viewport as unknown as Partial<StackViewport> | undefined;
  return viewport?.setImageIdIndex === undefined ? null : (viewport as StackViewport);
};
