import type { ReviewKeeper } from '../api/reviewKeeper.ts';
import type { KeptClient } from '../detection/keptClient.ts';
import type { Cornerstone, HostParameters } from '../ohif.ts';
import { isSameImage, type ImageRef } from '../store/imageRef.ts';
import type { ReviewStore } from '../store/reviewStore.ts';
import { activeStack } from './activeStack.ts';
import { spreadWindow } from './autoWindow.ts';
import { searchInBackground } from './backgroundSearch.ts';
import { searchDisplayed } from './displayedSearch.ts';
import { imageNavigation, type ShowImage } from './imageNavigation.ts';
import { imageSnippets, type ImageSnippets } from './imageSnippets.ts';
import { mountOverlay } from './mountOverlay.tsx';
import { keepRoomForImages } from './narrowPage.ts';
import { PAGE_STYLE } from './overlayStyle.ts';
import { showSeriesBadges } from './seriesBadges.ts';
import { shareContext } from './sharedContext.ts';
import { watchStackViews } from './stackView.ts';
import { studyImages } from './studyImages.ts';

/** What runs while the mode is open. */
export interface ReviewSession {
  readonly showImage: ShowImage;
  readonly snippet: ImageSnippets;
  headerOf(image: ImageRef): Readonly<Record<string, unknown>>;
  autoWindow(): void;
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

/** What is shown outside of our panel and overlays. @returns what takes it away */
const decoratePage = (store: ReviewStore): (() => void) => {
  const style = document.createElement('style');
  style.textContent = PAGE_STYLE;
  document.head.append(style);
  const endBadges = showSeriesBadges(store);
  const endRoom = keepRoomForImages();
  const unsubscribe = store.subscribe(() =>
    document.body.classList.toggle('pseudonymize-after', store.getState().afterShown),
  );
  return () => {
    endBadges();
    endRoom();
    unsubscribe();
    document.body.classList.remove('pseudonymize-after');
    style.remove();
  };
};

/** Begins to search the images of the open studies and to show what is found. */
export const beginSession = (
  host: HostParameters,
  store: ReviewStore,
  keeper: ReviewKeeper,
  kept: KeptClient,
): ReviewSession => {
  const { displaySetService, viewportGridService } = host.servicesManager.services;
  const cornerstone = cornerstoneOf(host);
  const parts = { store, client: kept.take(), metaData: cornerstone.metaData };

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

  const endContext = shareContext(cornerstone);
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

  const activeViewport = () => activeStack(cornerstone, viewportGridService);
  const endPage = decoratePage(store);
  return {
    showImage: imageNavigation({ store, viewportGridService, activeViewport }),
    snippet: imageSnippets(cornerstone),
    headerOf: (image) => {
      const listed = store.getState().images.find((each) => isSameImage(each, image));
      const header: unknown = listed && cornerstone.metaData.get('instance', listed.imageId);
      return (header ?? {}) as Readonly<Record<string, unknown>>;
    },
    autoWindow: () => spreadWindow(activeViewport()),
    end: () => {
      endPage();
      endBackground();
      unwatch();
      endContext();
      listening.unsubscribe();
      kept.leave();
      keeper.dispose();
      store.dispatch({ type: 'closed' });
    },
  };
};
