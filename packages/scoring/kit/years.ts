// Random years: a scheme that uses the whole language, its periods, its final, prizes, a cup and teams, with ties decided.
import {
  type Entrant,
  evaluateStage,
  parseScheme,
  type Scheme,
  type SchemeInput,
  type Season,
  type StageResult,
} from '../src/index.ts';
import { type Draw, draw } from './draw.ts';
import { type Gaps, randomEntrants } from './entrants.ts';
import { randomScheme } from './schemes.ts';
import { randomScheme2 } from './schemes-2.ts';

type Node = Record<string, unknown> & { id: string };
interface Stages {
  language: number;
  tracks: { id: string; groups?: object[]; stages: Record<string, unknown>[] }[];
}
const PERIODS = ['p1', 'p2', 'p3'];

/** The scheme that the seed draws, and everything that was entered in its year. */
export function randomYear(seed: number): { scheme: SchemeInput; season: Season } {
  const d = draw(seed);
  const scheme = (d.chance(50) ? randomScheme2(d) : randomScheme(d)) as unknown as Stages;
  const [things, owners] = scheme.tracks;
  const [round, final] = things!.stages;
  round!.periods = PERIODS.map(named);
  round!.honours = honours(d, scheme.language);
  const sheet = round!.sheet as { criteria: Node[] };
  for (const node of sheet.criteria) if (d.chance(20)) node.alertBelow = d.num(1, 60);
  if (d.chance(20)) sheet.criteria[0]!.better = 'lower';
  final!.sheet = { criteria: [collected(d, 'round', scheme.language), mark('review', 20)] };
  final!.honours = honours(d, scheme.language);
  final!.rankBy = d.pick([['score'], ['score', 'review'], ['review']]);
  if (scheme.language > 1) things!.stages.push(prize(d));
  if (d.chance(50)) things!.stages.push(cup(d));
  owners!.stages[0]!.sheet = {
    criteria: [collected(d, d.pick(['things.round', 'things.final']), scheme.language, 'members', 100)],
  };
  const written = scheme as unknown as SchemeInput;
  return { scheme: written, season: seasonOf(d, parseScheme(written)) };
}

const named = (id: string) => ({ id, label: id });
const mark = (id: string, points: number) => ({ ...named(id), points, measure: { kind: 'value' } });

function honours(d: Draw, language: number): object[] {
  const seats = (id: string) => ({
    ...named(id),
    ...(d.chance(60) ? { take: 1 + d.below(3) } : { share: d.pick([10, 20, 33.3333, 50]) }),
    ties: d.pick(['refer', 'include']),
  });
  const words = [
    {},
    { from: 'last' },
    { rankBy: ['events', 'score'] },
    { round: d.pick(['up', 'nearest', 'down']) },
    { from: 'last', rankBy: ['score'] },
  ];
  const requirements = [[], [{ figure: 'place', below: 4 }], [{ figure: 'score', atLeast: d.num(1, 60) }]];
  return ['gold', 'silver', 'bronze'].slice(0, 1 + d.below(3)).map((id) => {
    const require = d.pick(requirements);
    return { ...seats(id), ...(language > 1 ? d.pick(words) : {}), ...(require.length > 0 ? { require } : {}) };
  });
}

function collected(d: Draw, from: string, language: number, over?: 'members', points = 80): Node {
  const pick = d.pick([
    'score',
    'score',
    'place',
    'events',
    ...(from.endsWith('round') ? ['slips', 'active.raw'] : []),
  ]);
  const take = d.pick(['mean', 'sum', 'last']);
  const measure = { kind: 'collect', from, pick, take, ...(over ? { over } : {}), outOf: d.pick([100, 35]) };
  const node = { ...named('collected'), points, required: d.chance(30), measure: { ...measure, ...ways(d, from) } };
  const steps = [1, 2, 3, 5].map((at) => ({ from: at, points: 9.5 - at }));
  if (language === 1) return node;
  const more: object[] = [
    {},
    {},
    { measure: { ...measure, best: 'all-but-1' } },
    { measure: { ...measure, pick: 'score', take: 'streak', streak: d.pick([{ atLeast: 20 }, { below: 25 }]) } },
    { measure: { ...measure, pick: 'score', honour: 'gold' } },
    { measure: { ...measure, pick: 'place', absent: 'last+1' } },
    {
      measure: { ...measure, pick: 'place', ...ways(d, from) },
      scale: { kind: 'steps', steps, ties: d.pick(['share', 'best', 'worst']) },
    },
    { decimals: d.below(4) },
  ];
  return { ...node, ...d.pick(more) };
}
const ways = (d: Draw, from: string) =>
  d.pick([{}, {}, { best: 1 + d.below(2) }, { atLeast: 2 }, from.endsWith('round') ? { weightBy: 'active.plan' } : {}]);

