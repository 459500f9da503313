// What the scheme language can say and no service can play yet. Each entry of the table is one such thing: `error` if it
// could never be closed, `drive` if a contest can play it and the quarterly drive cannot, `warning` if something would only
// be missing. Whoever builds the way in deletes the entry.
import { unitKind } from '@jiangong/contracts';
import {
  type Criterion,
  type Finding,
  findSheet,
  findStage,
  type Scheme,
  type Stage,
  type Track,
} from '@jiangong/scoring';
import { chinese, english } from './scheme-text.ts';

/** A stage with its sheet, where each is written, and whether a round checks it or the year's evaluation closes it. */
interface Site {
  scheme: Scheme;
  track: Track;
  stage: Stage;
  at: string;
  criteria: Node[];
  sheetAt: string;
  vetoes: { label: Label; at: string }[];
  plays: 'rounds' | 'year' | 'never';
}
type Label = Track['label'];
interface Node {
  criterion: Criterion;
  at: string;
}
/** What is found, in the words of the scheme: labels from the track down. */
interface Found {
  at: string;
  path: Label[];
}
interface Unsupported {
  code: string;
  severity: Finding['severity'] | 'drive';
  zh: string;
  en: string;
  find(site: Site): Found[];
}

const table: readonly Unsupported[] = [
  {
    code: 'no-judges-marks',
    severity: 'drive',
    zh: '由评委打分，只能用于专项比赛，不能用于季度竞赛',
    en: 'marked by judges, so it serves contests alone, not the quarterly drive',
    find: (site) => [
      ...(site.stage.panel ? [whole(site, '/panel')] : []),
      ...leaf(site, ({ panel }) => panel !== undefined, '/panel'),
    ],
  },
  {
    code: 'round-collects',
    severity: 'drive',
    zh: '用于季度竞赛时，按周期检查的阶段尚不能汇总其他阶段的成绩，该周期将永远不能关闭；请改由年度阶段汇总',
    en: 'in the quarterly drive, a stage that is checked period by period cannot collect results yet, so its rounds could never be closed: let the stage of the year collect them',
    find: (site) =>
      site.plays === 'rounds' ? leaf(site, ({ measure }) => measure?.kind === 'collect', '/measure') : [],
  },
  {
    code: 'round-admits',
    severity: 'drive',
    zh: '用于季度竞赛时，按周期检查的阶段尚不能限定入围单位，该周期将永远不能关闭；请去掉 admits',
    en: 'in the quarterly drive, a stage that is checked period by period cannot admit a shortlist yet, so its rounds could never be closed: remove admits',
    find: (site) => (site.plays === 'rounds' && site.stage.admits ? [whole(site, '/admits')] : []),
  },
  {
    code: 'source-never-evaluated',
    severity: 'drive',
    zh: '用于季度竞赛时，所依据的阶段不会被考评（每个赛道只考评按周期检查的阶段和最后一个年度阶段），本阶段将永远不能完成；请改用会被考评的阶段',
    en: 'in the quarterly drive, this rests on a stage that is never evaluated (of a track, those with periods and the one of the year are), so it could never be closed: name one that is',
    find: (site) => (site.plays === 'year' ? [...unanswered(site), ...unadmitted(site)] : []),
  },
  {
    code: 'tie-never-decided',
    severity: 'error',
    zh: '入围名额并列时，周期阶段的荣誉尚无处裁定，本阶段可能永远不能完成；请将该荣誉的 ties 设为 include',
    en: 'nobody can decide a tie for the honours of a period yet, so this shortlist might stay open for ever: set ties of that honour to include',
    find: (site) =>
      site.plays === 'year' && unadmitted(site).length === 0 && hasUndecidable(site) ? [whole(site, '/admits')] : [],
  },
  {
    code: 'no-facts',
    severity: 'error',
    zh: '参赛单位的系数尚无处录入，成绩将永远待定；请去掉 factor，把系数计入录入的分值',
    en: 'no service takes an entrant’s coefficient yet, so its result would stay pending for ever: remove factor and enter marks that contain it',
    find: (site) => leaf(site, ({ factor }) => factor !== undefined, '/factor'),
  },
  {
    code: 'no-level-ranges',
    severity: 'error',
    zh: '等次内的具体分值尚无处录入，成绩将永远待定；请去掉 from、to，每个等次只给一个分值，或改为直接录入分值',
    en: 'no service takes the mark within a level yet, so the result would stay pending for ever: remove from and to, or let the mark itself be entered',
    find: (site) => leaf(site, hasRange, '/measure/levels'),
  },
  {
    code: 'no-losses',
    severity: 'error',
    zh: '负的计划数和完成数尚不能录入，亏损单位将永远待定；请去掉 signed，改为录入换算后的分值',
    en: 'plans and results below zero cannot be entered yet, so a unit with a loss would stay pending for ever: remove signed and let the mark itself be entered',
    find: (site) =>
      leaf(site, ({ measure }) => measure?.kind === 'ratio' && measure.signed === true, '/measure/signed'),
  },
  {
    code: 'honours-never-collected',
    severity: 'drive',
    zh: '用于季度竞赛时，周期阶段的荣誉尚不计入年度，汇总荣誉次数的项目无从计算；请改为汇总分数或名次',
    en: 'in the quarterly drive, the honours of a period do not count in the year yet, so their number cannot be collected: collect scores or places',
    find: (site) =>
      leaf(site, ({ measure }) => measure?.kind === 'collect' && measure.honour !== undefined, '/measure/honour'),
  },
  {
    code: 'unknown-unit-kind',
    severity: 'error',
    zh: '没有这类参赛单位，谁也无法报名；takes 可写：branch（分支机构）、project-department（项目部）、employer（用人单位）',
    en: 'no unit is of this kind, so nobody could enter; takes can say branch, project-department and employer',
    find: ({ track, stage, at }) =>
      stage !== track.stages[0] || (track.takes ?? []).every((kind) => unitKind.safeParse(kind).success)
        ? []
        : [{ at: at.replace('/stages/0', '/takes'), path: [track.label] }],
  },
  {
    code: 'stage-never-evaluated',
    severity: 'warning',
    zh: '该阶段不会被考评：每个赛道只考评按周期检查的阶段和一个年度阶段（标识为 year，或最后一个没有周期的阶段）',
    en: 'this stage is never evaluated: of a track, the stages with periods and one of the year are (the one called year, or the last without periods)',
    find: (site) => (site.plays === 'never' ? [whole(site, '')] : []),
  },
  {
    code: 'no-annual-vetoes',
    severity: 'warning',
    zh: '年度阶段的一票否决尚无处提出；请写在按周期检查的阶段，并以 bars: year 限制全年',
    en: 'a veto of the year cannot be raised yet: write it in a stage with periods, with bars: year',
    find: (site) =>
      site.plays === 'year' ? site.vetoes.map(({ label, at }) => ({ at, path: pathOf(site, label) })) : [],
  },
];

