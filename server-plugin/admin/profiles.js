// Profiles: an editor that says at once what is wrong and where, and shows what a profile makes of a study before it is saved.
import { ask, button, byId, element, options, table } from './dom.js';

/* global clearTimeout, setTimeout */

const CHECK_AFTER_MS = 300;
const MOST_STUDIES = 50;
const WHAT = { X: 'removed', D: 'replaced', Z: 'replaced', U: 'replaced', C: 'cleaned', K: 'kept' };

/** In one word, as it can be searched for. */
const becomes = ({ action, oldValue }) => (oldValue === null ? 'added' : WHAT[action]);

const form = byId('profile-editor');
const { profile: chosen, definition, name, reason, study, filter } = form.elements;
const issues = byId('profile-issues');
const preview = byId('profile-preview');

/** What is in the editor; null where it is not JSON, which is told. */
const parsed = () => {
  try {
    return JSON.parse(definition.value);
  } catch (error) {
    issues.replaceChildren(element('li', { textContent: `Not JSON: ${error.message}` }));
    return null;
  }
};

const check = async () => {
  const now = parsed();
  if (now === null) return false;
  const found = (await ask('POST', '/api/profile-check', { definition: now })).issues;
  issues.replaceChildren(
    ...found.map(({ path, message }) =>
      element('li', {}, element('code', { textContent: path.join('.') || 'profile' }), ` ${message}`),
    ),
    ...(found.length === 0
      ? [element('li', { className: 'good', textContent: 'The profile can be used.' })]
      : []),
  );
  return found.length === 0;
};

let waiting;
definition.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void check(), CHECK_AFTER_MS);
});

const load = async () => {
  const { definition: written, preset } = await ask('GET', `/api/profiles/${chosen.value}`);
  definition.value = JSON.stringify(written, null, 2);
  name.value = preset ? '' : chosen.value;
  preview.replaceChildren();
  await check();
};
chosen.addEventListener('change', () => void load());

let rows = [];
const showRows = () => {
  const wanted = filter.value.toLowerCase();
  const shown = rows.filter((row) => `${row.path} ${row.tag} ${becomes(row)}`.toLowerCase().includes(wanted));
  preview.replaceChildren(
    table(
      ['Attribute', 'Becomes', 'Grounds', 'Now', 'Then'],
      shown.map((row) => [
        row.path,
        element('span', { className: `what ${becomes(row)}`, textContent: becomes(row) }),
        row.grounds,
        row.oldValue ?? '',
        row.newValue ?? '',
      ]),
    ),
  );
};
filter.addEventListener('input', showRows);

const actions = byId('profile-actions');

/** @param after called when a profile was saved */
export const editProfiles = (after) => {
  actions.append(
    button('Preview', async () => {
      if (!(await check())) return;
      const request = {
        definition: parsed(),
        project: form.elements.project.value,
        studyInstanceUID: study.value,
      };
      rows = (await ask('POST', '/api/profile-preview', request)).rows;
      showRows();
    }),
    button(
      'Save',
      async () => {
        if (!(await check())) throw new Error('It was not saved.');
        await ask('PUT', `/api/profiles/${name.value}`, { definition: parsed(), reason: reason.value });
        issues.append(element('li', { className: 'good', textContent: `${name.value} was saved.` }));
      },
      after,
    ),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
};

const textOf = (dataset, tag) => {
  const value = dataset[tag]?.Value?.[0];
  return typeof value === 'object' ? (value.Alphabetic ?? '') : (value ?? '');
};

/** Studies to look at: whoever may edit profiles sees whose they are. */
const showStudies = async () => {
  const found = await ask('GET', `/dicom-web/studies?limit=${MOST_STUDIES}`);
  options(
    study,
    found.map((dataset) => [
      textOf(dataset, '0020000D'),
      [textOf(dataset, '00100010'), textOf(dataset, '00080020'), textOf(dataset, '00080061')].join(' '),
    ]),
  );
};

/** @param profiles summaries */
export const showProfiles = async (profiles) => {
  const before = chosen.value;
  options(
    chosen,
    profiles.map(({ name: of, preset, projects }) => [
      of,
      `${of}${preset ? ' (preset)' : ''}${projects.length > 0 ? `, used by ${projects.join(', ')}` : ''}`,
    ]),
  );
  if (before !== '') chosen.value = before;
  else await load();
  if (study.options.length === 0) await showStudies().catch(() => undefined);
};
