// Routes of organisations and users: operators reach all, administrators those of their own organisation. Names come from
// private rows, which are in no event. An organisation and a user belong to the organisation they are for, whoever
// registered them, so both are read everywhere and shown to their owner.
import {
  type Actor,
  amendOrganisation,
  amendUser,
  derivedId,
  id,
  instant,
  meView,
  offerPasswordReset,
  organisationView,
  refuse,
  registerOrganisation,
  registerUser,
  removeSecondFactor,
  roles,
  userView,
} from '@jiangong/contracts';
import { definedOnly, del, get, post, put, type Route } from '@jiangong/service-kit';
import { z } from 'zod';
import { currentOf } from './behalf.ts';
import { type Breached, passwordFault } from './breached.ts';
import { hashOfCode } from './change-password.ts';
import { forgetFactor } from './factor-rows.ts';
import { organisationCommand } from './organisation.ts';
import { drawPassword, hashPassword } from './password.ts';
import { forget, hashOf, keepHash, keepPerson, keepReset, type PrivateStore, personOf } from './private-store.ts';
import { tables } from './tables.ts';
import { userCommand, userId } from './user.ts';
import { organisations, type UserRow, users } from './views.ts';

const byId = z.object({ id });
/** How long a reset code is good. */
const RESET_HOURS = 24;
const managers = ['admin', 'operator'] as const;
const paging = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });

