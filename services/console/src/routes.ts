// How administrators reach organisations and users. Names come from private rows, which are not in any event.
import {
  amendOrganisation,
  amendUser,
  derivedId,
  id,
  organisationView,
  refuse,
  registerOrganisation,
  registerUser,
  userView,
} from '@jiangong/contracts';
import { del, get, post, put, type Route } from '@jiangong/service-kit';
import { z } from 'zod';
import { type Desk, forget, hashOf, keepHash, keepPerson, personOf } from './desk.ts';
import { hashPassword } from './password.ts';
import { userId } from './user.ts';
import { organisations, type UserRow, users } from './views.ts';

const byId = z.object({ id });
const paging = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });

/** @param desk the private rows, once the service has opened */
export function routes(desk: () => Pick<Desk, 'kept'>): Route[] {
  const named = async (row: UserRow) => ({ ...row, ...(await personOf(desk(), row.user)) });
  return [
    post('/orgs', {
      summary: ['登记组织', 'Register an organisation'],
      roles: ['admin'],
      body: registerOrganisation,
      run: ({ body, actor }) => ({
        stream: 'organisation',
        id: derivedId('organisation', actor.org, body.code),
        type: 'register',
        data: body,
      }),
    }),
    post('/orgs/:id/amend', {
      summary: ['更正组织名称', 'Amend an organisation'],
      roles: ['admin'],
      params: byId,
      body: amendOrganisation,
      run: ({ params, body }) => ({ stream: 'organisation', id: params.id, type: 'amend', data: body }),
    }),
    get('/orgs', {
      summary: ['组织列表', 'List organisations'],
      roles: ['admin'],
      query: z.object({ ...paging, code: z.string().optional() }),
      answer: pageOf(organisationView),
      ask: ({ query: { cursor, limit, code }, read }) =>
        read.page(organisations, code === undefined ? {} : { code }, { after: cursor, limit }),
    }),
    get('/orgs/:id', {
      summary: ['查看组织', 'Read an organisation'],
      roles: ['admin'],
      params: byId,
      answer: organisationView,
      ask: ({ params, read }) => read.get(organisations, params.id),
      stream: ({ id }) => `organisation/${id}`,
    }),
    post('/users', {
      summary: ['登记用户', 'Register a user'],
      roles: ['admin'],
      body: registerUser,
      async run({ body: { userName, name, contact, password, organisation, ...duties }, actor, read }) {
        // People are registered for one's own organisation, or for one that it registered.
        const forOrg = organisation ?? actor.org;
        if (forOrg !== actor.org && !(await read.get(organisations, forOrg)))
          return refuse('not-found', { what: forOrg });
        const user = userId(userName);
        // A user of another organisation has it: told here, since that record itself may not be touched.
        if (await hashOf(desk(), user)) return refuse('already-exists', { what: userName });
        const ask = { stream: 'user', id: user, type: 'register', data: { organisation: forOrg, ...duties } };
        const hash = await hashPassword(password);
        return { ask, keep: [keepPerson(user, { userName, name, contact }), keepHash(user, hash)] };
      },
    }),
    put('/users/:id', {
      summary: ['修改用户', 'Amend a user'],
      roles: ['admin'],
      params: byId,
      body: amendUser,
      async run({ params: { id: user }, body: { userName, name, contact, password, ...duties } }) {
        if (userId(userName) !== user) return refuse('user-name-fixed', { userName });
        const keep = [keepPerson(user, { userName, name, contact })];
        if (password !== undefined) keep.push(keepHash(user, await hashPassword(password)));
        return { ask: { stream: 'user', id: user, type: 'amend', data: duties }, keep };
      },
    }),
    del('/users/:id', {
      summary: ['删除用户及其个人信息', 'Remove a user and what is personal'],
      roles: ['admin'],
      params: byId,
      run: ({ params }) => ({
        ask: { stream: 'user', id: params.id, type: 'remove', data: {} },
        keep: forget(params.id),
      }),
    }),
    get('/users', {
      summary: ['用户列表', 'List users'],
      roles: ['admin'],
      query: z.object({ ...paging, organisation: id.optional() }),
      answer: pageOf(userView),
      async ask({ query: { cursor, limit, organisation }, read }) {
        const filter = organisation === undefined ? {} : { organisation };
        const { items, next } = await read.page(users, filter, { after: cursor, limit });
        return { items: await Promise.all(items.map(named)), ...(next === undefined ? {} : { next }) };
      },
    }),
    get('/users/:id', {
      summary: ['查看用户', 'Read a user'],
      roles: ['admin'],
      params: byId,
      answer: userView,
      async ask({ params, read }) {
        const row = await read.get(users, params.id);
        return row && named(row);
      },
      stream: ({ id }) => `user/${id}`,
    }),
  ];
}