/**
 * What of a scheme cannot be played yet: errors first, each where it is written, with the names of what it is in. What only
 * contests can play is a warning.
 */
export function unsupportedIn(scheme: Scheme): Finding[] {
  const found = foundIn(scheme).map(({ severity, ...finding }) => ({
    ...{ ...finding, severity: severity === 'drive' ? ('warning' as const) : severity },
  }));
  // A sheet that several stages share says the same thing of each of them.
  return [...found.filter((f) => f.severity === 'error'), ...found.filter((f) => f.severity === 'warning')];
}
/** What of a track the quarterly drive cannot play, though contests can. */
export const unplayedIn = ({ tracks, ...scheme }: Scheme, track: string): Pick<Finding, 'zh' | 'en'>[] =>
  foundIn({ ...scheme, tracks }).filter(
    ({ severity, at }) => severity === 'drive' && tracks[Number(at.split('/')[2])]?.id === track,
  );

function foundIn(scheme: Scheme) {
  const sites = scheme.tracks.flatMap((track, t) =>
    track.stages.map((stage, s) => siteOf(scheme, track, stage, [t, s])),
  );
  return table.flatMap(({ find, code, severity, zh, en }) =>
    sites.flatMap(find).map(({ at, path }) => ({
      ...{ code, severity, at },
      zh: `${path.map(chinese).join(' · ')}：${zh}`,
      en: `${path.map(english).join(' · ')}: ${en}`,
    })),
  );
}

