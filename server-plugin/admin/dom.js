// What every part of the page needs: the API, and elements whose text is set as text.
/* global document, fetch, FormData */

export const byId = (id) => document.getElementById(id);

/** An answer of the API; an error's own words where it has some. */
export const ask = async (method, path, body) => {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.message ?? 'Refused.'} (${answer.code ?? response.status})`);
  return answer;
};

/** Text is set as text: nothing that the API answers becomes markup. */
export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

export const table = (head, rows) =>
  rows.length === 0
    ? element('p', { textContent: 'None.' })
    : element(
        'table',
        {},
        element(
          'thead',
          {},
          element('tr', {}, ...head.map((text) => element('th', { scope: 'col', textContent: text }))),
        ),
        element(
          'tbody',
          {},
          ...rows.map((cells) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell ?? '')))),
        ),
      );

export const time = (iso) => (iso === null ? '' : new Date(iso).toLocaleString());

/** A button whose failure is told beside it. @param after called when it has succeeded */
export const button = (text, act, after = () => undefined) => {
  const made = element('button', { type: 'button', textContent: text });
  made.addEventListener('click', () => {
    if (made.nextElementSibling?.role === 'alert') made.nextElementSibling.remove();
    made.disabled = true;
    act()
      .then(after)
      .catch((error) => made.after(element('span', { role: 'alert', textContent: ` ${error.message}` })))
      .finally(() => (made.disabled = false));
  });
  return made;
};

/** The fields of a form that are filled in. */
export const filledIn = (form) =>
  Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));

export const options = (select, entries) =>
  select.replaceChildren(...entries.map(([value, text]) => element('option', { value, textContent: text })));
