// Lays the sections out: what is watched most on the wide side, the rest beside it; on a phone one below the other.
import { alliancesSection } from './alliances.js';
import { awardsSection } from './awards.js';
import { competitionHead } from './competition.js';
import { h, quiet } from './dom.js';
import { missingSection } from './missing.js';
import { anyCurrent, noticesSection } from './notices.js';
import { problemBox } from './section.js';
import { standingsSection } from './standings.js';

export function board({ competitions, about, alliances, grants, notices }) {
  const [first, ...others] = (about?.standings ?? []).map((standing) =>
    standingsSection(standing, about, grants.data ?? []),
  );
  const missing = (about?.missing ?? []).map(missingSection);
  const allied = alliancesSection(alliances);
  const given = [awardsSection(grants), noticesSection(notices)];
  const problems = [competitions, about?.competition, about?.entries, about?.rounds].flatMap(
    (part) => part?.problem ?? [],
  );
  const main = first ? [first, allied] : [allied];
  const [award, notice] = given;
  const urgent = anyCurrent(notices);
  const side = [...missing, urgent && notice, ...others, award, !urgent && notice];
  return [
    problems.map(problemBox),
    about && competitionHead(about, competitions.data),
    columns(main.filter(Boolean), side.filter(Boolean)),
    empty(about, allied, given),
  ];
}

function columns(main, side) {
  const full = main.length > 0 && side.length > 0;
  if (main.length === 0 && side.length === 0) return undefined;
  return h(
    'div',
    { class: full ? 'columns' : 'columns one' },
    main.length > 0 && h('div', { class: 'column' }, main),
    side.length > 0 && h('div', { class: 'column' }, side),
  );
}

/** One quiet line for what this organisation does not have (yet). */
function empty(about, allied, [awards, notices]) {
  const absent = [
    [about, '竞赛', 'competitions'],
    [!about || about.standings.length > 0, '排名', 'standings'],
    [allied, '工作室联盟', 'studio alliances'],
    [awards, '表彰', 'awards'],
    [notices, '公示', 'notices'],
  ].filter(([there]) => !there);
  if (absent.length === 0) return undefined;
  const zh = absent.map(([, word]) => word).join('、');
  const english = absent.map(([, , word]) => word).join(', ');
  return quiet(`本单位目前没有${zh}。`, `Your union has no ${english} at present.`);
}
