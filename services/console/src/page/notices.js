// The public notice: whom it names, until when anybody may object, and how. Notices that are over stay as one line.
import { en, h } from './dom.js';
import { section } from './section.js';
import { channel, day } from './words.js';

export function noticesSection({ data, problem }) {
  const id = 'notices';
  const title = ['公示', 'Public notice'];
  if (problem) return section({ id, title, problem });
  if (!data || data.length === 0) return undefined;
  const newestFirst = data.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const current = newestFirst.filter(isCurrent);
  const past = newestFirst.filter((each) => !isCurrent(each));
  return section(
    { id, title, className: current.length > 0 ? 'notices current' : 'notices' },
    current.map(notice),
    past.length > 0 && h('ul', { class: 'past-notices' }, past.map(pastNotice)),
  );
}

/** By the clock of whoever reads, since the end is only announced afterwards. */
const isCurrent = ({ ended, closesAt }) => !ended && Date.parse(closesAt) > Date.now();
/** Somebody may still object. */
export const anyCurrent = ({ data }) => (data ?? []).some(isCurrent);
const daysOf = ({ from, lastDay }) => `${day(from)}至${day(lastDay)}`;

function notice(data) {
  const { title, workingDays, firstDayCounts, closesAt, channels, items } = data;
  const byHonour = new Map();
  for (const { honour, recipient } of items) byHonour.set(honour, [...(byHonour.get(honour) ?? []), recipient]);
  const count = firstDayCounts ? '首日计入' : '自次日起算';
  return h(
    'div',
    { class: 'notice' },
    h('h3', {}, title),
    h(
      'dl',
      {},
      [...byHonour].map(([honour, recipients]) => pair(honour, '', recipients.join('、'))),
      pair('公示期', 'days', [
        `${daysOf(data)} ${closesAt.slice(11, 16)}止（${workingDays}个工作日，${count}） `,
        en(`${workingDays} working days, until ${closesAt.slice(0, 10)} ${closesAt.slice(11, 16)}`),
      ]),
      pair(
        '提出异议',
        'how to object',
        h(
          'ul',
          { class: 'channels' },
          channels.map(({ kind, where }) => h('li', {}, h('b', {}, channel(kind)[0]), ` ${where}`)),
        ),
      ),
    ),
    h(
      'p',
      { class: 'note' },
      '个人须署实名，单位须加盖公章；信函以邮戳日期为准。',
      en('A person gives a real name, a unit its seal; a letter counts by its postmark.'),
    ),
  );
}
const pair = (zh, english, value) => h('div', {}, h('dt', {}, zh, ' ', en(english)), h('dd', {}, value));

const pastNotice = (data) =>
  h(
    'li',
    {},
    h('span', { class: 'name' }, data.title),
    h('span', { class: 'note' }, `${daysOf(data)} · 已结束 `, en('over')),
  );
