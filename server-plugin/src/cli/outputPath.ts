import type { PlannedIdentity } from '@pseudonymize-redact/core/deidentification';
import { copyPath } from '../files/copyPath.ts';

/** Where a copy goes below the output folder: patient, study, series, all by their pseudonyms. */
export const outputPath = (identity: PlannedIdentity): string =>
  copyPath({
    patientID: identity.subject.pseudonym.patientID,
    studyInstanceUID: identity.newStudyInstanceUID,
    seriesInstanceUID: identity.newSeriesInstanceUID,
    sopInstanceUID: identity.newSOPInstanceUID,
  });