/** A prize of each period for one item of the rounds. */
function prize(d: Draw): Record<string, unknown> {
  const measure = { kind: 'collect', from: 'round', over: 'period', pick: d.pick(['score', 'core', 'place']) };
  const sheet = { criteria: [{ ...named('of'), points: 100, measure }] };
  return { ...named('prize'), periods: PERIODS.map(named), sheet, honours: [{ ...named('single'), take: 1 }] };
}

/** Only whom the final honoured; judged by a panel. */
function cup(d: Draw): Record<string, unknown> {
  const panel = d.pick([{ reduce: 'mean' }, { reduce: 'trimmed' }, { reduce: 'median', atLeast: 2 }]);
  const sheet = { criteria: [mark('skill', 60), mark('style', 40)] };
  return {
    ...named('cup'),
    sheet,
    panel,
    admits: { from: 'final', honours: ['gold', 'silver'] },
    honours: [{ ...named('cup'), take: 1 }],
  };
}

function seasonOf(d: Draw, scheme: Scheme): Season {
  const count = 4 + d.below(5);
  const gaps: Gaps = { missing: d.chance(15) ? 1 : 0, na: 4, veto: 8 };
  const list = randomEntrants(d, scheme, count, gaps).map(({ id, group }) => ({ id, ...(group ? { group } : {}) }));
  const stages: Season['stages'] = [];
  const results: StageResult[] = [];
  const close = (stage: Season['stages'][number]) => {
    const { entrants, ...ref } = stage;
    const first = evaluateStage(scheme, ref, entrants, results);
    const decisions = d.chance(60) ? decided(d, first) : [];
    const all = decisions.length > 0 ? { ...stage, decisions } : stage;
    stages.push(all);
    results.push(decisions.length > 0 ? evaluateStage(scheme, { ...ref, decisions }, entrants, results) : first);
  };
  const track = 'things';
  const has = (id: string) => scheme.tracks[0]!.stages.some((s) => s.id === id);
  for (const period of PERIODS) {
    const entered = randomEntrants(d, scheme, count, gaps).map((e, i) =>
      sized(d, { ...e, group: list[i]!.group ?? null }),
    );
    close({ track, stage: 'round', period, entrants: alike(d, entered).filter(() => d.chance(95)) });
    if (has('prize')) close({ track, stage: 'prize', period, entrants: list });
  }
  close({
    track,
    stage: 'final',
    entrants: list.map((e) => ({ ...e, inputs: { review: { value: d.num(0, 20, 1) } } })),
  });
  if (has('cup')) close({ track, stage: 'cup', entrants: list.map((e) => ({ ...e, judges: { panel: marks(d) } })) });
  const half = 1 + d.below(count - 1);
  const members = [list.slice(0, half), list.slice(half)].map((each) => each.map(({ id }) => id));
  close({ track: 'owners', stage: 'rank', entrants: members.map((ids, i) => ({ id: `o${i}`, members: ids })) });
  return { stages };
}

const sized = (d: Draw, entrant: Entrant): Entrant =>
  d.chance(97) ? { ...entrant, facts: { size: d.pick([0.9, 1.15, 1.0333]) } } : entrant;
/** Now and then the first two come to the same, so that they tie. */
const alike = (d: Draw, [first, second, ...others]: Entrant[]): Entrant[] =>
  d.chance(60) ? [first!, second!, ...others] : [first!, { ...first!, id: second!.id }, ...others];
const marks = (d: Draw): Record<string, 'recused' | (Entrant['inputs'] & object)> =>
  Object.fromEntries(
    ['x', 'y', 'z', 'w'].map((judge) => {
      const inputs = { skill: { value: d.num(0, 60, 1) }, style: { value: d.num(0, 40, 1) } };
      return [judge, judge === 'w' && d.chance(30) ? 'recused' : inputs];
    }),
  );

/** The committee grants some of those tied at the first cut. */
function decided(d: Draw, { honours }: StageResult) {
  return honours
    .filter(({ referred }) => referred.length > 0)
    .slice(0, 1)
    .map(({ honour, group, referred }) => ({ honour, group, granted: d.shuffle(referred).slice(0, d.below(2)) }));
}
