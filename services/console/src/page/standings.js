// Standings of a track, group by group: the year with its periods beside it, or one period. Lengths say what numbers say.
import { choose, chosen } from './choice.js';
import { bar, en, h, quiet } from './dom.js';
import { downloads, section, tabs } from './section.js';
import { placeCell, remarks, scoreWords, wordsFor } from './standing.js';

export function standingsSection(standing, { competition, entries }, grants) {
  const { track, label, periods, year, views } = standing;
  const shownPeriods = views.filter(({ data }) => data);
  const options = [
    ...(year.data ? [['year', '全年', 'Year']] : []),
    ...shownPeriods.map(({ period }) => [period.id, period.label, '']),
  ];
  const id = `standings-${track}`;
  const title = [`${label}排名`, 'Standings'];
  const problem = [year, ...views].find((part) => part.problem)?.problem;
  if (problem) return section({ id, title, problem });
  if (options.length === 0)
    return section({ id, title }, quiet('竞赛启动后公布排名。', 'Standings appear once the competition is launched.'));
  const wanted = chosen(track);
  const current = options.some(([value]) => value === wanted) ? wanted : byDefault(year.data, shownPeriods);
  const view = current === 'year' ? year.data : shownPeriods.find(({ period }) => period.id === current).data;
  const path = `/api/standings/${competition.data.competition}?track=${encodeURIComponent(track)}`;
  const period = current === 'year' ? '' : `&period=${encodeURIComponent(current)}`;
  const about = {
    view,
    entries: new Map((entries.data ?? []).map((entry) => [entry.entry, entry])),
    period: periods.find((each) => each.id === current),
    periodColumns: current === 'year' ? shownPeriods : [],
  };
  return section(
    {
      id,
      title,
      className: 'standings',
      side: downloads(id, path + period, `${label}${view.periodLabel ?? '年度'}排名`),
    },
    h(
      'div',
      { class: 'controls' },
      options.length > 1 && tabs(id, '周期 Period', options, current, (value) => choose(track, value)),
      h('p', { class: 'note' }, stateWords(view, grants)),
    ),
    groupsOf(view).map((group) => table(group, about)),
  );
}

/** The year once it says something; before that, the last period that is closed. */
function byDefault(year, periods) {
  const hasScores = year?.items.some(({ score }) => score !== null);
  if (hasScores || periods.length === 0) return 'year';
  return (periods.findLast(({ data }) => data.state === 'final') ?? periods.at(-1)).period.id;
}

function stateWords({ state, period, honours, competition }, grants) {
  const decided = (honour) => grants.some((grant) => grant.competition === competition && grant.honour.code === honour);
  const referred = honours.filter((honour) => honour.referred.length > 0 && !decided(honour.honour));
  const [zh, english] =
    state === 'final'
      ? ['已确定', 'final']
      : period
        ? ['检查进行中，名次待全部封存后确定', 'provisional until every result is sealed']
        : ['暂定：仍有未完成的检查或评审', 'provisional: checks or reviews are still to come'];
  return [
    zh,
    ' ',
    en(english),
    referred.map(({ label }) => [
      `；${label}名额处出现并列，由评审委员会裁定 `,
      en('a tie at the cut goes to the committee'),
    ]),
  ];
}

function groupsOf({ items }) {
  const groups = new Map();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  // Without a place or a number there is no order but that of the codes.
  const rank = ({ place, score }) => place ?? (score === null ? 2e9 : 1e9);
  const order = (a, b) => rank(a) - rank(b) || a.code.localeCompare(b.code, 'zh', { numeric: true });
  return [...groups.values()].map((group) => group.toSorted(order));
}

function table(items, about) {
  const { view, periodColumns } = about;
  const [{ groupLabel }] = items;
  const most = Math.max(100, ...items.map(({ score }) => score ?? 0));
  const bands = items.some(({ band }) => band);
  const caption = [view.trackLabel, groupLabel, view.periodLabel ?? '年度'].filter(Boolean).join(' · ');
  return h(
    'table',
    {},
    h('caption', { class: groupLabel ? '' : 'unseen' }, groupLabel ?? caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        column('place', '名次', 'Place'),
        column('unit', '单位', 'Unit'),
        periodColumns.map(({ period }) => h('th', { scope: 'col', class: 'period-column' }, period.label)),
        column('score', '得分', 'Score'),
        bands && column('band', '等级', 'Band'),
      ),
    ),
    h(
      'tbody',
      {},
      items.map((item) => row(item, { ...about, most, bands })),
    ),
  );
}
const column = (kind, zh, english) => h('th', { scope: 'col', class: kind }, zh, ' ', en(english));

function row(item, about) {
  const { view, most, bands, periodColumns } = about;
  const honoured = view.honours.some((honour) =>
    [...honour.granted, ...honour.referred].some(({ entry }) => entry === item.entry),
  );
  const length = item.score !== null && bar(item.score, most, item.place === null ? 'barred' : '');
  // A vetoed unit is no candidate, whatever its score.
  const tag = item.bandLabel && item.bars.length === 0 && h('span', { class: `tag ${item.band}` }, item.bandLabel);
  const words = wordsFor(item, about);
  return h(
    'tr',
    { class: item.place === null ? 'unplaced' : honoured ? 'honoured' : '' },
    h('td', { class: 'place' }, placeCell(item)),
    h(
      'th',
      { scope: 'row', class: 'unit' },
      h('span', { class: 'name' }, item.name),
      remarks(words),
      length && h('span', { class: 'narrow' }, length.cloneNode(true)),
    ),
    periodColumns.map(({ data }) =>
      h(
        'td',
        { class: 'period-column' },
        scoreWords(
          data.items.find(({ entry }) => entry === item.entry),
          about,
        ),
      ),
    ),
    h(
      'td',
      { class: 'score' },
      item.score === null
        ? h('span', { class: 'none' }, '—')
        : [
            length,
            h('span', { class: 'number' }, item.score.toFixed(2)),
            tag && h('span', { class: 'narrow' }, tag.cloneNode(true)),
          ],
    ),
    bands && h('td', { class: 'band' }, tag),
  );
}
