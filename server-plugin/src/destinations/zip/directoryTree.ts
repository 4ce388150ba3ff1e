import { CodedError } from '@pseudonymize-redact/core/errors';
import {
  DEFAULT_CHARACTER_SET,
  find,
  TAG,
  tagOfKeyword,
  textOf,
  type NewElement,
  type Part10File,
} from '@pseudonymize-redact/core/part10';
import { keysOf } from './recordElements.ts';
import { PATIENT, recordTypeOf, SERIES, STUDY, type RecordType } from './recordTypes.ts';

/** A file that a record is of. */
export interface ReferencedFile {
  /** Components of the File ID: up to eight, each of up to eight capital letters and digits (PS3.10 section 8.2). */
  readonly fileId: readonly string[];
  readonly sopClassUID: string;
  readonly sopInstanceUID: string;
  readonly transferSyntaxUID: string;
}

/** A Directory Record (PS3.3 section F.3.2.2) with those below it. */
export interface DirectoryRecord {
  readonly type: string;
  /** Among its siblings, from 1. */
  readonly place: number;
  readonly keys: readonly NewElement[];
  readonly file: ReferencedFile | null;
  readonly children: Map<string, DirectoryRecord>;
}

const DIGITS = 7;
/** All files lie below one folder, beside the DICOMDIR. */
const FOLDER = 'DICOM';

const component = (letter: string, place: number): string => letter + String(place).padStart(DIGITS, '0');

const valueIn = ({ source, dataset }: Part10File, keyword: string): string => {
  const element = find(dataset, tagOfKeyword(keyword) ?? 0);
  return element === undefined ? '' : textOf(source, element, DEFAULT_CHARACTER_SET);
};

/** The record of a file's patient, study or series. */
const branch = (
  siblings: Map<string, DirectoryRecord>,
  file: Part10File,
  type: RecordType,
  keyword: string,
): DirectoryRecord => {
  const value = valueIn(file, keyword);
  const known = siblings.get(value);
  if (known !== undefined) return known;
  const place = siblings.size + 1;
  const record = { type: type.name, place, keys: keysOf(file, type, place), file: null, children: new Map() };
  siblings.set(value, record);
  return record;
};

/** The records of a file-set, which grows file by file. */
export class DirectoryTree {
  readonly root = new Map<string, DirectoryRecord>();

  /**
   * Adds a copy.
   *
   * @returns the File ID that it gets; null where the file-set has that SOP Instance already
   */
  add(file: Part10File): readonly string[] | null {
    const patient = branch(this.root, file, PATIENT, 'PatientID');
    const study = branch(patient.children, file, STUDY, 'StudyInstanceUID');
    const series = branch(study.children, file, SERIES, 'SeriesInstanceUID');
    const sopInstanceUID = valueIn(file, 'SOPInstanceUID');
    if (series.children.has(sopInstanceUID)) return null;
    const place = series.children.size + 1;
    const fileId = [
      FOLDER,
      component('P', patient.place),
      component('S', study.place),
      component('E', series.place),
      component('I', place),
    ];
    const sopClassUID = valueIn(file, 'SOPClassUID');
    const syntax = find(file.meta, TAG.TransferSyntaxUID);
    if (syntax === undefined) throw new CodedError('COPY_NOT_VERIFIED', 'TransferSyntaxUID');
    const type = recordTypeOf(sopClassUID);
    series.children.set(sopInstanceUID, {
      type: type.name,
      place,
      keys: keysOf(file, type, place),
      file: {
        fileId,
        sopClassUID,
        sopInstanceUID,
        transferSyntaxUID: textOf(file.source, syntax, DEFAULT_CHARACTER_SET),
      },
      children: new Map(),
    });
    return fileId;
  }
}
