import { rmSync, writeFileSync } from 'node:fs';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { stringify } from 'csv-stringify/sync';
import { personOf } from '../pseudonyms/person.ts';
import type { DeidentifiedFile } from './deidentifyFile.ts';

type Row = readonly [idOld: string, idNew: string];

/**
 * Who became whom, over all files of a run. Two originals under one pseudonym would be two people merged into one: that stops the
 * run.
 */
export class Mappings {
  readonly #defaultIssuer: string;
  readonly #uids = new Map<string, string>();
  readonly #originalOfUid = new Map<string, string>();
  readonly #patients = new Map<string, Row>();
  readonly #personOfPseudonym = new Map<string, string>();

  /** @param defaultIssuer of Patient IDs that name none */
  constructor(defaultIssuer: string) {
    this.#defaultIssuer = defaultIssuer;
  }

  /** @throws CodedError PSEUDONYM_COLLISION */
  add({ uids, patient }: DeidentifiedFile): void {
    for (const [original, replacement] of uids) {
      if ((this.#originalOfUid.get(replacement) ?? original) !== original)
        throw new CodedError('PSEUDONYM_COLLISION', 'UID');
      this.#originalOfUid.set(replacement, original);
      this.#uids.set(original, replacement);
    }
    const { identity } = patient;
    const person = JSON.stringify(personOf(identity, this.#defaultIssuer));
    if ((this.#personOfPseudonym.get(patient.pseudonym) ?? person) !== person)
      throw new CodedError('PSEUDONYM_COLLISION', 'PatientID');
    this.#personOfPseudonym.set(patient.pseudonym, person);
    this.#patients.set(JSON.stringify([person, identity.patientID]), [identity.patientID, patient.pseudonym]);
  }

  writeUids(path: string): void {
    writeRows(path, [...this.#uids]);
  }

  /** One PatientID under two issuers has a row for each person. */
  writePatients(path: string): void {
    writeRows(path, [...this.#patients.values()]);
  }
}

/** Readable by the owner alone: with it every pseudonym can be undone. */
const writeRows = (path: string, rows: readonly Row[]): void => {
  // The mode of a file that is there already would stay.
  rmSync(path, { force: true });
  writeFileSync(path, stringify([['id_old', 'id_new'], ...rows]), { mode: 0o600 });
};
