import type { ReviewEntry } from '@pseudonymize-redact/core/contract';
import { CodedError } from '@pseudonymize-redact/core/errors';
import { forEachConcurrently } from '../jobs/concurrency.ts';
import type { OrthancClient, OrthancId } from '../orthanc/orthancClient.ts';
import type { ReviewRow, ReviewStore } from './reviewStore.ts';

const CONCURRENCY = 8;

type Scope = ReviewEntry['scope'];

/** What is asked of Orthanc. */
export type ReviewedStudies = Pick<OrthancClient, 'findStudy' | 'seriesOf' | 'instancesOf' | 'contentOf'>;

/** The identifiers of a study's series and instances, both ways. */
interface StudyScopes {
  readonly study: OrthancId;
  readonly idOf: (scope: Scope) => OrthancId | undefined;
  readonly scopeOf: (id: OrthancId) => Scope | undefined;
}

/**
 * Keeps what was found and decided in the images of a study, so that a review goes on after a reload, or at a colleague's. A review
 * holds for the bytes that were reviewed: where an instance has been replaced in Orthanc by another, its review is forgotten.
 */
export class ReviewService {
  readonly #orthanc: ReviewedStudies;
  readonly #store: ReviewStore;

  constructor(orthanc: ReviewedStudies, store: ReviewStore) {
    this.#orthanc = orthanc;
    this.#store = store;
  }

  /** @throws CodedError STUDY_NOT_FOUND, STUDY_AMBIGUOUS, ORTHANC_… */
  async entriesOf(studyInstanceUID: string): Promise<readonly ReviewEntry[]> {
    const { study, scopeOf } = await this.#scopesOf(studyInstanceUID);
    const rows = await this.#store.rowsOf(study);
    const contents = await this.#contentsOf(rows.flatMap(({ scope, content }) => (content ? [scope] : [])));
    const holds = ({ scope, content }: ReviewRow): boolean =>
      content === null || content === contents.get(scope);
    const stale = rows.filter((row) => scopeOf(row.scope) === undefined || !holds(row));
    if (stale.length > 0)
      await this.#store.forget(
        study,
        stale.map(({ scope }) => scope),
      );
    return rows.flatMap((row) => {
      const scope = scopeOf(row.scope);
      return scope === undefined || !holds(row) ? [] : [{ scope, ...row.review }];
    });
  }

  /** @throws CodedError REVIEW_SCOPE_UNKNOWN, STUDY_NOT_FOUND, STUDY_AMBIGUOUS, ORTHANC_… */
  async keep(studyInstanceUID: string, entries: readonly ReviewEntry[]): Promise<void> {
    const { study, idOf } = await this.#scopesOf(studyInstanceUID);
    const named = entries.map(({ scope, ...review }, index) => {
      const id = idOf(scope);
      if (id === undefined) throw new CodedError('REVIEW_SCOPE_UNKNOWN', `entries[${index}]`);
      return { id, review, isInstance: 'sopInstanceUID' in scope };
    });
    const contents = await this.#contentsOf(named.flatMap(({ id, isInstance }) => (isInstance ? [id] : [])));
    // Without a hash nobody could tell later whether the review still holds.
    const rows = named.flatMap(({ id, review, isInstance }): readonly ReviewRow[] => {
      const content = contents.get(id) ?? null;
      return isInstance && content === null ? [] : [{ scope: id, content, review }];
    });
    await this.#store.keep(study, rows);
  }

  async #contentsOf(instances: readonly OrthancId[]): Promise<ReadonlyMap<OrthancId, string>> {
    const contents = new Map<OrthancId, string>();
    await forEachConcurrently(instances, CONCURRENCY, async (instance) => {
      const content = await this.#orthanc.contentOf(instance);
      if (content !== null) contents.set(instance, content);
    });
    return contents;
  }

  async #scopesOf(studyInstanceUID: string): Promise<StudyScopes> {
    const study = await this.#orthanc.findStudy(studyInstanceUID);
    if (study === null) throw new CodedError('STUDY_NOT_FOUND');
    const [series, instances] = await Promise.all([
      this.#orthanc.seriesOf(study),
      this.#orthanc.instancesOf(study),
    ]);
    const scopes = new Map<OrthancId, Scope>([
      ...series.map(({ id, seriesInstanceUID }) => [id, { seriesInstanceUID }] as const),
      ...instances.map(({ id, sopInstanceUID }) => [id, { sopInstanceUID }] as const),
    ]);
    const ids = new Map([...scopes].map(([id, scope]) => [uidOf(scope), id]));
    return { study, scopeOf: (id) => scopes.get(id), idOf: (scope) => ids.get(uidOf(scope)) };
  }
}

const uidOf = (scope: Scope): string =>
  'sopInstanceUID' in scope ? scope.sopInstanceUID : `series ${scope.seriesInstanceUID}`;
