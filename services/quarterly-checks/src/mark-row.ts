// One mark as a row of a csv file: the unit's code, the criterion, and in exactly one cell what was found.
import { code, type Mark, mark, type Refusal, refuse } from '@jiangong/contracts';
import { z } from 'zod';

export const markRow = z.strictObject({
  单位编码: code,
  指标: code,
  分值: z.string().optional(),
  等级: z.string().optional(),
  /** `hazard×2；rework`, or 无 for none. */
  事项: z.string().optional(),
  /** Why it cannot be assessed. */
  不予评定: z.string().optional(),
  依据: z.string().optional(),
});
export type MarkRow = z.infer<typeof markRow>;

export function markOf(row: MarkRow): Mark | Refusal {
  const found = [valueIn(row), levelIn(row), eventsIn(row), naIn(row)].filter((each) => each !== undefined);
  const one = found.length === 1 ? mark.safeParse({ ...found[0], ...evidenceIn(row) }) : undefined;
  if (one?.success) return one.data;
  return refuse('mark-misfit', {
    criterion: row.指标,
    expected: '分值、等级、事项（如 hazard×2；rework，没有填“无”）、不予评定四栏恰填一栏',
    expectedEn: 'exactly one of 分值, 等级, 事项 (such as hazard×2；rework, or 无) and 不予评定',
  });
}

const valueIn = ({ 分值 }: MarkRow) => (分值 ? { value: Number(分值) } : undefined);
const levelIn = ({ 等级 }: MarkRow) => (等级 ? { level: 等级 } : undefined);
const naIn = ({ 不予评定 }: MarkRow) => (不予评定 ? { na: 不予评定 } : undefined);
const evidenceIn = ({ 依据 }: MarkRow) => (依据 ? { evidence: [依据] } : {});
function eventsIn({ 事项 }: MarkRow) {
  if (!事项) return undefined;
  if (事项 === '无') return { events: [] };
  const events = 事项.split(/[；;]/).map((part) => {
    const event = part.trim();
    // From its end, so that a cell of any length is looked at once.
    const at = Math.max(event.lastIndexOf('×'), event.lastIndexOf('*'));
    const times = event.slice(at + 1).trim();
    return at >= 0 && /^\d+$/.test(times) ? { code: event.slice(0, at).trim(), times: Number(times) } : { code: event };
  });
  return { events };
}
