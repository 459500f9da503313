// The columns of grants as files have them, in Chinese: the feed, the exports, and what HR systems send back to be compared.
import type { HrRow } from '@jiangong/contracts';

export const hrColumns = [
  ['荣誉标识', 'grant'],
  ['版次', 'revision'],
  ['状态', 'status'],
  ['外部编码', 'externalId'],
  ['获奖对象', 'recipientName'],
  ['对象类型', 'recipientType'],
  ['荣誉代码', 'honourCode'],
  ['荣誉全称', 'honourName'],
  ['荣誉简称', 'shortName'],
  ['级别', 'level'],
  ['集体', 'collective'],
  ['授予单位', 'grantedBy'],
  ['文号', 'documentNumber'],
  ['年度', 'year'],
  ['名次', 'place'],
  ['并列', 'joint'],
  ['决定日期', 'decisionDate'],
  ['生效日期', 'validFrom'],
  ['失效日期', 'validTo'],
  ['原因', 'reason'],
  ['奖金（元）', 'prize'],
  ['决定标识', 'decision'],
  ['竞赛标识', 'competition'],
  ['对象标识', 'recipientId'],
  ['登记时间', 'recordedAt'],
] as const satisfies readonly (readonly [string, keyof HrRow])[];

type Cell = string | number | undefined;
const cell = (value: string | number | boolean | undefined): Cell =>
  typeof value === 'boolean' ? (value ? '是' : '否') : value;
/** A row as its columns stand. */
export const cellsOf = (row: HrRow): Cell[] => hrColumns.map(([, field]) => cell(row[field]));
