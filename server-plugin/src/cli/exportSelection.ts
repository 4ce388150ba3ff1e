import { readFileSync } from 'node:fs';
import { Uid, type ExportRequestInput } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { parse } from 'csv-parse/sync';

export interface SelectionOptions {
  readonly study: readonly string[];
  readonly patientIds?: string;
  readonly csv?: string;
  readonly query?: string;
  readonly all: boolean;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CodedError('INPUT_NOT_FOUND', path, { cause });
  }
};

const linesOf = (path: string): readonly string[] =>
  read(path)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

const STUDY_COLUMN = 'StudyInstanceUID';
const PATIENT_COLUMN = 'PatientID';

/** A CSV with a heading that names StudyInstanceUID or PatientID; other columns are left alone. */
const rowsOf = (path: string): readonly Readonly<Record<string, string>>[] => {
  try {
    return parse<Record<string, string>>(read(path), {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
    });
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw new CodedError('SELECTION_INVALID', path, { cause });
  }
};

/** `Modality=US StudyDate=20240101-20241231` → keyword → value; a value with spaces stands in quotes. */
export const parseQuery = (query: string): Readonly<Record<string, string>> => {
  const pair = /\s*([A-Za-z]+)=("[^"]*"|\S*)/y;
  const pairs: [string, string][] = [];
  while (pair.lastIndex < query.trimEnd().length) {
    const at = pair.lastIndex;
    const [, keyword, value] = pair.exec(query) ?? [];
    if (keyword === undefined || value === undefined)
      throw new CodedError('SELECTION_INVALID', `--query at character ${at + 1}`);
    // Orthanc knows a study's modalities under their own name.
    pairs.push([keyword === 'Modality' ? 'ModalitiesInStudy' : keyword, value.replace(/^"(.*)"$/, '$1')]);
  }
  return Object.fromEntries(pairs);
};

/**
 * Which studies the options name.
 *
 * @throws CodedError INPUT_NOT_FOUND, SELECTION_INVALID
 */
export const selectionOf = (options: SelectionOptions): ExportRequestInput['selection'] => {
  const rows = options.csv === undefined ? [] : rowsOf(options.csv);
  if (rows[0] !== undefined && !(STUDY_COLUMN in rows[0]) && !(PATIENT_COLUMN in rows[0]))
    throw new CodedError('SELECTION_INVALID', `the CSV has no column ${STUDY_COLUMN} or ${PATIENT_COLUMN}`);
  // A row that names the study means that study, not all of the patient's.
  const ofRows = rows.map((row) => row[STUDY_COLUMN] ?? '');
  const studyInstanceUIDs = [...options.study, ...ofRows.filter((uid) => uid !== '')];
  const wrong = studyInstanceUIDs.findIndex((uid) => !Uid.safeParse(uid).success);
  if (wrong >= 0) throw new CodedError('SELECTION_INVALID', `UID number ${wrong + 1}`);
  const patientIDs = [
    ...(options.patientIds === undefined ? [] : linesOf(options.patientIds)),
    ...rows.filter((_, index) => ofRows[index] === '').flatMap((row) => row[PATIENT_COLUMN] || []),
  ];
  const query = options.query === undefined ? (options.all ? {} : null) : parseQuery(options.query);
  if (studyInstanceUIDs.length === 0 && patientIDs.length === 0 && query === null)
    throw new CodedError('SELECTION_INVALID', 'no study is named');
  return { studyInstanceUIDs, patientIDs, query };
};
