// The shipped schemes on their example data. Every expected number was worked out from the rule, as the comments show.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  evaluateSeason,
  evaluateStage,
  examples,
  parseScheme,
  render,
  type StageResult,
  templates,
  validate,
} from '../index.ts';

const run = (id: string) => {
  const scheme = parseScheme(templates[id]);
  return evaluateSeason(scheme, examples[id]!).results;
};
const find = (results: StageResult[], track: string, stage: string, period: string | null = null) =>
  results.find((r) => r.track === track && r.stage === stage && r.period === period)!;
const scores = (result: StageResult) => result.entrants.map((e) => [e.id, e.score, e.place]);
const figure = (result: StageResult, name: string) => result.entrants.map((e) => [e.id, e.figures[name], e.place]);
const granted = (result: StageResult) => result.honours.map((h) => [h.honour, ...h.granted]);

test('every template has no error, a season without anything pending, and keeps its numbers through JSON', () => {
  for (const [id, template] of Object.entries(templates)) {
    expect([id, validate(template).filter((f) => f.severity === 'error')]).toEqual([id, []]);
    expect(run(id).flatMap((r) => r.pending)).toEqual([]);
    expect(parseScheme(JSON.parse(JSON.stringify(parseScheme(template))))).toEqual(parseScheme(template));
  }
});

test('七比七赛: a year of five projects and two branches', () => {
  const results = run('qi-bi-qi-sai');
  // tongzhou: 50 + 14 + 14 + 5 + 5 + 5 + 4 = 97, overshoot (106 − 100) ÷ 2 = 3 → 100.
  // fangshan: 50 + 14 + 13.5 + 5 + 5 + 5 + 5 = 97.5, overshoot void because of the quality deduction.
  // daxing: progress 60 × 100 % + 40 × 90 % = 96 % → 48; 48 + 13 + 14 + 6 + 5 + 4 + 4 = 94.
  // changping: (50 × 90 + 50 × 80) ÷ 100 = 85 % → 42.5; 42.5 + (14 − 3) + 13 + 4 + 4 + 4 + 3 = 81.5.
  expect(scores(find(results, 'projects', 'quarter', 'q1'))).toEqual([
    ['tongzhou', 100, 1],
    ['fangshan', 97.5, 2],
    ['daxing', 94, 3],
    ['yizhuang', 94, 3],
    ['changping', 81.5, 5],
  ]);
  // 0.8 × quarters + review; yizhuang and daxing tie at 92.2, and yizhuang has three deductions to daxing's four.
  const year = find(results, 'projects', 'year');
  expect(scores(year)).toEqual([
    ['tongzhou', 98, 1],
    ['yizhuang', 92.2, 2],
    ['daxing', 92.2, 3],
    ['changping', 80.2, 4],
    ['fangshan', 97, null],
  ]);
  expect(granted(year)).toEqual([['winner', 'tongzhou', 'yizhuang', 'daxing']]);
  // first: 30 × 1.2 + 20 × 0.95 + 20 = 75; 6 + 5 + 5.5 + 4 = 20.5; places 1 and 5 (barred = last of five) → 8 − 2 × 0.5 = 7.
  // second: 27 + 15.6 + 20 = 62.6; 5 + 5 + 5 + 3 = 18; places 3, 4, 2 → mean 3 → 7; revenue at 78 % raises an alert.
  const branches = find(results, 'branches', 'year');
  expect(scores(branches)).toEqual([
    ['first', 102.5, 1],
    ['second', 87.6, 2],
  ]);
  expect(branches.entrants[1]?.alerts).toEqual(['revenue']);
});

test('升华: a flag needs full progress and 90 points, a veto bars the year', () => {
  const results = run('sheng-hua');
  // bridge: 28 + 29 + 30 × 0.98 + 9 = 95.4, but 98 % progress, so the flag moves on to tunnel with 27 + 28 + 30 + 8.
  const q1 = find(results, 'sites', 'quarter', 'q1');
  expect(scores(q1)).toEqual([
    ['bridge', 95.4, 1],
    ['tunnel', 93, 2],
    ['depot', 100, null],
  ]);
  expect(granted(q1)).toEqual([['flag', 'tunnel']]);
  expect(granted(find(results, 'sites', 'quarter', 'q2'))).toEqual([['flag', 'depot']]);
  expect(granted(find(results, 'sites', 'year'))).toEqual([['cup', 'bridge']]);
});

