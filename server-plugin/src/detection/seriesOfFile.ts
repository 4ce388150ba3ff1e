import {
  DEFAULT_CHARACTER_SET,
  find,
  readPart10,
  tagOfKeyword,
  textOf,
} from '@pseudonymize-redact/core/part10';
import { nodeDeflate } from '../engine/nodeDeflate.ts';
import { FileSource } from '../files/fileSource.ts';

/** Series Instance UID (0020,000E); '' where there is none. @throws CodedError PART10_… */
export const seriesOfFile = (path: string): string => {
  const source = new FileSource(path);
  try {
    const { dataset } = readPart10(source, nodeDeflate);
    const tag = tagOfKeyword('SeriesInstanceUID');
    const element = tag === undefined ? undefined : find(dataset, tag);
    return element === undefined ? '' : textOf(source, element, DEFAULT_CHARACTER_SET);
  } finally {
    source.close();
  }
};
