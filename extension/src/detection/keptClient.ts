import type { DetectionClient } from './detectionClient.ts';

/** How long the worker outlives a study. Its memory is that of the largest image that it has searched, and not for good. */
export const KEPT_MS = 60_000;

export interface KeptClient {
  /** For a study that is opened. */
  take(): DetectionClient;
  /** When the study is closed: what its images have shown is forgotten. */
  leave(): void;
}

/** Keeps the client for studies that are opened one after the other, so that models are loaded for the first of them only. */
export const keepClient = (create: () => DetectionClient): KeptClient => {
  let client: DetectionClient | null = null;
  let ending: ReturnType<typeof setTimeout> | undefined;
  return {
    take: () => {
      clearTimeout(ending);
      if (client === null || client.hasEnded()) client = create();
      return client;
    },
    leave: () => {
      client?.forget();
      ending = setTimeout(() => client?.dispose(), KEPT_MS);
    },
  };
};
