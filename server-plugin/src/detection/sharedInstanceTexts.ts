import { sharedTexts, unitedTexts, type SearchedImage } from '@pseudonymize-redact/core/text-detection';
import type { InstanceTexts } from './searchInstance.ts';

/**
 * Once a series is searched: what one of its instances shows, and pixel by pixel another one too, counts for both of them, whichever
 * of the two it was found in.
 */
export const withSharedTexts = (instances: readonly InstanceTexts[]): readonly InstanceTexts[] => {
  const images = instances.flatMap(({ fingerprint, texts }): SearchedImage[] =>
    fingerprint === null ? [] : [{ fingerprint, texts }],
  );
  return instances.map((instance) => {
    const { fingerprint, texts } = instance;
    if (fingerprint === null) return instance;
    return { ...instance, texts: unitedTexts([...texts, ...sharedTexts(fingerprint, images)], fingerprint) };
  });
};
