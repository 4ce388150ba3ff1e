import type { PatientPseudonym } from '@pseudonymize-redact/core/deidentification';
import type { Person } from '../pseudonyms/person.ts';

/** Who has which pseudonym, as a vault keeps it. */
export interface People {
  /**
   * The pseudonym of a person; whoever has none gets the proposed one. Of several who ask at once, in any process, all are told the same.
   *
   * @throws CodedError PSEUDONYM_COLLISION where the pseudonym is another person's; VAULT_UNREADABLE
   */
  pseudonymOf(person: Person, proposed: PatientPseudonym): Promise<PatientPseudonym>;
}
