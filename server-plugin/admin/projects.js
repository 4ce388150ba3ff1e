// Projects: which there are, which profile each uses, and new ones.
import { ask, button, byId, element, filledIn, options, table } from './dom.js';

/* global document */

const form = byId('new-project');
const told = byId('new-project-answer');

/** The name of a profile by what a project calls it: a preset, or a file in the folder of profiles. */
const profileName = (reference) => reference.replace(/^profiles\/(.*)\.json$/, '$1');

const changing = ({ id, profile }, profiles, after) => {
  const chosen = element('select', { ariaLabel: `Profile of ${id}` });
  options(
    chosen,
    profiles.map(({ name }) => [name, name]),
  );
  chosen.value = profileName(profile);
  const reason = element('input', { placeholder: 'why', ariaLabel: `Why the profile of ${id} changes` });
  const use = button(
    'Use',
    () => ask('PUT', `/api/projects/${id}`, { profile: chosen.value, reason: reason.value }),
    after,
  );
  return element('span', { className: 'change' }, chosen, reason, use);
};

/** @param after called when something has changed */
export const showProjects = async (after) => {
  const [projects, profiles] = await Promise.all([ask('GET', '/api/projects'), ask('GET', '/api/profiles')]);
  byId('projects').replaceChildren(
    table(
      ['Project', 'Name', 'Profile', 'Destination', 'Another profile'],
      projects.map((project) => [
        project.id,
        project.name,
        project.profile,
        project.destination,
        changing(project, profiles, after),
      ]),
    ),
  );
  options(
    form.elements.profile,
    profiles.map(({ name }) => [name, name]),
  );
  for (const select of document.querySelectorAll('select[name=project]')) {
    const before = select.value;
    const any = select.dataset.any === undefined ? [] : [['', 'any']];
    options(select, [...any, ...projects.map(({ id, name }) => [id, name])]);
    if (before !== '') select.value = before;
  }
  return profiles;
};

/** @param after called when a project was added */
export const addProjects = (after) => {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask('POST', '/api/projects', filledIn(form))
      .then(({ id }) => {
        told.textContent = `Project ${id} was added, with a key of its own. Back up its key.`;
        form.reset();
        return after();
      })
      .catch((error) => (told.textContent = error.message));
  });
};
