import { knownTogether, NOTHING_KNOWN, type KnownValues } from '@pseudonymize-redact/core/deidentification';

/** What the files of a run tell of people, places and things, put together by study. Identifying, in memory only. */
export class KnownOfStudies {
  readonly #studyOfFile = new Map<string, string>();
  readonly #knownOfStudy = new Map<string, KnownValues>();

  add(path: string, studyInstanceUID: string, known: KnownValues): void {
    this.#studyOfFile.set(path, studyInstanceUID);
    const before = this.#knownOfStudy.get(studyInstanceUID) ?? NOTHING_KNOWN;
    this.#knownOfStudy.set(studyInstanceUID, knownTogether(before, known));
  }

  /** What the study of a file tells. */
  knownOf(path: string): KnownValues {
    return this.#knownOfStudy.get(this.#studyOfFile.get(path) ?? '') ?? NOTHING_KNOWN;
  }
}
