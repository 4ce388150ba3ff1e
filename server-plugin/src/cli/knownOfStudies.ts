import {
  knownTogether,
  NOTHING_KNOWN,
  type KnownValues,
  type PatientIdentity,
} from '@pseudonymize-redact/core/deidentification';
import { personOf } from '../pseudonyms/person.ts';

/** What the files of a run tell: of people, places and things by study, and of a patient in all studies. Identifying, in memory only. */
export class KnownOfStudies {
  readonly #defaultIssuer: string;
  readonly #studyOfFile = new Map<string, string>();
  readonly #knownOfStudy = new Map<string, KnownValues>();
  /** By person: one identity for each sex that is told. */
  readonly #identities = new Map<string, Map<string, PatientIdentity>>();

  /** @param defaultIssuer of Patient IDs that name none */
  constructor(defaultIssuer: string) {
    this.#defaultIssuer = defaultIssuer;
  }

  add(path: string, studyInstanceUID: string, known: KnownValues): void {
    this.#studyOfFile.set(path, studyInstanceUID);
    const before = this.#knownOfStudy.get(studyInstanceUID) ?? NOTHING_KNOWN;
    this.#knownOfStudy.set(studyInstanceUID, knownTogether(before, known));
    for (const identity of known.patients.values())
      this.#identitiesOf(identity).set(identity.patientSex, identity);
  }

  /** What the study of a file tells, and what all studies tell of its patients. */
  knownOf(path: string): KnownValues {
    const known = this.#knownOfStudy.get(this.#studyOfFile.get(path) ?? '') ?? NOTHING_KNOWN;
    const identities = [...known.patients.values()].flatMap((identity) => [
      ...this.#identitiesOf(identity).values(),
    ]);
    return {
      ...known,
      patients: new Map(identities.map((identity) => [JSON.stringify(identity), identity])),
    };
  }

  #identitiesOf(identity: PatientIdentity): Map<string, PatientIdentity> {
    const person = JSON.stringify(personOf(identity, this.#defaultIssuer));
    const identities = this.#identities.get(person) ?? new Map<string, PatientIdentity>();
    this.#identities.set(person, identities);
    return identities;
  }
}
