// Builds elements without ever reading text as markup, so that a name is shown as it is written.

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] functions become listeners; false, null and undefined are left out
 * @param {...unknown} children nodes, texts, lists of them; what is empty is left out
 */
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}
const svg = (tag, attributes = {}, ...children) =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The English beside the Chinese. */
export const en = (text) => h('span', { class: 'en', lang: 'en' }, text);
/** A heading with its English. */
export const heading = (level, zh, english) => h(`h${level}`, {}, zh, ' ', en(english));
export const quiet = (zh, english) => h('p', { class: 'quiet' }, zh, ' ', en(english));

/** A horizontal bar of `value` in `most`; the number stands beside it, so it is hidden from screen readers. */
export function bar(value, most, kind = '') {
  const width = Math.max(0, Math.min(100, (value / most) * 100));
  return svg(
    'svg',
    { class: `bar ${kind}`, viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    svg('rect', { class: 'ground', width: 100, height: 10 }),
    svg('rect', { class: 'length', width: width.toFixed(2), height: 10 }),
  );
}

/** A ring per item that is aimed at, filled for each that is there. */
export function dots(there, aim) {
  const count = Math.min(12, Math.max(there, aim));
  const circles = Array.from({ length: count }, (_, at) =>
    svg('circle', { cx: at * 22 + 11, cy: 11, r: 8, class: at < there ? 'there' : 'open' }),
  );
  return svg('svg', { class: 'dots', viewBox: `0 0 ${count * 22} 22`, 'aria-hidden': 'true' }, circles);
}

/** Puts new content in place of the old, keeping the keyboard where it was. */
export function replace(holder, ...content) {
  const focused = holder.contains(document.activeElement) ? document.activeElement?.id : undefined;
  holder.replaceChildren(...content.flat().filter(Boolean));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}
