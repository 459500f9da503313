// Studio alliances: who is in them, the form that was declared, the duty of the year and how earlier years ended.
import { choose } from './choice.js';
import { dots, en, h } from './dom.js';
import { downloads, section, tabs } from './section.js';
import { allianceStatus, day, dutyStatus, form } from './words.js';

export function alliancesSection({ data, problem }) {
  const id = 'alliances';
  const title = ['创新工作室联盟', 'Studio alliances'];
  if (problem) return section({ id, title, problem });
  if (!data || data.items.length === 0) return undefined;
  const { year, years, items, lines } = data;
  const living = items.filter(({ status }) => status !== 'dissolved');
  const met = lines.filter((line) => line.year === year && line.status === 'met').length;
  const owing = lines.filter((line) => line.year === year).length;
  const options = years.map((each) => [each, `${each}年`, '']);
  return section(
    { id, title, className: 'alliances', side: downloads(id, `/api/alliances?year=${year}`, `${year}年联盟名单`) },
    h(
      'div',
      { class: 'controls' },
      years.length > 1 && tabs(id, '年度 Year', options, year, (value) => choose('duty', value)),
      h(
        'p',
        { class: 'note' },
        `${living.length}个联盟，${year}年${met} / ${owing}个已达成年度成果 `,
        en(`${met} of ${owing} have met the duty of ${year}`),
      ),
    ),
    h(
      'ul',
      { class: 'cards' },
      items.map((alliance) => card(alliance, year, lines)),
    ),
  );
}

function card(alliance, year, lines) {
  const { name, shortName, code, status, plaques, since } = alliance;
  const own = lines.filter((line) => line.alliance === alliance.alliance);
  const line = own.find((each) => each.year === year);
  const earlier = own.filter((each) => each.year !== year).toSorted((a, b) => a.year - b.year);
  const [zh, english] = allianceStatus(status);
  const [formZh, formEn] = alliance.form ? form(alliance.form) : [];
  return h(
    'li',
    { class: `alliance ${status}` },
    h(
      'p',
      { class: 'alliance-top' },
      h('b', { class: 'alliance-name', title: name }, shortName),
      formZh && h('span', { class: `tag ${alliance.form}` }, formZh, ' ', en(formEn)),
      status !== 'approved' && h('span', { class: 'tag plain' }, zh, ' ', en(english)),
    ),
    h('ul', { class: 'members' }, alliance.members.filter(({ to }) => !to).map(member)),
    line && dutyLine(line),
    earlier.length > 0 && h('p', { class: 'earlier' }, '其他年度 ', earlier.map(earlierYear)),
    plaques.map((each) => plaque(each, code)),
    plaques.length === 0 &&
      since &&
      h('p', { class: 'plaque none' }, `${code} · ${day(since)}批准，尚未授牌 `, en('no plaque yet')),
  );
}

const member = ({ name, employer, leading, place }) =>
  h(
    'li',
    {},
    h('span', { class: 'employer' }, employer),
    ' ',
    name,
    leading && h('span', { class: 'leading' }, '牵头 ', en('leads')),
    place === 'waiting' && h('span', { class: 'leading' }, '待确认 ', en('waiting')),
    place === 'refused' && h('span', { class: 'leading' }, '未能加入 ', en('refused')),
  );

function dutyLine({ outputs, aim, status, text }) {
  const [zh, english] = dutyStatus(status);
  return h(
    'div',
    { class: `duty ${status}` },
    h('p', {}, dots(outputs, aim), h('b', {}, text.zh), ' ', h('span', { class: 'duty-status' }, zh)),
    h('p', { class: 'en', lang: 'en' }, `${text.en} · ${english}`),
  );
}

function earlierYear({ year, outputs, status }) {
  const [zh] = dutyStatus(status);
  const sign = { met: '✓', behind: '✗', open: '…' }[status];
  return h(
    'span',
    { class: `past ${status}`, title: zh },
    `${year} ${outputs}项`,
    h('span', { 'aria-hidden': 'true' }, sign),
    h('span', { class: 'unseen' }, zh),
  );
}

const plaque = ({ honour, date, documentNumber }, code) =>
  h(
    'p',
    { class: 'plaque', title: documentNumber },
    h('span', { class: 'code' }, code),
    ' · ',
    h('b', {}, honour),
    ' ',
    h('span', {}, `${day(date)}授牌 `, en('plaque')),
  );
