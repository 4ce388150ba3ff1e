// Who did what: a search in the audit.
import { ask, byId, filledIn, table, time } from './dom.js';

/* global URLSearchParams */

const form = byId('audit-filter');
const LIMIT = 100;

/** A field of date and time has no zone: it means the reader's. */
const asInstant = (local) => (local === undefined ? {} : new Date(local).toISOString());

/** Counts the searches: the answer to an earlier one may come after that to a later one, and is not shown then. */
let searches = 0;

const search = async () => {
  const { from, to, ...filter } = filledIn(form);
  const query = new URLSearchParams({
    ...filter,
    ...(from && { from: asInstant(from) }),
    ...(to && { to: asInstant(to) }),
    limit: LIMIT,
  });
  const events = await ask('GET', `/api/audit?${query}`);
  return table(
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
  );
};

/** Fills the section, and keeps to its filter from then on. */
export const showAudit = async () => {
  const own = ++searches;
  const shown = await search().catch((error) => error.message);
  if (own === searches) byId('audit').replaceChildren(shown);
};

form.addEventListener('change', () => void showAudit());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void showAudit();
});
