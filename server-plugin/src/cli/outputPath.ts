import { join } from 'node:path';
import type { PlannedIdentity } from '@pseudonymize-redact/core/deidentification';

/** Every file system takes these; pseudonyms and UIDs are made of them. */
const safe = (name: string): string => name.replace(/[^A-Za-z0-9._-]/g, '_') || 'unknown';

/** Where a copy goes below the output folder: patient, study, series, all by their pseudonyms. */
export const outputPath = (identity: PlannedIdentity): string =>
  join(
    safe(identity.subject.pseudonym.patientID),
    safe(identity.newStudyInstanceUID),
    safe(identity.newSeriesInstanceUID),
    `${safe(identity.newSOPInstanceUID)}.dcm`,
  );
