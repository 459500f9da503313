// One line of a standing in words: its place, why it has none, and what state its project is in.
import { en, h } from './dom.js';
import { projectStatus, reach, resultStatus, today } from './words.js';

export function placeCell({ place, joint }) {
  if (place === null)
    return [h('span', { 'aria-hidden': 'true' }, '—'), h('span', { class: 'unseen' }, '无名次 no place')];
  return [joint && h('span', { class: 'joint' }, '并列', h('span', { class: 'unseen' }, ' joint ')), h('b', {}, place)];
}

/** The state of a project on the last day of the period (or of the year), as far as it has come. */
function statusOf({ entry }, { entries, period, view }) {
  const end = period?.to ?? `${view.year}-12-31`;
  const statuses = (entries.get(entry)?.statuses ?? []).filter(({ from }) => from <= end && from <= today());
  return statuses.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)?.status;
}

/** @returns {{kind: string, zh: string, en: string}[]} vetoes first, then the project's state, then the result's */
export function wordsFor(item, about) {
  const words = item.bars.map(({ label, cause, level }) => {
    const [zh, english] = reach(level);
    if (cause === 'admission') return { kind: 'veto', zh: '上一阶段未入围', en: 'not admitted' };
    return { kind: 'veto', zh: `一票否决（${zh}）：${label}`, en: `veto, ${english}` };
  });
  const status = statusOf(item, about);
  if (status && status !== 'under-construction') words.push(word('status', projectStatus(status)));
  if (item.status !== 'scored') words.push(word('result', resultStatus(item.status)));
  if (item.alerts.length > 0)
    words.push({
      kind: 'alert',
      zh: `${item.alerts.length}项关键指标低于预警线`,
      en: 'below the alert line',
    });
  return words;
}
const word = (kind, [zh, english]) => ({ kind, zh, en: english });

export const remarks = (words) =>
  words.length > 0 &&
  h(
    'span',
    { class: 'remarks' },
    words.map(({ kind, zh, en: english }) => h('span', { class: `remark ${kind}` }, zh, ' ', en(english))),
  );

/** A period's score beside the year's, or in a word why there is none. */
export function scoreWords(item, about) {
  if (!item) return '—';
  if (item.bars.length > 0) return h('span', { class: 'word veto' }, '否决');
  if (item.score !== null) return item.score.toFixed(2);
  const period = about.periodColumns.find(({ data }) => data.items.includes(item))?.period;
  const status = statusOf(item, { ...about, period });
  const [zh] = status && status !== 'under-construction' ? projectStatus(status) : resultStatus(item.status);
  return h('span', { class: 'word' }, zh);
}
