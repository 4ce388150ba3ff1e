import type { FastifyRequest } from 'fastify';
import type { AuditStore, NewAuditEvent } from '../audit/auditStore.ts';

/** Whoever asks where no reverse proxy tells who it is. */
const UNNAMED = 'unnamed';
const MOST_CHARACTERS = 200;

/** Records what a request has done. */
export type Audited = (
  request: FastifyRequest,
  event: Omit<NewAuditEvent, 'actor' | 'request'>,
) => Promise<void>;

/**
 * @param actorHeader in which the reverse proxy names the user that it let in; null: nobody is named, for a client could write any name
 */
export const auditing = (store: AuditStore, actorHeader: string | null): Audited => {
  const actorOf = ({ headers }: FastifyRequest): string => {
    const value = actorHeader === null ? undefined : headers[actorHeader];
    return (typeof value === 'string' ? value.trim().slice(0, MOST_CHARACTERS) : '') || UNNAMED;
  };
  return (request, event) => store.add({ ...event, actor: actorOf(request), request: request.id });
};
