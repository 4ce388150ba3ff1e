// Who did what: a search in the audit.
import { ask, byId, filledIn, table, time } from './dom.js';

/* global URLSearchParams */

const form = byId('audit-filter');
const LIMIT = 100;

/** A field of date and time has no zone: it means the reader's. */
const asInstant = (local) => (local === undefined ? {} : new Date(local).toISOString());

const search = async () => {
  const { from, to, ...filter } = filledIn(form);
  const query = new URLSearchParams({
    ...filter,
    ...(from && { from: asInstant(from) }),
    ...(to && { to: asInstant(to) }),
    limit: LIMIT,
  });
  const events = await ask('GET', `/api/audit?${query}`);
  byId('audit').replaceChildren(
    table(
      ['When', 'Who', 'What', 'Outcome', 'Project', 'To what', 'Why'],
      events.map(({ at, actor, action, outcome, project, subject, reason }) => [
        time(at),
        actor,
        action,
        outcome,
        project,
        subject,
        reason,
      ]),
    ),
  );
};

/** Fills the section, and keeps to its filter from then on. */
export const showAudit = async () => {
  try {
    await search();
  } catch (error) {
    byId('audit').replaceChildren(error.message);
  }
};

form.addEventListener('change', () => void showAudit());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void showAudit();
});
