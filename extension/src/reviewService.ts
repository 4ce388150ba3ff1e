import { createBridgeClient, type BridgeClient } from './api/bridgeClient.ts';
import { createDeidentifier, type Deidentifier } from './api/deidentifier.ts';
import { createDetectionClient } from './detection/detectionClient.ts';
import type { Cornerstone, HostParameters, ServicesManager } from './ohif.ts';
import { reduceDeidentifications, type DeidentificationStore } from './store/deidentificationState.ts';
import { createReviewStore, type ReviewStore } from './store/reviewStore.ts';
import { createStore } from './store/store.ts';
import { searchDisplayed } from './viewport/displayedSearch.ts';
import { mountOverlay } from './viewport/mountOverlay.tsx';
import { watchStackViews } from './viewport/stackView.ts';
import { studyImages } from './viewport/studyImages.ts';

/** What panels, commands and the mode share: the review of the studies that are open. */
export interface ReviewService {
  readonly store: ReviewStore;
  readonly deidentifications: DeidentificationStore;
  readonly deidentifier: Deidentifier;
  readonly bridge: BridgeClient;
  /** Searches what the viewports show and puts boxes above them, until `stop`. */
  start(): void;
  stop(): void;
}

/** The service's name among the host's services. */
const SERVICE_NAME = 'pseudonymizeRedactReviewService';

interface CornerstoneUtilities {
  getCornerstoneLibraries(): { readonly cornerstone: Cornerstone };
}

const cornerstoneOf = ({ extensionManager }: HostParameters): Cornerstone => {
  const entry = extensionManager.getModuleEntry('@ohif/extension-cornerstone.utilityModule.common');
  if (entry === undefined) throw new Error('The extension needs @ohif/extension-cornerstone.');
  return (entry.exports as CornerstoneUtilities).getCornerstoneLibraries().cornerstone;
};

/** By default the bridge is where this file came from. */
const bridgeOrigin = (configuration: unknown): string => {
  const { bridgeUrl } = (configuration ?? {}) as { readonly bridgeUrl?: string };
  return bridgeUrl ?? new URL(import.meta.url).origin;
};

const createReviewService = (host: HostParameters): ReviewService => {
  const { displaySetService, viewportGridService } = host.servicesManager.services;
  const store = createReviewStore();
  const deidentifications: DeidentificationStore = createStore(reduceDeidentifications, new Map());
  const bridge = createBridgeClient(bridgeOrigin(host.configuration));
  const deidentifier = createDeidentifier(deidentifications, bridge);
  let end: (() => void) | null = null;

  const begin = (): (() => void) => {
    const cornerstone = cornerstoneOf(host);
    const client = createDetectionClient(new URL('./worker.js', import.meta.url));

    const listImages = (): void => {
      const [dataSource] = host.extensionManager.getActiveDataSource();
      const images = studyImages(displaySetService.getActiveDisplaySets(), dataSource, cornerstone.metaData);
      store.dispatch({ type: 'imagesListed', images });
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
        searchDisplayed(store, client, view),
        mountOverlay(store, view, () => viewportGridService.setActiveViewportId(view.viewportId)),
        () => activation.unsubscribe(),
      ];
      return () => {
        for (const close of closers) close();
      };
    });

    return () => {
      unwatch();
      listening.unsubscribe();
      client.dispose();
      deidentifier.dispose();
      store.dispatch({ type: 'closed' });
    };
  };

  return {
    store,
    deidentifications,
    deidentifier,
    bridge,
    start: () => {
      end ??= begin();
    },
    stop: () => {
      end?.();
      end = null;
    },
  };
};

export const registerReviewService = (host: HostParameters): void =>
  host.servicesManager.registerService({ name: SERVICE_NAME, create: () => createReviewService(host) });

export const reviewServiceOf = ({ services }: ServicesManager): ReviewService =>
  services[SERVICE_NAME] as ReviewService;
