import type { AuditEvent } from '@pseudonymize-redact/core/contract';
import { type Reidentification, type ReidentificationRequest } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import type { AuditStore } from '../audit/auditStore.ts';
import type { ProjectRegistry } from '../projects/projectRegistry.ts';
import type { OutputStore } from '../report/outputStore.ts';
import { matchesOf } from './reidentify.ts';
import type { VaultOf } from './vaults.ts';
import { reidentifierWith } from './reidentifiers.ts';

const FEWEST_CHARACTERS_OF_REASON = 10;
/** Shorter values of a patient stand in sentences by chance. */
const FEWEST_CHARACTERS_OF_VALUE = 3;
/** The codes that this product makes: no original looks like one. */
const OWN_CODE = /^(?:PSN|A|P)-[0-9A-HJKMNP-TV-Z]{13}$/;
const WITHHELD = 'withheld';

export interface ReidentificationParts {
  readonly dataFolder: string;
  readonly projects: ProjectRegistry;
  readonly vaultOf: VaultOf;
  readonly outputs: OutputStore;
  readonly audit: AuditStore;
}

/** Who asks. */
export interface Asker {
  /** Null: none was given. */
  readonly secret: string | null;
  /** As the reverse proxy names the user. */
  readonly actor: string;
  /** Of the request. */
  readonly request: string;
}

type Told = Pick<AuditEvent, 'subject' | 'reason'>;

/**
 * Tells who a pseudonym is: to re-identifiers only, with a reason, and never without an entry in the audit. Attempts that are refused
 * are recorded, too. An original never gets into the audit, not even where somebody asks for one by mistake.
 */
export class ReidentificationService {
  readonly #parts: ReidentificationParts;

  constructor(parts: ReidentificationParts) {
    this.#parts = parts;
  }

  /**
   * @throws CodedError REIDENTIFICATION_REFUSED, REIDENTIFICATION_REASON_MISSING, REIDENTIFICATION_REASON_IDENTIFIES,
   * PSEUDONYM_NOT_FOUND, PROJECT_NOT_FOUND, VAULT_UNREADABLE, KEY_…
   */
  async reidentify(asked: ReidentificationRequest, asker: Asker): Promise<Reidentification> {
    const name = asker.secret === null ? null : reidentifierWith(this.#parts.dataFolder, asker.secret);
    const actor = name === null ? asker.actor : `${name} (${asker.actor})`;
    const told: Told = { subject: this.#told(asked), reason: asked.reason };
    try {
      // Who may not ask learns nothing else, not even which projects there are.
      if (name === null) throw new CodedError('REIDENTIFICATION_REFUSED');
      const matches = await this.#found(asked);
      const { reason } = asked;
      await this.#record(actor, 'done', asked, { subject: asked.pseudonym, reason }, asker.request);
      return { project: asked.project, reidentifier: name, matches: [...matches] };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      const identifies = error.code === 'REIDENTIFICATION_REASON_IDENTIFIES';
      const reason = `${error.code}: ${identifies || name === null ? WITHHELD : asked.reason}`;
      await this.#record(actor, 'refused', asked, { ...told, reason }, asker.request);
      throw error;
    }
  }

  async #found({
    project,
    pseudonym,
    reason,
  }: ReidentificationRequest): Promise<Reidentification['matches']> {
    if (reason.trim().length < FEWEST_CHARACTERS_OF_REASON)
      throw new CodedError('REIDENTIFICATION_REASON_MISSING');
    const { vaultOf, outputs } = this.#parts;
    const matches = await matchesOf(pseudonym, vaultOf(project), (uid) => outputs.studyOf(uid));
    if (matches.length === 0) throw new CodedError('PSEUDONYM_NOT_FOUND');
    const words = matches.flatMap(({ original }) =>
      Object.values(original).flatMap((value) => value?.split(/[\^\s=]+/) ?? []),
    );
    const said = reason.toUpperCase();
    if (words.some((word) => word.length >= FEWEST_CHARACTERS_OF_VALUE && said.includes(word.toUpperCase())))
      throw new CodedError('REIDENTIFICATION_REASON_IDENTIFIES');
    return [...matches];
  }

  /** The pseudonym as it may be recorded before it is found: as it is only where it cannot be an original. */
  #told({ project, pseudonym }: ReidentificationRequest): string {
    if (OWN_CODE.test(pseudonym)) return pseudonym;
    try {
      return `#${this.#parts.projects.hashOf(project, 'audit', pseudonym)}`;
    } catch (error) {
      if (error instanceof CodedError) return WITHHELD;
      throw error;
    }
  }

  #record(
    actor: string,
    outcome: AuditEvent['outcome'],
    { project }: ReidentificationRequest,
    told: Told,
    request: string,
  ): Promise<void> {
    const known = this.#parts.projects.list().some(({ id }) => id === project);
    return this.#parts.audit.add({
      actor,
      action: 'reidentification',
      outcome,
      project: known ? project : null,
      ...told,
      request,
    });
  }
}