test('公路: groups rank apart, the year is weighted by planned progress, what does not apply is normalised away', () => {
  const results = run('gong-lu');
  // s1 has no civilised-site item: 27 + 27 + 30 = 84 of 90 → 100 × 84 ÷ 90 = 93.3333.
  // c1: (10 × 90 + 40 × 92 + 30 × 92 + 20 × 94) ÷ 100 = 92.2; c2: (10 × 94 + 40 × 92 + 30 × 92 + 20 × 90) ÷ 100 = 91.8.
  expect(scores(find(results, 'sections', 'year'))).toEqual([
    ['c1', 92.2, 1],
    ['c2', 91.8, 2],
    ['e1', 88, 1],
    ['s1', 93.3333, 1],
  ]);
});

test('掇牌: three rounds add up, the best round breaks the tie, joint places stay joint', () => {
  // zhao 10 + 41 + 16, li 30 + 12 + 25 and wang 22 + 23 + 22 all have 67: best rounds 41, 30, 23.
  const total = find(run('duo-pai'), 'players', 'total');
  expect(figure(total, 'total')).toEqual([
    ['zhao', 67, 1],
    ['li', 67, 2],
    ['wang', 67, 3],
    ['sun', 60, 4],
    ['qian', 54, 1],
    ['zhou', 54, 1],
  ]);
});

test('篮球: the first two of each group go through, and the cup is ranked across the groups', () => {
  const results = run('lan-qiu');
  expect(granted(find(results, 'teams', 'group'))).toEqual([
    ['through', 'bridge', 'tower'],
    ['through', 'post', 'depot'],
  ]);
  const cup = find(results, 'teams', 'cup');
  expect(figure(cup, 'final')).toEqual([
    ['tower', 1, 1],
    ['bridge', 2, 2],
    ['post', 3, 3],
    ['depot', 4, 4],
  ]);
  expect(granted(cup)).toEqual([
    ['champion', 'tower'],
    ['runner-up', 'bridge'],
    ['third', 'post'],
  ]);
});

test('五公里: six places make a team, equal sums are decided by time, five runners are none', () => {
  // alpha 1 + 4 + 5 + 8 + 9 + 12 = 39 (the 13th is dropped), beta 2 + 3 + 6 + 7 + 10 + 11 = 39.
  // alpha 1100 + 1130 + 1140 + 1170 + 1180 + 1210 = 6930 s, beta 1110.5 + 1120 + 1150 + 1160 + 1190 + 1200 = 6930.5 s.
  const team = find(run('wu-gong-li'), 'teams', 'team');
  expect(figure(team, 'places')).toEqual([
    ['alpha', 39, 1],
    ['beta', 39, 2],
    ['gamma', undefined, null],
  ]);
  expect(figure(team, 'time').slice(0, 2)).toEqual([
    ['alpha', 6930, 1],
    ['beta', 6930.5, 2],
  ]);
  expect(team.entrants[2]?.status).toBe('not-assessable');
});

test('建家: two batches, one list; the committee settles the fifth seat; only the honoured are re-audited', () => {
  const results = run('jian-jia');
  const award = find(results, 'homes', 'award');
  // 96, 95, 94, 93 and a tie at 92 for the fifth model seat; the other goes on to the next honour with 85; 75 is too low.
  expect(granted(award)).toEqual([
    ['model', 'law', 'arts', 'medicine', 'library', 'tourism'],
    ['advanced', 'estates', 'sports'],
  ]);
  const open = examples['jian-jia']!.stages.slice(0, 3).map(({ decisions: _, ...stage }) => stage);
  const undecided = evaluateSeason(parseScheme(templates['jian-jia']), { stages: open }).results[2];
  expect(undecided?.honours).toMatchObject([
    { honour: 'model', granted: ['law', 'arts', 'medicine', 'library'], referred: ['estates', 'tourism'] },
    { honour: 'advanced', granted: [], provisional: ['estates', 'tourism', 'sports'] },
  ]);
  const audit = find(results, 'homes', 're-audit');
  expect(scores(audit)).toEqual([
    ['law', 88, 1],
    ['estates', 79, 2],
    ['archive', 94, null],
  ]);
  expect(granted(audit)).toEqual([['kept', 'law']]);
});

