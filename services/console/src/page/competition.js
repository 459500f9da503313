// The head of the board: which competition it is, what it is about, its tracks, and how far each period has come.
import { choose } from './choice.js';
import { en, h } from './dom.js';
import { competitionState, day, roundStatus } from './words.js';

export function competitionHead({ competition, entries, rounds }, all) {
  const { data } = competition;
  if (!data) return undefined;
  const [zh, english] = competitionState(data.state);
  return h(
    'section',
    { class: 'hero', 'aria-labelledby': 'hero-title' },
    h(
      'div',
      { class: 'hero-words' },
      h(
        'p',
        { class: 'hero-year' },
        h('span', {}, `${data.year}年度劳动竞赛 `, en(`Labour competition ${data.year}`)),
        h('span', { class: 'state' }, zh, ' ', en(english)),
      ),
      h('h1', { id: 'hero-title' }, data.name),
      h('p', { class: 'slogan' }, mottoes(data)),
      data.reason && h('p', { class: 'hero-note' }, data.reason),
      data.state === 'announced' && registration(data),
    ),
    h(
      'div',
      { class: 'tracks' },
      data.tracks.map((track) => trackBox(track, entries.data ?? [], rounds.data ?? [])),
    ),
    all.length > 1 && chooser(all, data.competition),
  );
}

/** Theme and slogan; one that holds the other says it all. */
function mottoes({ theme, slogan }) {
  if (slogan.includes(theme)) return slogan;
  return theme.includes(slogan) ? theme : [theme, h('span', { class: 'dot' }, '·'), slogan];
}

const registration = ({ registration: { from, to }, registrationEnded }) =>
  h(
    'p',
    { class: 'hero-note' },
    registrationEnded ? '报名已截止，等待启动。' : `报名时间：${day(from)}至${day(to)}。`,
    ' ',
    en(registrationEnded ? 'Registration has ended; the launch is next.' : `Registration ${from} to ${to}.`),
  );

function trackBox({ track, label, periods }, entries, rounds) {
  const accepted = entries.filter((entry) => entry.track === track && entry.state === 'accepted').length;
  const states = periods.map((period) => ({
    period,
    status: rounds.find((round) => round.track === track && round.period.id === period.id)?.status ?? 'made',
  }));
  return h(
    'div',
    { class: 'track' },
    h(
      'h2',
      {},
      label,
      ' ',
      h('span', { class: 'count' }, `${accepted}个参赛单位 `, en(`${accepted} entrants`)),
      states.length === 0 && h('span', { class: 'count' }, '年终评审 ', en('judged at the end of the year')),
    ),
    states.length > 0 && h('ol', { class: 'periods' }, states.map(step)),
  );
}

function step({ period, status }) {
  const [zh, english] = roundStatus(status);
  const days = `${period.from.slice(5).replace('-', '.')}–${period.to.slice(5).replace('-', '.')}`;
  return h(
    'li',
    { class: `period ${status}` },
    h('b', {}, period.label),
    h('span', { class: 'days' }, days),
    h('span', { class: 'status' }, zh, ' ', en(english)),
  );
}

function chooser(all, current) {
  const options = all.map(({ competition, name, year }) =>
    h('option', { value: competition, selected: competition === current }, `${year}　${name}`),
  );
  const pick = ({ currentTarget }) => choose('competition', currentTarget.value);
  return h(
    'label',
    { class: 'chooser' },
    h('span', {}, '其他竞赛 ', en('Other competitions')),
    h('select', { id: 'competition', change: pick }, options),
  );
}
