// Outputs of a union that are like another, for its accepter: what was submitted or accepted, in whichever alliance.
import type { DuplicateAnswer, Read } from '@jiangong/contracts';
import { ALIKE, likeness } from './likeness.ts';
import { type OutputRow, outputs } from './views.ts';

const what = { code: ['编码', 'code'], title: ['名称', 'title'], summary: ['摘要', 'summary'] } as const;

/** The most alike first. */
export async function duplicatesOf(read: Read, output: OutputRow): Promise<DuplicateAnswer[]> {
  const rows = await read.everywhere().all(outputs, { owner: output.owner, status: ['submitted', 'accepted'] });
  return rows
    .filter((row) => row.output !== output.output)
    .map((row) => ({ row, ...likeness(output, row) }))
    .filter(({ percent }) => percent >= ALIKE)
    .sort((a, b) => b.percent - a.percent || (a.row.output < b.row.output ? -1 : 1))
    .map(({ row: { output: id, alliance, title, kind, status, adoptedOn }, percent, by }) => {
      const [zh, en] = percent === 100 ? ['相同', 'the same'] : [`${percent}% 相近`, `${percent}% alike`];
      const text = { zh: `${what[by][0]}${zh}`, en: `${what[by][1]} ${en}` };
      return { output: id, alliance, title, kind, status, adoptedOn, percent, by, ...text };
    });
}