test('六有: peers 80, self 20; nobody judges itself', () => {
  // east: peers (90 + 87 + 90) ÷ 3 = 89 → 80 % = 71.2, self 100 → 20; 91.2. west: (94 + 92 + 96) ÷ 3 = 94 → 75.2 + 18.4.
  // north: 80 throughout → 64 + 16 = 80; south: peers (72 + 76 + 74) ÷ 3 = 74 → 59.2 + 20 = 79.2. Half of four get the title.
  const [result] = run('liu-you');
  expect(scores(result!)).toEqual([
    ['west', 93.6, 1],
    ['east', 91.2, 2],
    ['north', 80, 3],
    ['south', 79.2, 4],
  ]);
  expect(granted(result!)).toEqual([['model-station', 'west', 'east']]);
});

test('积分入围: the quota takes in everybody tied at the cut, a missed day costs nothing but its points', () => {
  // bo 9 × 5 = 45, an 10 + 8 + 9 + 10 + 7 = 44; cai 50, ding 8 + 10 + 10 + 10 with a day missed.
  expect(figure(find(run('ji-fen'), 'persons', 'total'), 'total')).toEqual([
    ['bo', 45, 1],
    ['an', 44, 2],
    ['cai', 50, 1],
    ['ding', 38, 2],
  ]);
  const scheme = parseScheme(templates['ji-fen']);
  const entrants = Array.from({ length: 160 }, (_, i) => ({
    id: `p${i}`,
    group: 'office',
    inputs: { points: { value: i < 149 ? 10 : 9 } },
  }));
  const days = ['d1', 'd2', 'd3', 'd4', 'd5'].map((period) =>
    evaluateStage(scheme, { track: 'persons', stage: 'day', period }, entrants),
  );
  const bare = entrants.map(({ id, group }) => ({ id, group, inputs: {} }));
  const total = evaluateStage(scheme, { track: 'persons', stage: 'total' }, bare, days);
  // 149 are ahead, eleven share place 150.
  expect(total.honours[0]).toMatchObject({ seats: 150, referred: [] });
  expect(total.honours[0]?.granted.length).toBe(160);
});

test('技能竞赛: a trimmed panel, penalties with floors, the best three make a team', () => {
  const results = run('ji-neng');
  // gao: theory 27; practice drops 85 and 99, (88 + 90 + 92) ÷ 3 = 90 → 63; 90. he: 24 + 63 − 4 × 0.5 = 85.
  // jin: 30; four judges after a recusal, (70 + 80) ÷ 2 = 75 → 52.5; seven cones −14, floor −10 → 72.5.
  // kang: 21; (80 + 82 + 84) ÷ 3 = 82 → 57.4; 30 s −15, floor −10; six cones −12, floor −10; −20 → 58.4.
  expect(scores(find(results, 'couriers', 'contest'))).toEqual([
    ['liu', 95, 1],
    ['gao', 90, 2],
    ['he', 85, 3],
    ['jin', 72.5, 4],
    ['kang', 58.4, 5],
  ]);
  // 90 + 85 + 72.5 = 247.5; two couriers are no team.
  const team = find(results, 'teams', 'team');
  expect(figure(team, 'total')).toEqual([
    ['north', 247.5, 1],
    ['south', undefined, null],
  ]);
});

test('十二项任务: only what is due in a month counts in it', () => {
  const results = run('shi-er-xiang');
  // textile in May: five-small 80 % of 7.5 = 6, contests 60 % of 10 = 6; 12 of 17.5 → 68.5714.
  expect(scores(find(results, 'unions', 'month', 'm05'))[1]).toEqual(['textile', 68.5714, 2]);
  // January 80; February to April (8 + 10) ÷ 20 = 90; June to December (6 + 7.5) ÷ 15 = 90: (80 + 10 × 90 + 68.5714) ÷ 12.
  expect(scores(find(results, 'unions', 'year'))).toEqual([
    ['steel', 100, 1],
    ['textile', 87.381, 2],
  ]);
});

