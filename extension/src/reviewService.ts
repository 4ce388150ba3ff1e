import { createBridgeClient, type BridgeClient } from './api/bridgeClient.ts';
import { createDeidentifier, type Deidentifier } from './api/deidentifier.ts';
import { createReviewKeeper } from './api/reviewKeeper.ts';
import { createDetectionClient } from './detection/detectionClient.ts';
import { keepClient } from './detection/keptClient.ts';
import type { HostParameters, ServicesManager } from './ohif.ts';
import { notifyOfJobs } from './jobNotifications.ts';
import { servedFrom } from './servedFrom.ts';
import { reduceDeidentifications, type DeidentificationStore } from './store/deidentificationState.ts';
import type { ImageRef, ListedImage } from './store/imageRef.ts';
import { reduceKeeping, type KeepingStore } from './store/keepingState.ts';
import { createReviewStore, type ReviewStore } from './store/reviewStore.ts';
import { createStore } from './store/store.ts';
import { beginSession, type ReviewSession } from './viewport/reviewSession.ts';
import type { ImageSnippets } from './viewport/imageSnippets.ts';

/** What panels, commands and the mode share: the review of the studies that are open. */
export interface ReviewService {
  readonly store: ReviewStore;
  readonly keeping: KeepingStore;
  readonly deidentifications: DeidentificationStore;
  readonly deidentifier: Deidentifier;
  readonly bridge: BridgeClient;
  /** What the viewer calls the series of a display set. */
  seriesName(displaySetInstanceUID: string): string;
  showImage(image: ListedImage): void;
  readonly snippet: ImageSnippets;
  /** What the header of an image says, as the viewer has it: by keywords. */
  headerOf(image: ImageRef): Readonly<Record<string, unknown>>;
  autoWindow(): void;
  /** Where this viewer shows a study: below the path that it is served at. */
  studyAddress(studyInstanceUID: string): string;
  /** Searches the images, puts boxes above the viewports and keeps the review, until `stop`. */
  start(): void;
  stop(): void;
}

/** The service's name among the host's services. */
const SERVICE_NAME = 'pseudonymizeRedactReviewService';

/** By default the bridge is where this file came from. */
const bridgeOrigin = (configuration: unknown): string => {
  const { bridgeUrl } = (configuration ?? {}) as { readonly bridgeUrl?: string };
  return bridgeUrl ?? servedFrom().origin;
};

const createReviewService = (host: HostParameters): ReviewService => {
  const { displaySetService } = host.servicesManager.services;
  const store = createReviewStore();
  const keeping: KeepingStore = createStore(reduceKeeping, { status: 'kept' });
  const deidentifications: DeidentificationStore = createStore(reduceDeidentifications, new Map());
  const bridge = createBridgeClient(bridgeOrigin(host.configuration));
  const deidentifier = createDeidentifier(deidentifications, bridge);
  notifyOfJobs(deidentifications, host.servicesManager.services.uiNotificationService);
  const kept = keepClient(() =>
    createDetectionClient(new URL('./pseudonymize-redact-worker/worker.js', servedFrom())),
  );
  let session: ReviewSession | null = null;

  return {
    store,
    keeping,
    deidentifications,
    deidentifier,
    bridge,
    seriesName: (displaySetInstanceUID) => {
      const found = displaySetService
        .getActiveDisplaySets()
        .find((displaySet) => displaySet.displaySetInstanceUID === displaySetInstanceUID);
      return [found?.Modality, found?.SeriesDescription].filter(Boolean).join(' ');
    },
    showImage: (image) => session?.showImage(image),
    snippet: (imageId, box) =>
      session?.snippet(imageId, box) ?? Promise.reject(new Error('No review is open.')),
    headerOf: (image) => session?.headerOf(image) ?? {},
    autoWindow: () => session?.autoWindow(),
    studyAddress: (studyInstanceUID) => {
      const { routerBasename } = host.extensionManager.appConfig;
      return `${(routerBasename ?? '').replace(/\/$/, '')}/viewer?StudyInstanceUIDs=${studyInstanceUID}`;
    },
    start: () => {
      session ??= beginSession(host, store, createReviewKeeper(store, keeping, bridge), kept);
    },
    stop: () => {
      session?.end();
      session = null;
    },
  };
};

export const registerReviewService = (host: HostParameters): void =>
  host.servicesManager.registerService({ name: SERVICE_NAME, create: () => createReviewService(host) });

export const reviewServiceOf = ({ services }: ServicesManager): ReviewService =>
  services[SERVICE_NAME] as ReviewService;
