// Routes that act on a selection of checks: sheets are submitted, progress is verified as it was reported, who owes is reminded.
import {
  type Actor,
  code,
  type DoneItem,
  id,
  type Read,
  type Refusal,
  refuse,
  type VerifiedItem,
} from '@jiangong/contracts';
import { type BulkRow, bulk } from '@jiangong/service-kit';
import { z } from 'zod';
import { checkCommand } from './check.ts';
import type { Check } from './check-state.ts';
import { PAGE } from './limits.ts';
import { owedIn } from './owed.ts';
import { reminderCommand } from './reminder.ts';
import { noticesNow } from './reminder-notices.ts';
import type { Round } from './round.ts';
import { checks, rounds } from './views.ts';

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
  bulk('/checks/remind', {
    summary: ['成批催办（未交的单位和部门）', 'Remind whoever owes something in a selection of checks'],
    roles: ['organiser'],
    body: z.strictObject({ ids: z.array(id).min(1).max(PAGE) }),
    rows: ({ body, read, now }) => remindersOf([...new Set(body.ids)], now, read),
  }),
];

/** One command for the selected checks of each round: a department hears once how many of them wait for it. */
async function remindersOf(ids: readonly string[], now: string, read: Read): Promise<BulkRow[]> {
  const found = await Promise.all(ids.map((id) => read.get(checks, id)));
  const unknown = ids.filter((_, at) => found[at] === undefined);
  const byRound = Map.groupBy(
    found.filter((check) => check !== undefined),
    ({ round }) => round,
  );
  const reminded = [...byRound].map(async ([id, all]): Promise<BulkRow[]> => {
    const round = (await read.get(rounds, id))!;
    const [owing, rest] = [true, false].map((owes) => all.filter((check) => isOwing(check, round) === owes));
    const notices = await noticesNow(round, now, owing!);
    return [
      ...rest!.map(({ check, entrant }) => faulty(check, refuse('nothing-owed', { unit: entrant.name }))),
      ...(owing!.length === 0
        ? []
        : [
            {
              ...{ key: id, of: owing!.map(({ check }) => check) },
              command: reminderCommand(id, 'remind-now', { competition: round.competition, notices }),
            },
          ]),
    ];
  });
  return [
    ...unknown.map((id) => faulty(id, refuse('not-found', { what: id }))),
    ...(await Promise.all(reminded)).flat(),
  ];
}
const faulty = (id: string, command: Refusal): BulkRow => ({ key: id, of: [id], command });
const isOwing = (check: Check, round: Round) =>
  check.status !== 'withdrawn' && !round.dismissed && owedIn(check, round.body).length > 0;

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
