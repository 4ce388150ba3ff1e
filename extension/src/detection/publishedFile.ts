import { CodedError } from '@pseudonymize-redact/core/errors';
import type { PublishedFile } from '@pseudonymize-redact/core/text-detection';

/**
 * Loads a file that must be what was published: the browser compares the hash, in insecure contexts as well, and keeps the file in its
 * cache.
 * @throws CodedError DETECTION_MODEL_UNAVAILABLE
 */
export const loadPublished = async (file: PublishedFile, folder: URL): Promise<ArrayBuffer> => {
  try {
    const response = await fetch(new URL(file.name, folder), { integrity: file.integrity });
    if (response.ok) return await response.arrayBuffer();
  } catch (cause) {
    throw new CodedError('DETECTION_MODEL_UNAVAILABLE', file.name, { cause });
  }
  throw new CodedError('DETECTION_MODEL_UNAVAILABLE', file.name);
};
