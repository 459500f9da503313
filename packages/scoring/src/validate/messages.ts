// What every finding says: its severity, and one Chinese and one English sentence on what to do.
import type { Finding } from './finding.ts';

type Args = Record<string, string | number>;
type Message = readonly [severity: Finding['severity'], zh: string, en: string];

/** `{name}` in a sentence stands for an argument of the finding. */
const MESSAGES = {
  'too-deep': ['error', '文件嵌套超过 {limit} 层，请减少层次', 'nested deeper than {limit} levels: flatten it'],
  'too-large': ['error', '文件超过 {limit} 个值，请拆分方案', 'more than {limit} values: split the scheme'],
  shape: ['error', '格式不符：{problem}', 'wrong shape: {english}'],
  'needs-language-2': [
    'error',
    '“{word}”属于方案语言 2，请将 language 改为 2，或删去它',
    '“{word}” belongs to language 2: set language to 2 or remove it',
  ],
  'zero-if-outside': [
    'error',
    '“{id}”的 zeroIf 只能引用其自身或下级项目的数值，“{figure}”不是',
    'zeroIf of “{id}” reads only figures of itself or below it, “{figure}” is none',
  ],
  'unused-zero-if': ['error', '“{id}”的 zeroIf 不起作用：须有分值', 'zeroIf of “{id}” has no effect: it needs points'],
  'unused-normalise': [
    'error',
    '“{id}”的 normalise 不起作用：须是有分值的分支',
    'normalise of “{id}” has no effect: it needs children and points',
  ],
  'unused-word': [
    'error',
    '“{id}”的 {word} 不起作用：缺少它所依据的内容',
    '{word} of “{id}” has no effect: what it works on is missing',
  ],
  'unknown-band': ['error', '没有等级“{id}”', 'there is no band “{id}”'],
  'unknown-veto': ['error', '没有否决项“{id}”', 'there is no veto “{id}”'],
  'cap-without-cause': [
    'error',
    '等级上限“{id}”没有条件：请写 if 或 veto',
    'the cap at band “{id}” has no cause: give it if or veto',
  ],
  'level-range': ['error', '“{id}”的等次“{level}”下限高于上限', 'level “{level}” of “{id}” starts above its end'],
  'weights-in-group': [
    'error',
    '组别“{group}”中“{id}”下各项分值合计 {sum}，应为 {points}',
    'in group “{group}” the points under “{id}” add up to {sum}, they must add up to {points}',
  ],
  'absence-gains': [
    'warning',
    '“{id}”合计名次，缺席的一次不计，缺席反而占优：请写 absent',
    '“{id}” adds up places, and whoever is absent gains: say absent',
  ],
  weights: [
    'error',
    '“{id}”下各项分值合计 {sum}，应为 {points}，请调整',
    'the points under “{id}” add up to {sum}, they must add up to {points}',
  ],
  'duplicate-id': ['error', '标识“{id}”重复，请改名', '“{id}” is used twice: rename one'],
  'reserved-id': ['error', '“{id}”是保留名称，请改名', '“{id}” is a reserved name: choose another'],
  'unknown-department': [
    'error',
    '部门“{id}”未在 departments 中列出',
    'department “{id}” is not listed in departments',
  ],
  'unknown-group': ['error', '本赛道没有组别“{id}”', 'there is no group “{id}” on this track'],
  'unknown-sheet': ['error', '没有名为“{id}”的评分表', 'there is no sheet “{id}”'],
  'unknown-stage': [
    'error',
    '没有阶段“{id}”，请写 stage 或 track.stage',
    'there is no stage “{id}”: write stage or track.stage',
  ],
  'unknown-figure': ['error', '此处没有数值“{id}”可用', 'there is no figure “{id}” to use here'],
  'unknown-honour': ['error', '来源阶段没有荣誉“{id}”', 'the stage it comes from has no honour “{id}”'],
  'unknown-criterion': ['error', '评分表没有项目“{id}”', 'the sheet has no criterion “{id}”'],
  'unknown-period': ['error', '没有周期“{id}”', 'there is no period “{id}”'],
  'leaf-or-branch': [
    'error',
    '“{id}”须有且只有 measure 或 of 之一',
    '“{id}” needs either a measure or children (of), not both',
  ],
  'main-not-largest': [
    'error',
    '主项“{id}”（{points} 分）须严格大于其他各项（“{other}”{most} 分）',
    'the main criterion “{id}” ({points}) must be strictly larger than every other (“{other}”: {most})',
  ],
  'main-share': [
    'error',
    '主项“{id}”为 {points} 分，须在 {from}–{to} 之间',
    'the main criterion “{id}” has {points} points, it must have {from} to {to}',
  ],
  'adjustment-only': [
    'error',
    '“{key}”只能用于加减分项，请从“{id}”删去',
    '“{key}” belongs to adjustments only: remove it from “{id}”',
  ],
  'unused-scale': [
    'error',
    '“{id}”的 scale 不起作用：须是有分值的叶子项',
    'the scale of “{id}” has no effect: it needs a measure and points',
  ],
  'unused-out-of': [
    'error',
    '“{id}”的 outOf 不起作用：须是有分值的分支',
    'outOf of “{id}” has no effect: it needs children and points',
  ],
  'level-too-high': [
    'error',
    '等次“{level}”{points} 分，超过“{id}”的 {most} 分',
    'level “{level}” is worth {points}, more than the {most} points of “{id}”',
  ],
  'panel-too-small': [
    'error',
    '评委组“{id}”至少须有 {needed} 人（atLeast），否则去掉最高最低后没有分数',
    'panel “{id}” needs atLeast {needed}, or nothing is left after dropping',
  ],
  'same-band': [
    'error',
    '等级“{id}”与“{other}”起点相同（{from}）',
    'bands “{id}” and “{other}” start at the same {from}',
  ],
  'veto-without-effect': [
    'error',
    '否决项“{id}”没有作用：请写 bars、等级上限（caps），或指向一个计分项的 zero',
    'veto “{id}” has no effect: give it bars, a cap, or zero of a counted criterion',
  ],
  'nothing-to-rank': [
    'error',
    '按 score 排名，但评分表没有计分项',
    'ranked by score, but nothing on the sheet is counted',
  ],
  'repeated-tie-breaker': ['error', '排名依据“{id}”重复', '“{id}” is listed twice in rankBy'],
  cycle: ['error', '阶段互相引用成环：{path}', 'stages collect from each other in a circle: {path}'],
  'other-track': [
    'error',
    '按周期汇总只能取本赛道，“{id}”属于另一赛道',
    'over periods collects from the own track, “{id}” is on another: use over members',
  ],
  'too-few-periods': [
    'error',
    '要求 {needed} 个周期，但“{id}”只有 {periods} 个',
    '{needed} periods are required, “{id}” has only {periods}',
  ],
  'two-quotas': [
    'error',
    '荣誉“{id}”同时写了 take 和 share，请只留一个',
    'honour “{id}” has both take and share: keep one',
  ],
  'no-quota': ['error', '荣誉“{id}”没有名额：请写 take 或 share', 'honour “{id}” has no quota: give it take or share'],
  'empty-group': ['error', '没有任何计分项适用于组别“{id}”', 'no counted criterion applies to group “{id}”'],
  'nested-panels': ['error', '“{id}”的评委组在另一评委组之内', 'the panel of “{id}” lies within another panel'],
  'panel-over-collect': ['error', '评委组不能覆盖汇总项“{id}”', 'a panel cannot judge “{id}”, which is collected'],
  'duplicate-step': ['error', '“{id}”有两档起点相同（{from}）', '“{id}” has two steps from {from}'],
  'cap-over-100': [
    'warning',
    '“{id}”可超过满分（上限 {cap}%），总分可能超过满分',
    '“{id}” may exceed its points (cap {cap}%), so a score may exceed the maximum',
  ],
  'full-marks-unreachable': [
    'warning',
    '“{id}”最多得 {most} 分，达不到 {points} 分',
    '“{id}” reaches at most {most} of its {points} points',
  ],
  'hidden-deduction': [
    'warning',
    '“{id}”同一事项只取最高，轻的扣分会遮住重的，请改为逐项扣分',
    '“{id}” keeps the best event of a subject, so a small deduction hides a large one',
  ],
  'band-gap': [
    'warning',
    '低于 {from} 分没有等级，请补一个从 0 起的等级',
    'a score under {from} has no band: add one from 0',
  ],
  'band-unreachable': [
    'warning',
    '等级“{id}”从 {from} 起，最高只能得 {most} 分',
    'band “{id}” starts at {from}, the most that can be reached is {most}',
  ],
  'tie-breaker-decided': [
    'warning',
    '到“{id}”时已无法区分：前面的依据相同，它必相同',
    '“{id}” cannot break a tie: it is equal whenever the keys before it are',
  ],
  'unused-year-bar': [
    'warning',
    '否决项“{id}”取消年度资格，但没有阶段汇总本阶段',
    'veto “{id}” bars the year, but no stage collects this one over periods',
  ],
  'formula-count': [
    'warning',
    '名称“{name}”应有 {said} 对，列出了 {pairs} 对',
    '“{english}” says {said} pairs, {pairs} are listed',
  ],
  'formula-sheet': [
    'warning',
    '列出 {pairs} 对，主评分表只有 {items} 个计分大项',
    '{pairs} pairs are listed, the main sheet counts only {items} items',
  ],
  'half-applies': [
    'warning',
    '组别“{id}”只适用 {points} 分（共 {outOf} 分），折算后波动较大',
    'only {points} of {outOf} points apply to group “{id}”: normalising magnifies them',
  ],
  'main-not-applicable': [
    'warning',
    '主项“{main}”不适用于组别“{id}”',
    'the main criterion “{main}” does not apply to group “{id}”',
  ],
  'void-without-events': [
    'warning',
    'voidIf 引用的“{id}”不是事件次数',
    'voidIf refers to “{id}”, which is no count of events',
  ],
  'weight-undefined': [
    'warning',
    '权重“{figure}”不适用于组别“{id}”',
    'the weight “{figure}” is not defined for group “{id}”',
  ],
  'every-without-admits': [
    'warning',
    '阶段“{id}”写了 every，但没有 admits 限定参加者',
    'stage “{id}” comes round (every) but admits does not say for whom',
  ],
  'missing-english': ['warning', '有 {count} 处名称没有英文', '{count} labels have no English'],
  'stage-missing': [
    'error',
    '新版本没有已关闭的阶段“{id}”',
    'the new version has no stage “{id}”, which has closed results',
  ],
  'period-missing': [
    'error',
    '新版本的“{id}”没有已关闭的周期“{period}”',
    '“{id}” of the new version has no period “{period}”, which is closed',
  ],
  'figure-missing': [
    'error',
    '“{figure}”在已关闭的“{id}”（{period}）中不存在，不能汇总',
    'closed results of “{id}” ({period}) have no “{figure}” to collect',
  ],
  'unknown-item': ['error', '评分表没有可录入的项目“{id}”', 'the sheet has no item “{id}” to enter'],
  'entry-shape': ['error', '“{id}”的录入格式不对', 'the entry of “{id}” has the wrong shape'],
  'out-of-bounds': ['error', '“{id}”的分值应在 0 到 {most} 之间', 'the mark of “{id}” must be from 0 to {most}'],
  'below-zero': ['error', '“{id}”不能小于 {least}', '“{id}” must not be below {least}'],
  'accepted-over-done': ['error', '“{id}”的验收合格量超过完成量', '“{id}” has more accepted than done'],
  refused: ['error', '不能接受：{code}', 'refused: {english}'],
} as const satisfies Record<string, Message>;

export type Code = keyof typeof MESSAGES;
export const CODES = Object.keys(MESSAGES) as Code[];

export function finding(code: Code, at: string, args: Args = {}): Finding {
  const [severity, zh, en] = MESSAGES[code];
  const fill = (text: string) => text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => String(args[name] ?? whole));
  return { code, severity, at, zh: fill(zh), en: fill(en) };
}
