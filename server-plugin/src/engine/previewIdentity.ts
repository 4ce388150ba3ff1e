import {
  characterSetOf,
  find,
  readPart10,
  tagOfKeyword,
  textOf,
  type ByteSource,
  type Part10File,
} from '@pseudonymize-redact/core/part10';
import type { EngineProject } from './deidentifyInstance.ts';
import type { IdentityPreview } from './engine.ts';
import { nodeDeflate } from './nodeDeflate.ts';
import { PIXELS_LEFT_OUT, planFor } from './planFor.ts';

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
export const previewIdentity = (source: ByteSource, project: EngineProject): IdentityPreview => {
  const file = readPart10(source, nodeDeflate);
  const { identity } = planFor(file, project, PIXELS_LEFT_OUT);
  const { patientName, patientID } = identity.subject.pseudonym;
  return {
    original: { patientName: rootText(file, 'PatientName'), patientID: rootText(file, 'PatientID') },
    pseudonym: { patientName, patientID },
    copyStudyInstanceUID: identity.newStudyInstanceUID,
  };
};