function siteOf(scheme: Scheme, track: Track, stage: Stage, [t, s]: [number, number]): Site {
  const { sheet, at: sheetAt } = findSheet(scheme, track, stage)!;
  const walk = (list: readonly Criterion[], base: string): Node[] =>
    list.flatMap((criterion, i) => [{ criterion, at: `${base}/${i}` }, ...walk(criterion.of ?? [], `${base}/${i}/of`)]);
  return {
    ...{ scheme, track, stage, sheetAt, at: `/tracks/${t}/stages/${s}`, plays: playsOf(track, stage) },
    criteria: [
      ...walk(sheet.criteria, `${sheetAt}/criteria`),
      ...walk(sheet.adjustments?.items ?? [], `${sheetAt}/adjustments/items`),
    ],
    vetoes: (sheet.vetoes ?? []).map(({ label }, i) => ({ label, at: `${sheetAt}/vetoes/${i}` })),
  };
}

/** As quarterly-checks plays a track: rounds for each period, and one stage for the year. */
function playsOf(track: Track, stage: Stage): Site['plays'] {
  if (!stage.periods) {
    const closing = track.stages.filter(({ periods }) => !periods);
    return stage === (closing.find(({ id }) => id === 'year') ?? closing.at(-1)) ? 'year' : 'never';
  }
  // A period that two stages of a track name is the first one's.
  const before = track.stages.slice(0, track.stages.indexOf(stage)).flatMap(({ periods = [] }) => periods);
  return stage.periods.some(({ id }) => before.some((other) => other.id === id)) ? 'never' : 'rounds';
}

const pathOf = ({ track, stage }: Site, ...more: Label[]) => [track.label, stage.label, ...more];
const whole = (site: Site, where: string): Found => ({ at: site.at + where, path: pathOf(site) });
const leaf = (site: Site, is: (criterion: Criterion) => boolean, where: string): Found[] =>
  site.criteria
    .filter(({ criterion }) => is(criterion))
    .map(({ criterion, at }) => ({ at: at + where, path: pathOf(site, criterion.label) }));

const hasRange = ({ measure }: Criterion) =>
  measure?.kind === 'level' && measure.levels.some(({ from, to, points }) => (from ?? points) !== (to ?? points));

const isPlayed = (source: ReturnType<typeof findStage>, track: Track) =>
  source !== undefined &&
  playsOf(source.track, source.stage) !== 'never' &&
  // Another track is heard of once its year is evaluated.
  (source.track === track || source.track.stages.some((stage) => playsOf(source.track, stage) === 'year'));

const unanswered = (site: Site): Found[] =>
  leaf(
    site,
    ({ measure }) =>
      measure?.kind === 'collect' && !isPlayed(findStage(site.scheme, measure.from, site.track), site.track),
    '/measure/from',
  );
/** A shortlist is read from the own track's periods alone. */
function unadmitted(site: Site): Found[] {
  const source = site.stage.admits && findStage(site.scheme, site.stage.admits.from, site.track);
  if (!source) return [];
  const isOwn = source.track === site.track && playsOf(source.track, source.stage) === 'rounds';
  return isOwn ? [] : [whole(site, '/admits/from')];
}
function hasUndecidable({ scheme, track, stage: { admits } }: Site): boolean {
  const source = admits && findStage(scheme, admits.from, track);
  const named = source?.stage.honours?.filter(({ id }) => admits?.honours.includes(id)) ?? [];
  return named.some(({ ties }) => ties === 'refer');
}
