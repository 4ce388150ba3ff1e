import { join } from 'node:path';

/** Of a copy: all pseudonyms. */
export interface CopyNames {
  readonly patientID: string;
  readonly studyInstanceUID: string;
  readonly seriesInstanceUID: string;
  readonly sopInstanceUID: string;
}

/** Every file system takes these; pseudonyms and UIDs are made of them. */
export const fileName = (name: string): string => {
  // A dot at the beginning hides a file.
  const safe = name.replace(/[^A-Za-z0-9._-]/g, '_').replace(/^\.+/, '_');
  return safe === '' ? 'unknown' : safe;
};

/** Where a copy goes below a folder: patient, study, series. */
export const copyPath = ({
  patientID,
  studyInstanceUID,
  seriesInstanceUID,
  sopInstanceUID,
}: CopyNames): string =>
  join(
    fileName(patientID),
    fileName(studyInstanceUID),
    fileName(seriesInstanceUID),
    `${fileName(sopInstanceUID)}.dcm`,
  );
