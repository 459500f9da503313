// Reminders follow from their rules and from rounds: scheduled when both are known, whichever comes first, stopped with the
// round, and at their moment sent to whoever then still owes something.
import { byTarget, type EventNamed, type Read } from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { reminderCommand } from './reminder.ts';
import { officeNotices, unitNotices } from './reminder-notices.ts';
import { reminderRules } from './reminder-views.ts';
import type { Round } from './round.ts';
import { rounds } from './views.ts';

const scheduleOf = (
  { round, competition, period: { from, to } }: Round,
  { rules }: Pick<EventNamed<'reminders-set'>['data'], 'rules'>,
) => reminderCommand(round, 'schedule', { competition, rules, from, to });
async function scheduled(id: string, read: Read) {
  const round = await read.get(rounds, id);
  const rules = round && (await read.get(reminderRules, round.competition));
  return byTarget(rules && round.status !== 'closed' && !round.dismissed ? [scheduleOf(round, rules)] : []);
}
/** Without rules there is nothing to stop: rules that come later find the round closed. */
async function stopped(id: string, read: Read) {
  const round = await read.get(rounds, id);
  const rules = round && (await read.get(reminderRules, round.competition));
  return byTarget(rules ? [reminderCommand(id, 'stop', {})] : []);
}

async function page(
  { round: id, at, rules }: Pick<EventNamed<'reminders-paged'>['data'], 'round' | 'at' | 'rules'>,
  page: number,
  after: string | undefined,
  read: Read,
) {
  const round = (await read.get(rounds, id))!;
  const found = await unitNotices(round, { at, rules }, after, read);
  return reminderCommand(id, 'remind', { at, rules, page, ...found });
}

export const reminderReactions = [
  on('reminders-set', async ({ data }, read) => {
    const live = await read.all(rounds, { competition: data.competition, status: ['made', 'open', 'closing'] });
    return byTarget(live.filter(({ dismissed }) => !dismissed).map((round) => scheduleOf(round, data)));
  }),
  on('round-made', ({ data }, read) => scheduled(data.round, read)),
  on('round-closure-undone', ({ data }, read) => scheduled(data.round, read)),
  on('round-closed', ({ data }, read) => stopped(data.round, read)),
  on('round-dismissed', ({ data }, read) => stopped(data.round, read)),

  on('reminders-fired', async ({ data }, read) => {
    const { round: id, at, rules } = data;
    const round = (await read.get(rounds, id))!;
    const notices = await officeNotices(round, { at, rules }, read);
    // In this order, whatever the checks have become since: each is given once.
    return [reminderCommand(id, 'remind', { at, rules, notices }), await page(data, 1, undefined, read)];
  }),
  on('reminders-paged', async ({ data }, read) => [await page(data, data.page + 1, data.after, read)]),
];
