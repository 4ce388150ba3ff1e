import type { Cornerstone, ViewportGridService } from '../ohif.ts';
import { isSameImage, type ListedImage } from '../store/imageRef.ts';
import type { ReviewStore } from '../store/reviewStore.ts';

/** What is used of Cornerstone's StackViewport. */
interface StackNavigation {
  getImageIds(): readonly string[];
  setImageIdIndex(index: number): Promise<unknown>;
}

interface NavigationParts {
  readonly store: ReviewStore;
  readonly cornerstone: Cornerstone;
  readonly viewportGridService: ViewportGridService;
}

/** Shows an image in the active viewport. */
export type ShowImage = (image: ListedImage) => void;

export const imageNavigation = ({ store, cornerstone, viewportGridService }: NavigationParts): ShowImage => {
  const activeViewport = (): StackNavigation | undefined => {
    const id = viewportGridService.getActiveViewportId();
    const enabled = cornerstone.getEnabledElements().find(({ viewport }) => viewport.id === id);
    const viewport = enabled?.viewport as unknown as Partial<StackNavigation> | undefined;
    return viewport?.setImageIdIndex === undefined ? undefined : (viewport as StackNavigation);
  };

  return (image) => {
    if (isSameImage(store.getState().activeImage, image)) return;
    const viewport = activeViewport();
    const index = viewport?.getImageIds().indexOf(image.imageId) ?? -1;
    if (viewport !== undefined && index >= 0) {
      void viewport.setImageIdIndex(index);
      return;
    }
    const viewportId = viewportGridService.getActiveViewportId();
    if (viewportId === null) return;
    const series = store
      .getState()
      .images.filter(({ displaySetInstanceUID }) => displaySetInstanceUID === image.displaySetInstanceUID);
    viewportGridService.setDisplaySetsForViewports([
      {
        viewportId,
        displaySetInstanceUIDs: [image.displaySetInstanceUID],
        viewportOptions: { initialImageOptions: { index: series.indexOf(image), useOnce: true } },
      },
    ]);
  };
};
