// How states and forms are called in Chinese, where refusals and tables name them.
import { type Refusal, refuse } from '@jiangong/contracts';

const words = {
  proposed: '待批准',
  approved: '已批准',
  dissolved: '已解散',
  draft: '草稿',
  submitted: '已提交',
  accepted: '已认可',
  rejected: '已退回',
  withdrawn: '已撤回',
  running: '正在运行',
  completed: '已完成',
  cancelled: '已取消',
  failed: '未能完成',
} as const;
export const formWords = { linked: '关联', 'same-type': '同型', 'cross-type': '异型' } as const;
type State = keyof typeof words;

/** Says in which state something is, and which ones the command needs. */
export function wrongState(
  code: 'alliance-state' | 'output-state' | 'pairing-state',
  name: string,
  status: State,
  ...needed: State[]
): Refusal {
  const statusZh = words[status];
  const neededZh = needed.map((state) => words[state]);
  return refuse(code, { name, status, statusZh, needed: needed.join(' / '), neededZh });
}
