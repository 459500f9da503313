// Who is reminded: the users of the organisation that hold the office, and its robots; each has one digest a day.
import { byTarget, derivedId, type EventNamed } from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { digestCommand } from './digest.ts';
import { robots, type UserRow, users } from './views.ts';

type To = EventNamed<'reminder-due'>['data']['to'];
function holds({ roles, units, departments }: UserRow, to: To): boolean {
  if (!roles.includes(to.role)) return false;
  if (to.role === 'entrant') return units.includes(to.unit);
  return to.role === 'organiser' || departments.includes(to.department);
}

const DIGEST_TIME = '09:30:00+08:00';
const DAY_MS = 86_400_000;
/** Half past nine of the day, or of the next. */
function digestAt(instant: string): string {
  const today = Date.parse(`${businessDateOf(instant)}T${DIGEST_TIME}`);
  return new Date(Date.parse(instant) <= today ? today : today + DAY_MS).toISOString();
}

export const reactions = [
  on('reminder-due', async ({ data, org, time }, read) => {
    const { reminder, text, about, due, link, to } = data;
    const at = digestAt(time);
    const item = { reminder, text, about, due, link };
    const holders = (await read.all(users, { organisation: org })).filter((user) => holds(user, to));
    const chats = await read.all(robots, { organisation: org, state: 'active' });
    const recipients = [
      ...holders.map(({ user }) => ({ kind: 'user' as const, user })),
      ...chats.map(({ robot }) => ({ kind: 'robot' as const, robot })),
    ];
    return byTarget(
      recipients.map((to) => {
        const id = derivedId('digest', to.kind === 'user' ? to.user : to.robot, at);
        return digestCommand(id, 'add', { organisation: org, to, at, item });
      }),
    );
  }),
];
