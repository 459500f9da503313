// For tests: a console next to a stand-in for quarterly-checks, which publishes reminders; and users with their addresses.
import { type Command, derivedId, type EventNamed, type RobotKind, requestsOf } from '@jiangong/contracts';
import { service } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { readConfig } from '@jiangong/service-kit/config';
import { start } from '@jiangong/service-kit/start';
import { postman } from './background/postman.ts';
import type { RobotAddress } from './background/robots.ts';
import { keepPerson, keepRobotAddress } from './private-store.ts';
import { robotCommand } from './robot.ts';
import { consoleService } from './service.ts';
import { userCommand } from './user.ts';
import { digests, users } from './views.ts';

type Due = EventNamed<'reminder-due'>['data'];
type Say = Command<'say', Due>;
const say = requestsOf<Say>('reminder');
const checks = service({
  name: 'quarterly-checks',
  streams: {
    reminder: {
      initial: undefined,
      decide: (_: undefined, { data }: Say) => [{ type: 'reminder-due' as const, data }],
      evolve: () => undefined,
    },
  },
  views: [],
  reactions: [],
  deadlines: [],
  routes: [],
});

export const org = derivedId('organisation', 'first');
export const unitOf = (n: number) => derivedId('unit', org, `XM-${n}`);
export const addressOf = (n: number) => `user${n}@union.example`;
const settings = { STORE_URL: 'memory:', LOG_URL: 'memory:', LOG_LEVEL: 'fatal' };

export async function startReminding(now: () => string, env: Record<string, string>) {
  const running = await start([consoleService(() => {}), checks], readConfig({ ...settings, ...env }), { now });
  const [office, rounds] = running.runtimes as [(typeof running.runtimes)[number], (typeof running.runtimes)[number]];
  const context = (cause: string) => ({
    ...{ cause, now: now(), businessDate: businessDateOf(now()), system: true, correlation: cause, causation: cause },
    actor: { sub: 'system:test', org, roles: [], departments: [], units: [] },
  });
  const read = office.read(undefined);
  return {
    running,
    office,
    postman: office.companion(postman),
    /** Sends what is due now. */
    run: () => office.companion(postman).run(),
    userOf: (n: number) => derivedId('user', `user-${n}`),
    /** An entrant of unit n, whose contact is an address unless another is given. */
    async user(n: number, contact: string | undefined = addressOf(n)) {
      const user = derivedId('user', `user-${n}`);
      const duties = { organisation: org, roles: ['entrant' as const], departments: [], units: [unitOf(n)] };
      await office.handle(userCommand(user, 'register', duties), {
        ...context(`user ${n}`),
        privateRows: [keepPerson(user, { userName: `user-${n}`, name: `用户${n}`, ...(contact ? { contact } : {}) })],
      });
      return user;
    },
    async robot(kind: RobotKind, address: RobotAddress) {
      const robot = derivedId('robot', kind);
      const registered = robotCommand(robot, 'register', { kind, name: `${kind} 群` });
      await office.handle(registered, { ...context(`robot ${kind}`), privateRows: [keepRobotAddress(robot, address)] });
    },
    /** The nth reminder of the entrant of a unit, said now or earlier. */
    async remind(n: number, nth = 1, said = now()) {
      const reminder = derivedId('reminder', String(n), String(nth));
      const data: Due = {
        ...{ reminder, round: derivedId('round', 'q1'), competition: derivedId('competition', '2024') },
        ...{ task: 'set-plan', to: { role: 'entrant', unit: unitOf(n) }, about: `项目${n}`, count: 1 },
        text: { zh: `计划未填报（第${nth}次）`, en: `the plan is missing (${nth})` },
        ...{ due: '2024-04-01', link: '/own', at: said },
      };
      await rounds.handle(say(derivedId('round', String(n)), 'say', data), {
        ...context(`remind ${n} ${nth}`),
        now: said,
      });
    },
    /** Everybody's digests, once so many wait or went out. */
    digests: () => read.all(digests),
    users: () => read.all(users),
  };
}
