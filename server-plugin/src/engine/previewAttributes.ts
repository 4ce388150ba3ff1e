import { planDeidentification, previewOf, type PreviewRow } from '@pseudonymize-redact/core/deidentification';
import { MemorySource, readPart10 } from '@pseudonymize-redact/core/part10';
import type { EngineProject } from './deidentifyInstance.ts';
import { nodeDeflate } from './nodeDeflate.ts';
import { PRODUCT } from './product.ts';

/**
 * What each attribute of a file becomes, its pixels left as they are. Identifying: in memory only.
 *
 * @throws CodedError as `deidentifyInstance`
 */
export const previewAttributes = (
  bytes: Uint8Array,
  { profile, pseudonyms }: EngineProject,
): readonly PreviewRow[] => {
  const file = readPart10(new MemorySource(bytes), nodeDeflate);
  const pixels = { searched: false, changed: null };
  return previewOf(file, planDeidentification(file, { profile, pseudonyms, pixels, product: PRODUCT }));
};
