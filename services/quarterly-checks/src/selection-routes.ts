// Routes that act on a selection of checks: sheets are submitted, and progress is verified as it was reported.
import { type Actor, code, type DoneItem, id, type Read, refuse, type VerifiedItem } from '@jiangong/contracts';
import { bulk } from '@jiangong/service-kit';
import { z } from 'zod';
import { checkCommand } from './check.ts';
import { checks } from './views.ts';

const ids = z.array(id).min(1).max(1000);

export const selectionRoutes = [
  bulk('/checks/submit', {
    summary: ['成批提交部门评分表', 'Submit a department’s sheets of a selection of checks'],
    roles: ['checker'],
    body: z.strictObject({ ids, department: code }),
    rows: ({ body: { ids, department } }) =>
      [...new Set(ids)].map((id) => ({ key: id, of: [id], command: checkCommand(id, 'submit-sheet', { department }) })),
  }),
  bulk('/checks/verify', {
    summary: [
      '成批按上报核验完成情况（本部门的指标，全部验收合格）',
      'Verify the progress of a selection of checks as reported',
    ],
    roles: ['checker'],
    body: z.strictObject({ ids }),
    rows: ({ body, read, actor }) =>
      Promise.all(
        [...new Set(body.ids)].map(async (id) => ({ key: id, of: [id], command: await verification(id, read, actor) })),
      ),
  }),
];

async function verification(id: string, read: Read, { departments }: Actor) {
  const check = await read.get(checks, id);
  if (!check) return refuse('not-found', { what: id });
  const own = check.criteria.filter(({ owner, from }) => from === 'work' && departments.includes(owner));
  const reported = own.flatMap(({ id }) => (check.reported[id] ? [[id, asReported(check.reported[id])]] : []));
  if (reported.length === 0) return refuse('nothing-reported', { unit: check.entrant.name });
  return checkCommand(id, 'verify-progress', { items: Object.fromEntries(reported) });
}

const asReported = (item: DoneItem): VerifiedItem =>
  'parts' in item
    ? { parts: item.parts.map((part) => ({ ...part, accepted: part.done })) }
    : { done: item.done, accepted: item.done };
