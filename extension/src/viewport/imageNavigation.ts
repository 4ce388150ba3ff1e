import type { ViewportGridService } from '../ohif.ts';
import { isSameImage, type ListedImage } from '../store/imageRef.ts';
import type { ReviewStore } from '../store/reviewStore.ts';
import type { StackViewport } from './activeStack.ts';

interface NavigationParts {
  readonly store: ReviewStore;
  readonly viewportGridService: ViewportGridService;
  readonly activeViewport: () => StackViewport | null;
}

/** Shows an image in the active viewport. */
export type ShowImage = (image: ListedImage) => void;

export const imageNavigation =
  ({ store, viewportGridService, activeViewport }: NavigationParts): ShowImage =>
  (image) => {
    if (isSameImage(store.getState().activeImage, image)) return;
    const viewport = activeViewport();
    const index = viewport?.getImageIds().indexOf(image.imageId) ?? -1;
    if (viewport !== null && index >= 0) {
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
        viewportOptions: {
          viewportType: 'stack',
          initialImageOptions: { index: Math.max(0, series.indexOf(image)), useOnce: true },
        },
      },
    ]);
  };
