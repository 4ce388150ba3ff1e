import { previewOf, type PreviewRow } from '@pseudonymize-redact/core/deidentification';
import { readPart10, type ByteSource } from '@pseudonymize-redact/core/part10';
import type { EngineProject } from './deidentifyInstance.ts';
import { nodeDeflate } from './nodeDeflate.ts';
import { PIXELS_LEFT_OUT, planFor } from './planFor.ts';

/**
 * What each attribute of a file becomes, its pixels left as they are. Identifying: in memory only.
 *
 * @throws CodedError as `deidentifyInstance`
 */
export const previewAttributes = (source: ByteSource, project: EngineProject): readonly PreviewRow[] => {
  const file = readPart10(source, nodeDeflate);
  return previewOf(file, planFor(file, project, PIXELS_LEFT_OUT));
};
