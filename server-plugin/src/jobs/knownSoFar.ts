import { knownBeyond, knownTogether, type KnownValues } from '@pseudonymize-redact/core/deidentification';
import type { OrthancId } from '../orthanc/orthancClient.ts';

/**
 * What is known of a study while its objects are read one after the other: an object that tells something new makes those behind that
 * were de-identified without it. Identifying, in memory only.
 */
export class KnownSoFar {
  #known: KnownValues;
  readonly #usedFor = new Map<OrthancId, KnownValues>();

  constructor(known: KnownValues) {
    this.#known = known;
  }

  /** What is known now, to de-identify an object with. */
  useFor(original: OrthancId): KnownValues {
    this.#usedFor.set(original, this.#known);
    return this.#known;
  }

  /** @param told null: nothing new */
  add(told: KnownValues | null): void {
    if (told !== null && knownBeyond(told, this.#known) !== null)
      this.#known = knownTogether(this.#known, told);
  }

  isBehind(original: OrthancId): boolean {
    return this.#usedFor.get(original) !== this.#known;
  }
}