/** @param store the private rows, once the service has opened */
export function routes(store: () => Pick<PrivateStore, 'privateRow'>, breached: Breached): Route[] {
  const named = async (row: UserRow) => ({ ...row, ...(await personOf(store(), row.user)) });
  const operates = (actor: Actor) => actor.roles.includes('operator');
  /** What is no affair of the actor's does not exist. */
  const theirs = <R extends { organisation: string }>(row: R | undefined, actor: Actor) =>
    operates(actor) || row?.organisation === actor.org ? row : undefined;
  return [
    post('/orgs', {
      summary: ['登记组织', 'Register an organisation'],
      roles: ['operator'],
      body: registerOrganisation,
      handle: ({ body, actor }) =>
        organisationCommand(derivedId('organisation', actor.org, body.code), 'register', body),
    }),
    post('/orgs/:id/amend', {
      summary: ['更正组织名称', 'Amend an organisation’s name'],
      roles: managers,
      params: byId,
      body: amendOrganisation,
      handle: ({ params, body }) => organisationCommand(params.id, 'amend', body),
    }),
    get('/orgs', {
      summary: ['组织列表', 'List organisations'],
      roles: managers,
      querystring: z.object({ ...paging, code: z.string().optional() }),
      answer: pageOf(organisationView),
      async query({ query: { cursor, limit, code }, read, actor }) {
        const everywhere = read.everywhere();
        if (operates(actor))
          return everywhere.page(organisations, code === undefined ? {} : { code }, { after: cursor, limit });
        const own = await everywhere.get(organisations, actor.org);
        return { items: own && (code === undefined || own.code === code) ? [own] : [] };
      },
      table: tables.organisations,
    }),
    get('/orgs/:id', {
      summary: ['查看组织', 'Read an organisation'],
      roles: managers,
      params: byId,
      answer: organisationView,
      query: async ({ params, read, actor }) => theirs(await read.everywhere().get(organisations, params.id), actor),
      stream: ({ id }) => `organisation/${id}`,
    }),
    post('/users', {
      summary: ['登记用户', 'Register a user'],
      roles: managers,
      body: registerUser,
      async handle({ body: { userName, name, contact, password, organisation, ...duties }, actor, read }) {
        const weak = await passwordFault(password, [userName, name], breached());
        if (weak) return weak;
        const forOrg = organisation ?? actor.org;
        if (forOrg !== actor.org && !theirs(await read.everywhere().get(organisations, forOrg), actor))
          return refuse('not-found', { what: forOrg });
        const user = userId(userName);
        // A user of another organisation has it: refused here, since that record itself may not be touched.
        if (await hashOf(store(), user)) return refuse('already-exists', { what: userName });
        const request = userCommand(user, 'register', { organisation: forOrg, ...duties });
        const hash = await hashPassword(password);
        return { request, privateRows: [keepPerson(user, { userName, name, contact }), keepHash(user, hash)] };
      },
    }),
    put('/users/:id', {
      summary: ['修改用户', 'Amend a user'],
      roles: managers,
      params: byId,
      body: amendUser,
      async handle({ params: { id: user }, body: { userName, name, contact, password, ...duties } }) {
        if (userId(userName) !== user) return refuse('user-name-fixed', { userName });
        const weak = password === undefined ? undefined : await passwordFault(password, [userName, name], breached());
        if (weak) return weak;
        const privateRows = [keepPerson(user, { userName, name, contact })];
        if (password !== undefined) privateRows.push(keepHash(user, await hashPassword(password)));
        return { request: userCommand(user, 'amend', duties), privateRows };
      },
    }),
    post('/users/:id/offer-password-reset', {
      summary: ['发放密码重设代码（只显示一次）', 'Give a code to choose another password with, shown once'],
      roles: managers,
      params: byId,
      body: offerPasswordReset,
      shown: z.object({ code: z.string(), until: instant }),
      handle({ params: { id: user }, newId, now }) {
        const reset = newId();
        const until = new Date(Date.parse(now) + RESET_HOURS * 3_600_000).toISOString();
        const drawn = drawPassword();
        return {
          request: userCommand(user, 'offer-password-reset', { reset, until }),
          privateRows: [keepReset(user, { reset, hash: hashOfCode(drawn) })],
          shown: { code: drawn, until },
        };
      },
    }),
    post('/users/:id/remove-second-factor', {
      summary: [
        '取消动态口令（设备与恢复代码都已遗失）',
        'Remove a second factor whose device and recovery codes are lost',
      ],
      roles: managers,
      params: byId,
      body: removeSecondFactor,
      handle: ({ params: { id: user }, body }) => ({
        request: userCommand(user, 'remove-second-factor', body),
        privateRows: forgetFactor(user),
      }),
    }),
    del('/users/:id', {
      summary: ['删除用户及其个人信息', 'Remove a user and their personal data'],
      roles: managers,
      params: byId,
      handle: ({ params }) => ({
        request: userCommand(params.id, 'remove', {}),
        privateRows: forget(params.id),
      }),
    }),
    get('/me', {
      summary: ['当前登录者', 'Who is signed in'],
      roles,
      answer: meView,
      async query({ actor, read, businessDate }) {
        const nameOf = async (user: string) => (await personOf(store(), user))?.name;
        const name = await nameOf(actor.sub);
        const organisationName = (await read.everywhere().get(organisations, actor.org))?.name;
        const current = await currentOf(actor, businessDate, read);
        const mayActFor = current.map(async ({ user, to }) => ({
          user,
          to,
          ...definedOnly({ name: await nameOf(user) }),
        }));
        const behalf = actor.behalf && { user: actor.behalf, ...definedOnly({ name: await nameOf(actor.behalf) }) };
        return {
          ...{ actor, ...definedOnly({ name, organisationName }) },
          ...(behalf ? { behalf } : {}),
          ...(current.length > 0 ? { mayActFor: await Promise.all(mayActFor) } : {}),
        };
      },
    }),
    post('/sign-out', {
      summary: ['退出登录（本人全部令牌立即失效）', 'Sign out and revoke all of one’s own tokens'],
      roles,
      handle: ({ actor }) => userCommand(actor.sub, 'sign-out', {}),
    }),
    get('/users', {
      summary: ['用户列表', 'List users'],
      roles: managers,
      querystring: z.object({ ...paging, organisation: id.optional() }),
      answer: pageOf(userView),
      async query({ query: { cursor, limit, organisation }, read, actor }) {
        const own = operates(actor) ? organisation : actor.org;
        if (organisation !== undefined && organisation !== own) return { items: [] };
        const filter = own === undefined ? {} : { organisation: own };
        const { items, next } = await read.everywhere().page(users, filter, { after: cursor, limit });
        return { items: await Promise.all(items.map(named)), ...(next === undefined ? {} : { next }) };
      },
      table: tables.users,
    }),
    get('/users/:id', {
      summary: ['查看用户', 'Read a user'],
      roles: managers,
      params: byId,
      answer: userView,
      async query({ params, read, actor }) {
        const row = theirs(await read.everywhere().get(users, params.id), actor);
        return row && named(row);
      },
      stream: ({ id }) => `user/${id}`,
    }),
  ];
}
