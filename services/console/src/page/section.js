// A section of the board: its heading, what may be downloaded, its state (a problem, or nothing yet) and its content.
import { download } from './api.js';
import { en, h, heading } from './dom.js';

/** Problem details, as the API tells them. */
export function problemBox({ title, titleEn, detail, detailEn, errors = [] }) {
  return h(
    'div',
    { class: 'problem', role: 'alert' },
    h('p', {}, h('b', {}, title), ' ', en(titleEn ?? '')),
    h('p', {}, detail, ' ', en(detailEn ?? '')),
    errors.map((error) => h('p', {}, `${error.zh} `, en(error.en))),
  );
}

/** @param {{id: string, title: [string, string], side?: unknown, problem?: object, className?: string}} about */
export function section({ id, title, side, problem, className = '' }, ...content) {
  return h(
    'section',
    { class: `card ${className}`, 'aria-labelledby': `${id}-title` },
    h('div', { class: 'card-head' }, withId(heading(2, ...title), `${id}-title`), side),
    problem ? problemBox(problem) : content,
  );
}
function withId(element, id) {
  element.id = id;
  return element;
}

/** Buttons that fetch a table as csv and xlsx. */
export function downloads(id, path, what) {
  return h(
    'span',
    { class: 'downloads' },
    ['csv', 'xlsx'].map((format) =>
      h(
        'button',
        {
          type: 'button',
          id: `${id}-${format}`,
          class: 'link',
          'aria-label': `下载 ${what} ${format}`,
          click: async ({ currentTarget: button }) => {
            button.disabled = true;
            try {
              await download(`${path}${path.includes('?') ? '&' : '?'}format=${format}`);
              button.removeAttribute('title');
            } catch (error) {
              button.title = error.message;
              button.classList.add('failed');
            }
            button.disabled = false;
          },
        },
        `↓ ${format}`,
      ),
    ),
  );
}

/** Choices of which one is shown, as buttons that say which is pressed. */
export function tabs(id, name, options, current, pick) {
  return h(
    'div',
    { class: 'tabs', role: 'group', 'aria-label': name },
    options.map(([value, zh, english]) =>
      h(
        'button',
        {
          type: 'button',
          id: `${id}-${value}`,
          'aria-pressed': String(value === current),
          click: () => pick(value),
        },
        zh,
        english ? [' ', en(english)] : '',
      ),
    ),
  );
}
