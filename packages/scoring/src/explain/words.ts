// The sentences: one in Chinese and one in English for each kind of step, filled from the step's arguments.
import type { Op } from './ops.ts';
import type { Explain } from './step.ts';

export type Language = 'zh' | 'en';
type Sentence = (step: Explain) => { zh: string; en: string };

const n = (x: unknown): string => (x === null || x === undefined ? '—' : String(x));
const plus = (x: unknown): string => (typeof x === 'number' && x < 0 ? `− ${-x}` : `+ ${n(x)}`);

const OUTCOMES: Record<string, { zh: string; en: string }> = {
  used: { zh: '采用', en: 'used' },
  dropped: { zh: '未取用（只取最好的若干次）', en: 'dropped (only the best count)' },
  invalid: { zh: '无效，不计入', en: 'invalid, left out' },
  'not-assessable': { zh: '不具备评定条件，不计入', en: 'not assessable, left out' },
  'not-entered': { zh: '未参加，不计入', en: 'not entered, left out' },
  pending: { zh: '尚未完成', en: 'pending' },
  counted: { zh: '计入', en: 'counted' },
  recused: { zh: '回避', en: 'recused' },
  missing: { zh: '尚未打分', en: 'mark missing' },
  met: { zh: '满足', en: 'met' },
  unmet: { zh: '不满足', en: 'not met' },
  none: { zh: '没有数值', en: 'no value' },
};
const outcome = (x: unknown) => OUTCOMES[String(x)] ?? { zh: n(x), en: n(x) };
const REDUCED: Record<string, { zh: string; en: string }> = {
  mean: { zh: '平均', en: 'mean' },
  sum: { zh: '合计', en: 'sum' },
  last: { zh: '取最后一次', en: 'the last one' },
  streak: { zh: '最长连续次数', en: 'longest run' },
  trimmed: { zh: '去掉最高最低后平均', en: 'mean without the highest and lowest' },
  median: { zh: '中位数', en: 'median' },
};
const reduced = (x: unknown) => REDUCED[String(x)] ?? { zh: n(x), en: n(x) };

