import {
  DEFAULT_CHARACTER_SET,
  find,
  MemorySource,
  readPart10,
  textOf,
  type Dataset,
  type Tag,
} from '@pseudonymize-redact/core/part10';
import { nodeDeflate } from '../../engine/nodeDeflate.ts';

const DIRECTORY_RECORD_SEQUENCE: Tag = 0x00041220;
const DIRECTORY_RECORD_TYPE: Tag = 0x00041430;
const REFERENCED_FILE_ID: Tag = 0x00041500;
const REFERENCED_SOP_INSTANCE_UID: Tag = 0x00041511;
const STUDY_INSTANCE_UID: Tag = 0x0020000d;
const SERIES_INSTANCE_UID: Tag = 0x0020000e;

/** A file that a directory lists. */
export interface ListedCopy {
  readonly studyInstanceUID: string;
  readonly seriesInstanceUID: string;
  readonly sopInstanceUID: string;
  /** With `/` between the components of its File ID. */
  readonly path: string;
}

/**
 * What a DICOMDIR lists, whose records are in the order in which `dicomdirOf` writes them: children after their parent.
 *
 * @throws CodedError PART10_…
 */
export const listedIn = (directory: Uint8Array): readonly ListedCopy[] => {
  const { source, dataset } = readPart10(new MemorySource(directory), nodeDeflate);
  const valueIn = (record: Dataset, tag: Tag): string => {
    const element = find(record, tag);
    return element === undefined ? '' : textOf(source, element, DEFAULT_CHARACTER_SET);
  };
  let studyInstanceUID = '';
  let seriesInstanceUID = '';
  const copies: ListedCopy[] = [];
  for (const { dataset: record } of find(dataset, DIRECTORY_RECORD_SEQUENCE)?.items ?? []) {
    const type = valueIn(record, DIRECTORY_RECORD_TYPE);
    if (type === 'STUDY') studyInstanceUID = valueIn(record, STUDY_INSTANCE_UID);
    if (type === 'SERIES') seriesInstanceUID = valueIn(record, SERIES_INSTANCE_UID);
    const fileId = valueIn(record, REFERENCED_FILE_ID);
    const sopInstanceUID = valueIn(record, REFERENCED_SOP_INSTANCE_UID);
    if (fileId !== '')
      copies.push({
        studyInstanceUID,
        seriesInstanceUID,
        sopInstanceUID,
        path: fileId.replaceAll('\\', '/'),
      });
  }
  return copies;
};
