// Evaluators broken on purpose: one edit each, and the property or example that must notice it.

export interface Mutant {
  file: string;
  find: string;
  put: string;
  /** Name of a check, or `example <scheme id>`. */
  caughtBy: string;
}

const ORACLE = 'the compiled evaluator equals the naive oracle';
const READER = 'a reader with a pocket calculator gets every printed number, and explaining changes none';
const PLACES = 'places are a weak 1224 order of the published keys';
const FULL = 'full marks are exactly the maximum and none are 0, in every group';

export const MUTANTS: readonly Mutant[] = [
  { file: 'decimal.ts', find: 'if (r < Math.abs(c))', put: 'if (r <= Math.abs(c))', caughtBy: ORACLE },
  { file: 'decimal.ts', find: 'Math.trunc((a - (a % c)) / c)', put: 'Math.round(a / c)', caughtBy: ORACLE },
  { file: 'decimal.ts', find: 'return q + 0;', put: 'return q + 1;', caughtBy: ORACLE },
  { file: 'compile/sheet.ts', find: 'max !== outOf && max !== 0', put: 'max === outOf', caughtBy: FULL },
  { file: 'compile/sheet.ts', find: 'Math.max(0, s.base + s.adjustments)', put: 's.base', caughtBy: ORACLE },
  { file: 'compile/sheet.ts', find: 'Math.min(most, Math.max(least, sum))', put: 'sum', caughtBy: ORACLE },
  {
    file: 'compile/sheet.ts',
    find: "?.find((t) => t.judge(s) === 'met')",
    put: "?.find((t) => t.judge(s) === 'unmet')",
    caughtBy: ORACLE,
  },
  { file: 'compile/sheet.ts', find: "verdicts.includes('unmet')", put: 'false', caughtBy: ORACLE },
  { file: 'compile/sheet.ts', find: 's.faults += UNIT;', put: '', caughtBy: ORACLE },
  { file: 'compile/criterion.ts', find: 'if (value < floor)', put: 'if (value < -1e15)', caughtBy: ORACLE },
  { file: 'compile/criterion.ts', find: 'else if (value > most)', put: 'else if (value > 2 * most)', caughtBy: ORACLE },
  { file: 'compile/criterion.ts', find: 's.vetoed[veto] &&', put: '!s.vetoed[veto] &&', caughtBy: ORACLE },
  {
    file: 'compile/branch.ts',
    find: 'if (!child.counted || status === NONE) continue;',
    put: 'if (status === NONE) continue;',
    caughtBy: ORACLE,
  },
  { file: 'compile/branch.ts', find: 'if (status === PENDING) pending = true;', put: '', caughtBy: ORACLE },
  { file: 'compile/panel.ts', find: 'n - panel.drop)]', put: 'n)]', caughtBy: ORACLE },
  { file: 'compile/panel.ts', find: '[(n - 1) >> 1, (n >> 1) + 1]', put: '[n >> 1, (n >> 1) + 1]', caughtBy: ORACLE },
  {
    file: 'compile/leaf.ts',
    find: 'units >= 0 && units <= limits[n]!',
    put: 'units >= 0',
    caughtBy: 'example of a mark above its points',
  },
  { file: 'measure/events.ts', find: 'points(event) > points(', put: 'points(event) < points(', caughtBy: ORACLE },
  { file: 'measure/events.ts', find: 'if (measure.highestOnly)', put: 'if (false)', caughtBy: ORACLE },
  {
    file: 'measure/ratio.ts',
    find: 'Math.min(percent(units(part.plan)',
    put: 'Math.max(percent(units(part.plan)',
    caughtBy: ORACLE,
  },
  { file: 'measure/ratio.ts', find: 'accepted ? work.accepted : work.done', put: 'work.done', caughtBy: ORACLE },
  {
    file: 'measure/ratio.ts',
    find: 'done === 0 ? cap : mulDiv(HUNDRED, plan, done)',
    put: 'mulDiv(HUNDRED, done, plan)',
    caughtBy: ORACLE,
  },
  { file: 'scale/scale.ts', find: 'b.from - a.from', put: 'a.from - b.from', caughtBy: ORACLE },
  {
    file: 'explain/points.ts',
    find: 'outOf: measure.outOf } };\n  }\n  return',
    put: 'outOf: 10 } };\n  }\n  return',
    caughtBy: READER,
  },
  { file: 'compile/limit.ts', find: 'step.value = plain(to);', put: '', caughtBy: READER },
  { file: 'stage/rank.ts', find: 'place = n + 1;', put: 'place += 1;', caughtBy: 'example qi-bi-qi-sai' },
  { file: 'stage/rank.ts', find: '&& !table.bars.has(i)', put: '', caughtBy: PLACES },
  {
    file: 'stage/score.ts',
    find: 'return by.lowerIsBetter ? -key : key;',
    put: 'return key;',
    caughtBy: 'example wu-gong-li',
  },
  { file: 'stage/score.ts', find: 'roundTo(value, by.decimals)', put: 'value', caughtBy: PLACES },
  {
    file: 'stage/honours.ts',
    find: "honour.ties === 'include'",
    put: "honour.ties !== 'include'",
    caughtBy: 'example jian-jia',
  },
  { file: 'stage/honours.ts', find: '!honoured.has(i) &&', put: '', caughtBy: 'example jian-jia' },
  { file: 'stage/admit.ts', find: 's.bars.push(', put: '[].push(', caughtBy: 'example jian-jia' },
  {
    file: 'measure/collect.ts',
    find: 'result.place ?? closing.size(',
    put: 'result.place ?? 0 * closing.size(',
    caughtBy: 'example qi-bi-qi-sai',
  },
  {
    file: 'measure/collect.ts',
    find: "if (bar.level !== 'year') continue;",
    put: 'continue;',
    caughtBy: 'example sheng-hua',
  },
  {
    file: 'measure/collect.ts',
    find: 'lower ? a.value - b.value',
    put: '!lower ? a.value - b.value',
    caughtBy: 'example wu-gong-li',
  },
  {
    file: 'measure/collect.ts',
    find: 'used.map((p) => p.weight)',
    put: 'used.map(() => 1)',
    caughtBy: 'example gong-lu',
  },
  {
    file: 'measure/collect.ts',
    find: 'if (!closing?.closed) continue;',
    put: 'if (!closing) continue;',
    caughtBy: 'example of an open quarter',
  },
  {
    file: 'measure/due.ts',
    find: 's.period !== null && due.includes(s.period)',
    put: 'due.length > 0',
    caughtBy: 'example shi-er-xiang',
  },
  {
    file: 'compile/branch.ts',
    find: 'mulDiv(points, got, max)',
    put: 'got',
    caughtBy: 'a sub-table scaled within itself',
  },
  {
    file: 'compile/branch.ts',
    find: 'row.max[index] = points;\n      if',
    put: 'if',
    caughtBy: 'a sub-table scaled within itself',
  },
  {
    file: 'compile/criterion.ts',
    find: 'if (zero) limit',
    put: 'if (!zero) limit',
    caughtBy: 'a table that counts 0',
  },
  {
    file: 'compile/criterion.ts',
    find: "t.judge(s) === 'met'",
    put: "t.judge(s) === 'unmet'",
    caughtBy: 'a table that counts 0',
  },
  { file: 'compile/sheet.ts', find: 'zero ? 0 : Math', put: 'zero ? 1 : Math', caughtBy: 'a sheet that counts 0' },
  { file: 'scale/scale.ts', find: 'if (next === 0) return 0;', put: '', caughtBy: 'straight lines between levels' },
  {
    file: 'scale/scale.ts',
    find: 'raw - low.from, high.points - low.points',
    put: 'raw, high.points - low.points',
    caughtBy: 'straight lines between levels',
  },
  { file: 'scale/scale.ts', find: 'k.from > raw', put: 'k.from >= raw', caughtBy: 'straight lines between levels' },
  { file: 'stage/honours.ts', find: "honour.from === 'last'", put: 'false', caughtBy: 'a flag for the last' },
  {
    file: 'stage/honours.ts',
    find: '.filter((i) => table.place[i] !== place)',
    put: '',
    caughtBy: 'a flag for the last',
  },
];
