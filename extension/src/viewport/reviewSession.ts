import type { ReviewKeeper } from '../api/reviewKeeper.ts';
import { createDetectionClient } from '../detection/detectionClient.ts';
import type { Cornerstone, HostParameters } from '../ohif.ts';
import type { ReviewStore } from '../store/reviewStore.ts';
import { searchInBackground } from './backgroundSearch.ts';
import { searchDisplayed } from './displayedSearch.ts';
import { imageNavigation, type ShowImage } from './imageNavigation.ts';
import { imageSnippets, type ImageSnippets } from './imageSnippets.ts';
import { mountOverlay } from './mountOverlay.tsx';
import { watchStackViews } from './stackView.ts';
import { studyImages } from './studyImages.ts';

/** What runs while the mode is open. */
export interface ReviewSession {
  readonly showImage: ShowImage;
  readonly snippet: ImageSnippets;
  end(): void;
}

interface CornerstoneUtilities {
  getCornerstoneLibraries(): { readonly cornerstone: Cornerstone };
}

const cornerstoneOf = ({ extensionManager }: HostParameters): Cornerstone => {
  const entry = extensionManager.getModuleEntry('@ohif/extension-cornerstone.utilityModule.common');
  if (entry === undefined) throw new Error('The extension needs @ohif/extension-cornerstone.');
  return (entry.exports as CornerstoneUtilities).getCornerstoneLibraries().cornerstone;
};

/** Begins to search the images of the open studies and to show what is found. */
export const beginSession = (
  host: HostParameters,
  store: ReviewStore,
  keeper: ReviewKeeper,
): ReviewSession => {
  const { displaySetService, viewportGridService } = host.servicesManager.services;
  const cornerstone = cornerstoneOf(host);
  const client = createDetectionClient(new URL('./worker.js', import.meta.url));
  const parts = { store, client, metaData: cornerstone.metaData };

  const listImages = (): void => {
    const [dataSource] = host.extensionManager.getActiveDataSource();
    const images = studyImages(displaySetService.getActiveDisplaySets(), dataSource, cornerstone.metaData);
    store.dispatch({ type: 'imagesListed', images });
    for (const study of new Set(images.map(({ studyInstanceUID }) => studyInstanceUID))) keeper.open(study);
  };
  const listening = displaySetService.subscribe(
    displaySetService.EVENTS['DISPLAY_SETS_CHANGED'] ?? '',
    listImages,
  );
  listImages();

  const unwatch = watchStackViews(cornerstone, (view) => {
    const isActive = (): boolean => viewportGridService.getActiveViewportId() === view.viewportId;
    const tellActive = (): void => {
      if (isActive()) store.dispatch({ type: 'imageActivated', image: view.image()?.ref ?? null });
    };
    const activation = viewportGridService.subscribe(
      viewportGridService.EVENTS['ACTIVE_VIEWPORT_ID_CHANGED'] ?? '',
      tellActive,
    );
    const closers = [
      view.onRendered(tellActive),
      searchDisplayed(parts, view),
      mountOverlay(store, view, () => viewportGridService.setActiveViewportId(view.viewportId)),
      () => activation.unsubscribe(),
    ];
    return () => {
      for (const close of closers) close();
    };
  });

  const endBackground = searchInBackground({
    ...parts,
    imageLoader: cornerstone.imageLoader,
    viewedDisplaySets: () =>
      new Set(
        [...viewportGridService.getState().viewports.values()].flatMap(
          ({ displaySetInstanceUIDs }) => displaySetInstanceUIDs ?? [],
        ),
      ),
  });

  return {
    showImage: imageNavigation({ store, cornerstone, viewportGridService }),
    snippet: imageSnippets(cornerstone),
    end: () => {
      endBackground();
      unwatch();
      listening.unsubscribe();
      client.dispose();
      keeper.dispose();
      store.dispatch({ type: 'closed' });
    },
  };
};
