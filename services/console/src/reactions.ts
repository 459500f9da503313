// Who is reminded: the users of the organisation that hold the office, and its robots; each has one digest a day.
import { byTarget, derivedId, type EventNamed, type Read } from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { digestTimeOn } from './background/quiet.ts';
import { digestCommand } from './digest.ts';
import { robots, type UserRow, users } from './views.ts';

type To = EventNamed<'reminder-due' | 'alliance-reminder-due'>['data']['to'];
function holds({ organisation, roles, units, departments }: UserRow, to: To): boolean {
  if (!roles.includes(to.role)) return false;
  switch (to.role) {
    case 'entrant':
      return units.includes(to.unit);
    case 'checker':
      return departments.includes(to.department);
    case 'alliance-leader':
      return to.studios.some((each) => each.organisation === organisation && units.includes(each.studio));
    case 'organiser':
    case 'finance':
      return true;
    default:
      return to satisfies never;
  }
}
/** Leaders of an alliance belong to the unions of its studios, whoever else is reminded to its own. */
const organisationsOf = (to: To, org: string): string[] =>
  to.role === 'alliance-leader' ? [...new Set(to.studios.map(({ organisation }) => organisation))] : [org];

const DAY_MS = 86_400_000;
/** Half past nine of the day, or of the next. */
function digestAt(instant: string): string {
  const today = digestTimeOn(businessDateOf(instant));
  return new Date(Date.parse(instant) <= today ? today : today + DAY_MS).toISOString();
}

type Due = EventNamed<'reminder-due' | 'alliance-reminder-due'>['data'];
type Said = { org: string; time: string };
async function digested({ reminder, text, about, due, link, to }: Due, { org, time }: Said, read: Read) {
  const at = digestAt(time);
  const item = { reminder, text, about, due, link };
  const known = await read.all(users, { organisation: organisationsOf(to, org) });
  const chats = await read.all(robots, { organisation: org, state: 'active' });
  const recipients = [
    ...known
      .filter((user) => holds(user, to))
      .map(({ user, organisation }) => ({ organisation, to: { kind: 'user' as const, user } })),
    ...chats.map(({ robot }) => ({ organisation: org, to: { kind: 'robot' as const, robot } })),
  ];
  return byTarget(
    recipients.map(({ organisation, to }) => {
      const id = derivedId('digest', to.kind === 'user' ? to.user : to.robot, at);
      return digestCommand(id, 'add', { organisation, to, at, item });
    }),
  );
}

export const reactions = [
  on('reminder-due', ({ data, org, time }, read) => digested(data, { org, time }, read)),
  on('alliance-reminder-due', ({ data, org, time }, read) => digested(data, { org, time }, read)),
];
