// What the keys of a scheme are called, and what a change of each can move: scores, places, honours, or only wording.

/** The most that a change can change: scores, places, honours, or only wording. */
export type Effect = 'scores' | 'places' | 'honours' | 'wording';

interface Word {
  zh: string;
  en: string;
  effect: Effect;
}

const word = (zh: string, en: string, effect: Effect = 'scores'): Word => ({ zh, en, effect });

/** Keys by name; within an honour every key affects honours. */
export const WORDS: Record<string, Word> = {
  title: word('标题', 'title', 'wording'),
  label: word('名称', 'label', 'wording'),
  clause: word('条款', 'clause', 'wording'),
  unit: word('单位', 'unit', 'wording'),
  formula: word('竞赛公式', 'formula', 'wording'),
  name: word('公式名称', 'formula name', 'wording'),
  pairs: word('公式各对', 'formula pairs', 'wording'),
  departments: word('部门', 'departments', 'wording'),
  owner: word('负责部门', 'owner', 'wording'),
  raisedBy: word('提出部门', 'departments that raise it', 'wording'),
  alertBelow: word('预警线', 'alert line', 'wording'),
  every: word('周期', 'how often', 'wording'),
  main: word('主项规定', 'main rule', 'wording'),
  id: word('标识', 'id', 'wording'),
  tracks: word('赛道', 'tracks'),
  stages: word('阶段', 'stages'),
  sheets: word('评分表', 'sheets'),
  sheet: word('评分表', 'sheet'),
  periods: word('周期', 'periods'),
  criteria: word('项目', 'criteria'),
  of: word('子项', 'children'),
  points: word('分值', 'points'),
  outOf: word('满分', 'out of'),
  min: word('下限', 'lowest'),
  max: word('上限', 'highest'),
  only: word('适用组别', 'groups it applies to'),
  required: word('必评', 'required'),
  due: word('何时必须录入', 'when it is due'),
  measure: word('计量方式', 'measure'),
  kind: word('方式', 'kind'),
  basis: word('基数', 'basis'),
  accepted: word('只计验收合格', 'accepted work only'),
  cap: word('上限（%）', 'cap (%)'),
  inverse: word('越少越好', 'less is better'),
  start: word('起评分', 'start'),
  highestOnly: word('只取最高', 'best of each subject only'),
  tariff: word('加减分标准', 'tariff'),
  levels: word('等次', 'levels'),
  from: word('起点', 'from'),
  pick: word('取用数值', 'figure collected'),
  over: word('汇总范围', 'collected over'),
  take: word('汇总方式', 'how it is reduced'),
  best: word('取最好', 'best'),
  atLeast: word('至少', 'at least'),
  below: word('低于', 'below'),
  figure: word('数值', 'figure'),
  weightBy: word('加权依据', 'weighted by'),
  scale: word('折分办法', 'scale'),
  per: word('每', 'per'),
  whole: word('只计整档', 'full steps only'),
  steps: word('档次', 'steps'),
  panel: word('评委组', 'panel'),
  reduce: word('评委分合成', 'how marks are reduced'),
  drop: word('去掉最高最低个数', 'marks dropped at each end'),
  adjustments: word('加减分', 'adjustments'),
  items: word('加减分项', 'adjustment items'),
  voidIf: word('作废条件', 'void if'),
  validIf: word('有效条件', 'valid if'),
  zeroIf: word('计零条件', 'zero if'),
  normalise: word('折算范围', 'normalised within'),
  linear: word('内插点', 'points of the line'),
  vetoes: word('否决项', 'vetoes'),
  zero: word('清零项目', 'criterion set to zero'),
  bars: word('取消资格范围', 'eligibility barred', 'places'),
  better: word('好坏方向', 'which is better', 'places'),
  decimals: word('公布位数', 'published decimals', 'places'),
  groups: word('组别', 'groups', 'places'),
  rankBy: word('排名依据', 'ranked by', 'places'),
  rankWithin: word('排名范围', 'ranked within', 'places'),
  bands: word('等级', 'bands', 'honours'),
  honours: word('荣誉', 'honours', 'honours'),
  admits: word('准入', 'admission', 'honours'),
  share: word('比例', 'share', 'honours'),
  require: word('条件', 'requirements', 'honours'),
  ties: word('并列处理', 'ties at the cut', 'honours'),
};

/** Everything below these keys moves what they move. */
export const GOVERNING: readonly string[] = ['formula', 'departments', 'main', 'groups', 'bands', 'honours', 'admits'];
