import { createHash } from 'node:crypto';
import {
  characterSetOf,
  find,
  tagOfKeyword,
  textOf,
  type ByteSource,
  type Part10File,
} from '@pseudonymize-redact/core/part10';

const CHUNK_BYTES = 2 ** 20;
const YEARS_OF_BAND = 10;
const OLDEST_BAND = 90;

/** What a report counts of a copy; all of it stands in the copy itself. */
export interface CopyFacts {
  /** SHA-256 of the Part 10 file, in hexadecimal. */
  readonly sha256: string;
  /** A pseudonym. */
  readonly patientID: string;
  readonly sex: string;
  /** Ten years, as `40-49`; empty where the copy tells no age. */
  readonly ageBand: string;
  readonly modality: string;
  readonly bodyPart: string;
}

/** In hexadecimal. */
export const sha256Of = (source: ByteSource): string => {
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += CHUNK_BYTES)
    hash.update(source.read(at, Math.min(source.size, at + CHUNK_BYTES)));
  return hash.digest('hex');
};

/** `045Y` → `40-49`; what is not counted in years is an infant's (PS3.5 section 6.2, AS). */
const ageBandOf = (age: string): string => {
  const [, digits, unit] = /^(\d{3})([DWMY])$/.exec(age) ?? [];
  if (digits === undefined) return '';
  const years = unit === 'Y' ? Number(digits) : 0;
  if (years >= OLDEST_BAND) return `${OLDEST_BAND}+`;
  const from = years - (years % YEARS_OF_BAND);
  return `${from}-${from + YEARS_OF_BAND - 1}`;
};

export const copyFactsOf = ({ source, dataset }: Part10File, file: ByteSource): CopyFacts => {
  const characterSet = characterSetOf(source, dataset);
  const value = (keyword: string): string => {
    const tag = tagOfKeyword(keyword);
    const element = tag === undefined ? undefined : find(dataset, tag);
    return element === undefined ? '' : textOf(source, element, characterSet).trim();
  };
  return {
    sha256: sha256Of(file),
    patientID: value('PatientID'),
    sex: value('PatientSex'),
    ageBand: ageBandOf(value('PatientAge')),
    modality: value('Modality'),
    bodyPart: value('BodyPartExamined'),
  };
};
