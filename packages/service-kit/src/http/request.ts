// What a route knows of its request: the actor, its organisation's rows, the time, and the date rules judge by.

import { createHmac, randomUUIDv7 } from 'node:crypto';
import { type Actor, businessDate, refuse, uuidOf } from '@jiangong/contracts';
import type { FastifyRequest } from 'fastify';
import { businessDateOf } from '../define/calendar.ts';
import type { Request } from '../define/route.ts';
import type { Runtime } from '../run/runtime.ts';
import { statesIn } from '../store/states.ts';
import { networkOf } from './network.ts';
import { Refused } from './problem.ts';

const nobody: Actor = { sub: 'nobody', org: '', roles: [], departments: [], units: [] };

export function requestOf(request: FastifyRequest, runtime: Runtime, now: string): Request {
  const actor = request.actor ?? nobody;
  return {
    params: request.params,
    body: request.body,
    query: request.query,
    actor,
    network: () => networkOf(request.ip),
    read: runtime.read(request.actor ? actor.org : undefined),
    now,
    businessDate: businessDateFor(request.query as { on?: string }, actor, now),
    newId: () => randomUUIDv7(),
    hiddenId: (...key) => uuidOf(createHmac('sha256', runtime.secret).update(JSON.stringify(key)).digest()),
    states: (topic, keys) => statesIn(runtime.store, actor.org, topic, keys) as Promise<ReadonlyMap<string, never>>,
    files(ids, wanted) {
      if (!runtime.files?.rules[wanted.noun]) throw new Error(`${wanted.noun} declares no files`);
      return runtime.files.named(actor, ids, wanted);
    },
    companion: runtime.companion,
  };
}

/** Today in Shanghai, or the day an organiser gives as `?on=`, which is never in the future. */
function businessDateFor({ on }: { on?: string }, actor: Actor, now: string): string {
  const today = businessDateOf(now);
  if (on === undefined || on === today) return today;
  if (!businessDate.safeParse(on).success)
    throw new Refused(
      refuse('malformed-request', {
        errors: [
          {
            at: '/query/on',
            zh: '「业务日期」应为日期，如 2024-04-10',
            en: '“business date” must be a date such as 2024-04-10',
          },
        ],
      }),
    );
  if (on > today) throw new Refused(refuse('date-in-future', { on, today }));
  if (!actor.roles.includes('organiser')) throw new Refused(refuse('date-not-yours', { on }));
  return on;
}
