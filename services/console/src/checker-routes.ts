// Who may be a judge or a checker: those of the own union who hold the role, by name, for whoever puts panels together.
import { checkerView } from '@jiangong/contracts';
import { get, pageOf, paging, type Route } from '@jiangong/service-kit';
import { z } from 'zod';
import { type PrivateStore, personOf } from './private-store.ts';
import { tables } from './tables.ts';
import { users } from './views.ts';

/** @param store the private rows, once the service has opened */
export function checkerRoutes(store: () => Pick<PrivateStore, 'privateRow'>): Route[] {
  return [
    get('/checkers', {
      summary: ['检查员（评委）名单', 'List who may check or judge'],
      roles: ['organiser', 'committee'],
      querystring: z.object(paging),
      answer: pageOf(checkerView),
      async query({ query: { cursor, limit }, read, actor }) {
        if (actor.org === undefined) return { items: [] };
        const { items, ...next } = await read
          .everywhere()
          .page(users, { organisation: actor.org }, { after: cursor, limit });
        const checkers = items.filter(({ roles }) => roles.includes('checker'));
        const shown = checkers.map(async ({ user, units, departments }) => {
          const name = (await personOf(store(), user))?.name;
          return { user, ...(name === undefined ? {} : { name }), units, departments };
        });
        return { items: await Promise.all(shown), ...next };
      },
      table: tables.checkers,
    }),
  ];
}