test('the sibling formulas score the same site by their own weights', () => {
  // Full marks everywhere but progress at 90 % and a good (four fifths) site: what is lost is 10 % of progress and one point.
  const first = (id: string) => scores(run(id)[0]!)[0];
  expect(first('liu-bi-liu-sai')).toEqual(['north', 94, 1]); // 100 − 50 × 0.1 − 1
  expect(first('wu-bi-wu-sai')).toEqual(['north', 94.5, 1]); // 100 − 45 × 0.1 − 1
  expect(first('liu-bi-yi-chuang')).toEqual(['north', 94.5, 1]); // 100 − 45 × 0.1 − 1
  expect(first('qi-bi-yi-chuang')).toEqual(['north', 96.5, 1]); // 100 − (30 + 5) × 0.1; the site is marked by hand
  const sheet = parseScheme(templates['qi-bi-yi-chuang']).sheets?.[0];
  const major = sheet?.criteria.filter((c) => c.points !== undefined) ?? [];
  const minor = (list: typeof major) => list.reduce((n, c) => n + (c.of?.length ?? 0), 0);
  expect([major.length, minor(major), minor(major.slice(0, 7))]).toEqual([12, 45, 27]);
});

test('安全检查: tables within themselves, and a zero table that costs the grade', () => {
  const results = run('an-quan');
  const first = find(results, 'sites', 'check', 'h1');
  // harbour: 90 % everywhere. tunnel: pit 10, power 7.8, six tables at 90 % = 54: 71.8 of 80. yard: 7 + 9.9, scaffolding 54 of 60 → 9,
  // the rest 58.5. north: management 10, scaffolding 0 (38 of its guarantee items), the rest 72.
  expect(first.entrants.map((e) => [e.id, e.score, e.place, e.band])).toEqual([
    ['harbour', 90, 1, 'good'],
    ['tunnel', 89.75, 2, 'good'],
    ['yard', 84.4, 3, 'good'],
    ['north', 82, 4, 'failed'],
  ]);
  // 30 % of four is 1.2: two sites.
  expect(granted(find(results, 'sites', 'year'))).toEqual([['model', 'harbour', 'tunnel']]);
});

test('信用评价: the number stays where conduct lowers the grade', () => {
  // fifth: 27 + 28 + 20 × 50 ÷ 60 + 20 = 91.6667; sixth: 20 + 22 + 20 × 40 ÷ 60 + 15 = 70.3333.
  const [half] = run('xin-yong');
  expect(half!.entrants.map((e) => [e.id, e.score, e.band])).toEqual([
    ['fourth', 100, 'd'],
    ['first', 99, 'aa'],
    ['second', 95.5, 'a'],
    ['fifth', 91.6667, 'c'],
    ['third', 88, 'b'],
    ['sixth', 70.3333, 'c'],
  ]);
});

test('红黄旗: flags for the first and the last of a month', () => {
  const results = run('hong-huang-qi');
  expect(['m1', 'm2', 'm3'].map((m) => granted(find(results, 'crews', 'month', m)))).toEqual([
    [
      ['red', 'crew-1'],
      ['yellow', 'crew-3'],
    ],
    [
      ['red', 'crew-2'],
      ['yellow', 'crew-3'],
    ],
    [
      ['red', 'crew-1'],
      ['yellow', 'crew-4'],
    ],
  ]);
  // crew-3: (68 + 66 + 79) ÷ 3 = 71, two months running under 70.
  expect(granted(find(results, 'crews', 'season'))).toEqual([
    ['model', 'crew-1'],
    ['talk', 'crew-3'],
  ]);
});

describe('every scheme has a page that shows the explanation of one entrant, as it is computed', () => {
  for (const id of Object.keys(templates)) {
    test(id, () => {
      const page = readFileSync(new URL(`../../../../docs/schemes/${id}.md`, import.meta.url), 'utf8');
      const entrant = /<!-- entrant: (\S+) -->/.exec(page)?.[1];
      const { explain } = evaluateSeason(parseScheme(templates[id]), examples[id]!, entrant);
      expect(page).toContain(render(explain!, 'zh'));
      expect(page).toContain(render(explain!, 'en'));
    });
  }
});
