// Routes of deputies: everybody arranges their own, administrators those of their organisation; both are named in the list.
import {
  type Actor,
  appointDeputy,
  DEPUTY_DAYS,
  deputyView,
  endDeputy,
  id,
  type Read,
  refuse,
  roles,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post, type Route } from '@jiangong/service-kit';
import { z } from 'zod';
import { stateOf } from './behalf.ts';
import { type PrivateStore, personOf } from './private-store.ts';
import { tables } from './tables.ts';
import { userCommand, userId } from './user.ts';
import { type DeputyRow, deputies, organisations, users } from './views.ts';

const seesAll = ({ roles: own }: Actor) => own.some((role) => role === 'admin' || role === 'auditor');

/** Whoever is meant, by id or by user name, if they are of the same union. */
async function colleague(named: string, user: string, read: Read) {
  const everywhere = read.everywhere();
  const [of, found] = await Promise.all([
    everywhere.get(users, user),
    everywhere.get(users, named).then((row) => row ?? everywhere.get(users, userId(named))),
  ]);
  return found && found.organisation === of?.organisation ? found : undefined;
}

/** @param store the private rows, once the service has opened */
export function deputyRoutes(store: () => Pick<PrivateStore, 'privateRow'>): Route[] {
  const nameOf = async (user: string) => (await personOf(store(), user))?.name;
  async function shown(row: DeputyRow, today: string): Promise<z.infer<typeof deputyView>> {
    const [userName, deputyName] = await Promise.all([nameOf(row.user), nameOf(row.deputy)]);
    return { ...row, ...definedOnly({ userName, deputyName }), state: stateOf(row, today) };
  }
  return [
    post('/users/:id/deputies', {
      summary: ['安排代理人', 'Appoint a deputy'],
      roles,
      params: z.object({ id }),
      body: appointDeputy,
      async handle({ params, body: { deputy: named, ...body }, newId, read }) {
        const found = await colleague(named, params.id, read);
        if (!found) return refuse('not-found', { what: named });
        const union = await read.everywhere().get(organisations, found.organisation);
        const days = union?.deputyDays ?? DEPUTY_DAYS;
        const deputyship = { deputyship: newId(), deputy: found.user };
        return userCommand(params.id, 'appoint-deputy', { ...deputyship, ...body, days });
      },
    }),
    post('/users/:id/deputies/:deputyship/end', {
      summary: ['提前结束代理', 'End a deputyship early'],
      roles,
      params: z.object({ id, deputyship: id }),
      body: endDeputy,
      handle: ({ params: { id: user, deputyship }, body }) => userCommand(user, 'end-deputy', { deputyship, ...body }),
    }),
    get('/deputies', {
      summary: ['代理安排（谁代谁办理）', 'List deputies: who acts for whom'],
      roles,
      querystring: z.object({ ...paging, user: id.optional(), deputy: id.optional() }),
      answer: pageOf(deputyView),
      async query({ query: { cursor, limit, ...filter }, actor, read, businessDate }) {
        // Others see those in which they have a part themselves.
        const isTheirs = filter.user === actor.sub || filter.deputy === actor.sub;
        if (!seesAll(actor) && !isTheirs) return { items: [] };
        const of = { ...definedOnly(filter), organisation: actor.org };
        const { items, ...next } = await read.everywhere().page(deputies, of, { after: cursor, limit });
        return { items: await Promise.all(items.map((row) => shown(row, businessDate))), ...next };
      },
      table: tables.deputies,
    }),
  ];
}
