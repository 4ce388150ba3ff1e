import { planDeidentification } from '@pseudonymize-redact/core/deidentification';
import {
  characterSetOf,
  find,
  MemorySource,
  readPart10,
  tagOfKeyword,
  textOf,
  type Part10File,
} from '@pseudonymize-redact/core/part10';
import type { EngineProject } from './deidentifyInstance.ts';
import type { IdentityPreview } from './engine.ts';
import { nodeDeflate } from './nodeDeflate.ts';
import { PRODUCT } from './product.ts';

const rootText = (file: Part10File, keyword: string): string => {
  const tag = tagOfKeyword(keyword);
  const element = tag === undefined ? undefined : find(file.dataset, tag);
  return element === undefined ? '' : textOf(file.source, element, characterSetOf(file.source, file.dataset));
};

/**
 * Who the patient of a file is and who its copy will name; also refuses what cannot be de-identified.
 *
 * @throws CodedError as `deidentifyInstance`
 */
export const previewIdentity = (
  bytes: Uint8Array,
  { profile, pseudonyms }: EngineProject,
): IdentityPreview => {
  const file = readPart10(new MemorySource(bytes), nodeDeflate);
  const pixels = { searched: false, changed: null };
  const { identity } = planDeidentification(file, { profile, pseudonyms, pixels, product: PRODUCT });
  const { patientName, patientID } = identity.subject.pseudonym;
  return {
    original: { patientName: rootText(file, 'PatientName'), patientID: rootText(file, 'PatientID') },
    pseudonym: { patientName, patientID },
    copyStudyInstanceUID: identity.newStudyInstanceUID,
  };
};
