import type { FastifyRequest } from 'fastify';
import type { AuditStore, NewAuditEvent } from '../audit/auditStore.ts';

/** Whoever asks where no reverse proxy tells who it is. */
const UNNAMED = 'unnamed';
const MOST_CHARACTERS = 200;

/** Who makes a request, as the audit names it. */
export type ActorOf = (request: FastifyRequest) => string;

type Event = Omit<NewAuditEvent, 'actor' | 'request'>;

/**
 * Does what a request asks for, with an entry in the audit before it and one, or several, after it.
 *
 * @param done what is told of it in the end beside what was told before
 */
export type Audited = <T>(
  request: FastifyRequest,
  event: Event,
  work: () => Promise<T>,
  done?: (result: T) => readonly Partial<Event>[],
) => Promise<T>;

/** @param header in which the reverse proxy names the user that it let in; null: nobody is named, for a client could write any name */
export const actorIn =
  (header: string | null): ActorOf =>
  ({ headers }) => {
    const value = header === null ? undefined : headers[header];
    return (typeof value === 'string' ? value.trim().slice(0, MOST_CHARACTERS) : '') || UNNAMED;
  };

export const auditing =
  (store: AuditStore, actorOf: ActorOf): Audited =>
  (request, event, work, done) =>
    store.around({ ...event, actor: actorOf(request), request: request.id }, work, done);