/** What each step says. The number that comes out stands at the end, so that every line can be checked by hand. */
export const SENTENCES: Record<Op, Sentence> = {
  place: ({ args: a, value }) => {
    if (value === null) return { zh: '不参加排名', en: 'not placed' };
    const joint = Number(a.joint) > 1;
    const ahead = a.ahead !== undefined;
    const by = {
      zh: `；与前一名 ${n(a.ahead)} 相比，${n(a.figure)}：${n(a.own)} 对 ${n(a.theirs)}`,
      en: `; against ${n(a.ahead)} just ahead, ${n(a.figure)}: ${n(a.own)} to ${n(a.theirs)}`,
    };
    return {
      zh: `${n(a.among)} 个排名单位中列第 ${value} 名${joint ? `（${n(a.joint)} 家并列）` : ''}${ahead ? by.zh : ''}`,
      en: `place ${value} of ${n(a.among)}${joint ? ` (shared by ${n(a.joint)})` : ''}${ahead ? by.en : ''}`,
    };
  },
  bar: ({ args: a }) => ({
    zh: `取消${a.level === 'year' ? '年度' : '本阶段'}评比资格（${n(a.at)}），分数保留`,
    en: `costs eligibility for the ${a.level === 'year' ? 'year' : 'stage'} (${n(a.at)}); the number stands`,
  }),
  score: ({ args: a, value }) => ({
    zh: `基础分 ${n(a.base)} ${plus(a.adjustments)}（加减分）= ${n(a.before ?? value)}`,
    en: `base ${n(a.base)} ${plus(a.adjustments)} (adjustments) = ${n(a.before ?? value)}`,
  }),
  condition: ({ args: a, value }) => ({
    zh: `${n(a.figure)} = ${n(value)}，要求${a.atLeast === undefined ? `低于 ${n(a.below)}` : `不低于 ${n(a.atLeast)}`}：${outcome(a.verdict).zh}`,
    en: `${n(a.figure)} = ${n(value)}, must be ${a.atLeast === undefined ? `below ${n(a.below)}` : `at least ${n(a.atLeast)}`}: ${outcome(a.verdict).en}`,
  }),
  base: ({ args: a, value }) =>
    a.max === a.outOf
      ? { zh: `各项合计 ${n(value)}`, en: `the items add up to ${n(value)}` }
      : {
          zh: `应评项目 ${n(a.max)} 分中得 ${n(a.got)} 分，折算：${n(a.outOf)} × ${n(a.got)} ÷ ${n(a.max)} = ${n(value)}`,
          en: `${n(a.got)} of the ${n(a.max)} that apply, normalised: ${n(a.outOf)} × ${n(a.got)} ÷ ${n(a.max)} = ${n(value)}`,
        },
  adjustments: ({ args: a, value }) => ({
    zh: `合计 ${n(a.sum)}${a.sum === value ? '' : `，按上下限计 ${n(value)}`}`,
    en: `add up to ${n(a.sum)}${a.sum === value ? '' : `, limited to ${n(value)}`}`,
  }),
  sum: ({ value }) => ({ zh: `合计 ${n(value)}`, en: `adds up to ${n(value)}` }),
  share: ({ args: a, value, of }) => {
    const got = addUp(of);
    const text = `${n(a.points)} × ${got} ÷ ${n(a.outOf)} = ${n(a.before ?? value)}`;
    return { zh: `折算：${text}`, en: `in proportion: ${text}` };
  },
  points: ({ args: a, value }) => ({ zh: `得 ${n(a.before ?? value)} 分`, en: `${n(a.before ?? value)} points` }),
  proportional: ({ args: a, value }) => {
    const capped = typeof a.cap === 'number' && typeof a.raw === 'number' && a.raw > a.cap;
    const text = `${n(a.points)} × ${n(capped ? a.cap : a.raw)} ÷ ${n(a.outOf)} = ${n(a.before ?? value)}`;
    return {
      zh: `${capped ? `按上限 ${n(a.cap)} 计，` : ''}${text}`,
      en: `${capped ? `capped at ${n(a.cap)}, ` : ''}${text}`,
    };
  },
  rate: ({ args: a, value }) => {
    const text = `${n(a.start)} + (${n(a.raw)} − ${n(a.from)}) ÷ ${n(a.per)} × ${n(a.points)} = ${n(a.before ?? value)}`;
    return { zh: `${text}${a.whole ? '（只计整档）' : ''}`, en: `${text}${a.whole ? ' (full steps only)' : ''}` };
  },
  steps: ({ args: a, value }) => ({
    zh:
      a.from === null
        ? `${n(a.raw)} 未达最低档，得 ${n(a.before ?? value)} 分`
        : `${n(a.raw)} 达到 ${n(a.from)} 档，得 ${n(a.before ?? value)} 分`,
    en:
      a.from === null
        ? `${n(a.raw)} is below the lowest step: ${n(a.before ?? value)}`
        : `${n(a.raw)} reaches step ${n(a.from)}: ${n(a.before ?? value)}`,
  }),
  linear: ({ args: a, value }) => {
    if (a.from === null) {
      const got = n(a.before ?? value);
      return { zh: `${n(a.raw)} 未达最低档，得 ${got} 分`, en: `${n(a.raw)} is below the lowest level: ${got}` };
    }
    if (a.to === null) {
      const got = n(a.before ?? value);
      return { zh: `${n(a.raw)} 达到最高档，得 ${got} 分`, en: `${n(a.raw)} reaches the highest level: ${got}` };
    }
    const line = `${n(a.low)} + (${n(a.raw)} − ${n(a.from)}) ÷ (${n(a.to)} − ${n(a.from)}) × (${n(a.high)} − ${n(a.low)})`;
    return {
      zh: `按两档之间直线内插：${line} = ${n(a.before ?? value)}`,
      en: `in a straight line between two levels: ${line} = ${n(a.before ?? value)}`,
    };
  },
  relative: ({ args: a, value }) => {
    const [top, bottom] = a.lower ? [a.best, a.raw] : [a.raw, a.best];
    const text = `${n(a.points)} × ${n(top)} ÷ ${n(bottom)} = ${n(a.before ?? value)}`;
    return { zh: `与最好成绩 ${n(a.best)} 相比：${text}`, en: `against the best, ${n(a.best)}: ${text}` };
  },
  cap: ({ args: a }) => ({
    zh: `因 ${n(a.cause)}，等级至多为此，分数保留`,
    en: `at most this band because of ${n(a.cause)}; the number stands`,
  }),
  shown: ({ value }) => ({ zh: `${n(value)}（只列示，不计分）`, en: `${n(value)} (shown, not counted)` }),
  panel: ({ args: a, value }) => ({
    zh: `${n(a.judges)} 名评委${reduced(a.reduce).zh} = ${n(a.before ?? value)}`,
    en: `${reduced(a.reduce).en} of ${n(a.judges)} judges = ${n(a.before ?? value)}`,
  }),
  judge: ({ args: a, value }) => ({
    zh: `评委 ${n(a.judge)}：${value === null ? outcome(a.outcome).zh : n(value)}`,
    en: `judge ${n(a.judge)}: ${value === null ? outcome(a.outcome).en : n(value)}`,
  }),
  value: ({ value }) => ({ zh: `录入 ${n(value)}`, en: `entered ${n(value)}` }),
  ratio: ({ args: a, value }) => {
    if (a.signed) {
      const text = `100 + 100 × (${n(a.done)} − ${n(a.plan)}) ÷ |${n(a.plan)}| = ${n(value)}%`;
      return {
        zh: `计划 ${n(a.plan)}，完成 ${n(a.done)}：${text}`,
        en: `plan ${n(a.plan)}, done ${n(a.done)}: ${text}`,
      };
    }
    const [top, bottom] = a.inverse ? [a.plan, a.done] : [a.done, a.plan];
    const what = a.accepted ? { zh: '验收合格量', en: 'accepted' } : { zh: '完成量', en: 'done' };
    return {
      zh: `计划 ${n(a.plan)}，${what.zh} ${n(a.done)}：100 × ${n(top)} ÷ ${n(bottom)} = ${n(value)}%`,
      en: `plan ${n(a.plan)}, ${what.en} ${n(a.done)}: 100 × ${n(top)} ÷ ${n(bottom)} = ${n(value)}%`,
    };
  },
  parts: ({ value }) => ({ zh: `各部分按权重平均 = ${n(value)}%`, en: `weighted mean of the parts = ${n(value)}%` }),
  part: ({ args: a, value }) => ({
    zh: `权重 ${n(a.weight)}，计划 ${n(a.plan)}，完成 ${n(a.done)}：${value === null ? '不计入' : `${value}%（最多 100%）`}`,
    en: `weight ${n(a.weight)}, plan ${n(a.plan)}, done ${n(a.done)}: ${value === null ? 'left out' : `${value}% (at most 100%)`}`,
  }),
  events: ({ args: a, value }) => ({
    zh: `起评 ${n(a.start)}，${a.tally ?? '逐项加减'}${a.highestOnly ? '（同一事项只取最高）' : ''} = ${n(value)}`,
    en: `starting at ${n(a.start)}, ${a.tally ?? 'event by event'}${a.highestOnly ? ' (the best of each subject only)' : ''} = ${n(value)}`,
  }),
  event: ({ args: a, value }) => ({
    zh: `${n(a.points)} × ${n(a.times)} 次${a.subject === undefined ? '' : `（${n(a.subject)}）`}，计 ${n(value)}`,
    en: `${n(a.points)} × ${n(a.times)}${a.subject === undefined ? '' : ` (${n(a.subject)})`}, counts ${n(value)}`,
  }),
  level: ({ args: a, value }) =>
    a.from === undefined
      ? { zh: `该等次 ${n(value)} 分`, en: `this level is worth ${n(value)}` }
      : {
          zh: `该等次 ${n(a.from)}–${n(a.to)} 分，评 ${n(value)} 分`,
          en: `this level leaves ${n(a.from)}–${n(a.to)}, marked ${n(value)}`,
        },
  figure: ({ args: a, value }) => ({ zh: `${n(a.figure)} = ${n(value)}`, en: `${n(a.figure)} = ${n(value)}` }),
  collect: ({ args: a, value }) => ({
    zh: `汇总 ${n(a.from)} 的 ${a.honour === undefined ? n(a.pick) : `荣誉 ${n(a.honour)}`}，采用 ${n(a.used)} 项，${reduced(a.take).zh}${a.weightBy === undefined ? '' : `（按 ${n(a.weightBy)} 加权）`} = ${n(value)}`,
    en: `${a.honour === undefined ? n(a.pick) : `honour ${n(a.honour)}`} of ${n(a.from)}, ${n(a.used)} used, ${reduced(a.take).en}${a.weightBy === undefined ? '' : ` (weighted by ${n(a.weightBy)})`} = ${n(value)}`,
  }),
  collected: ({ args: a, value }) => {
    const weight = a.weight === undefined ? '' : ` × ${n(a.weight)}`;
    const joint = Number(a.joint) > 1;
    const place = {
      zh: a.place === undefined ? '' : `第 ${n(a.place)} 名${joint ? `（${n(a.joint)} 家并列）` : ''}得分 `,
      en: a.place === undefined ? '' : `place ${n(a.place)}${joint ? ` (shared by ${n(a.joint)})` : ''} gives `,
    };
    const version = a.version === undefined ? '' : `, v${n(a.version)}`;
    return {
      zh: `${n(a.entrant)}，${n(a.from)}：${place.zh}${n(value)}${weight}，${outcome(a.outcome).zh}${version}`,
      en: `${n(a.entrant)}, ${n(a.from)}: ${place.en}${n(value)}${weight}, ${outcome(a.outcome).en}${version}`,
    };
  },
  none: ({ args: a }) => {
    if (a.reason !== undefined) return { zh: `不具备评定条件：${n(a.reason)}`, en: `not assessable: ${n(a.reason)}` };
    return a.entered === false
      ? { zh: '未录入', en: 'not entered' }
      : { zh: '本组不适用', en: 'does not apply to this group' };
  },
};

/** What the counted children add up to, to four places. */
export function addUp(of: readonly Explain[] | undefined): number {
  const counted = (of ?? []).filter((step) => step.max !== null);
  return Math.round(counted.reduce((sum, step) => sum + Math.round((step.value ?? 0) * 10_000), 0)) / 10_000;
}
