// Routes of persons: put by HR, register, amend, move, leave, erase, find. Names and numbers are read from private rows
// of the actor's organisation and stand in no event.
import {
  type Actor,
  amendPerson,
  code,
  id,
  movePerson,
  type PersonView,
  personLeaves,
  personStanding,
  personView,
  putPerson,
  registerPerson,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post, put } from '@jiangong/service-kit';
import { z } from 'zod';
import { type PersonRow, people } from './people-views.ts';
import { personCommand } from './person.ts';
import { tables } from './tables.ts';
import { notAnEmployer } from './unit-use.ts';

export const PEOPLE = 'people.state.v1';
const byId = z.object({ id });
export const writers = ['organiser', 'hr'] as const;
const erasers = ['hr', 'admin'] as const;
export const personReaders = ['organiser', 'hr', 'committee', 'auditor', 'admin', 'entrant'] as const;

/** Entrants see those of their own units alone; undefined: all units. */
export const unitsSeenBy = ({ roles, units }: Actor): string[] | undefined =>
  roles.some((role) => role !== 'entrant' && (personReaders as readonly string[]).includes(role)) ? undefined : units;
const isSeen = (row: PersonRow, actor: Actor) => unitsSeenBy(actor)?.includes(row.unit) ?? true;
export const stateOf = (
  key: string,
  value: { externalId: string; name: string; role?: string | undefined } | undefined,
) => [{ topic: PEOPLE, key, value } as const];

export const personRoutes = [
  put('/people/:externalId', {
    summary: [
      '按工号登记或更新人员（人力资源接入；重复与旧版次不作更改）',
      'Put a person by employee number (inbound HR, by revision)',
    ],
    roles: writers,
    params: z.object({ externalId: code }),
    body: putPerson,
    revised: true,
    async handle({ params: { externalId }, body: { name, role, ...placed }, actor, hiddenId, read }) {
      // Whoever has left may have left a unit that is no more.
      const refusal = await notAnEmployer(read, placed.unit, placed.to !== undefined);
      if (refusal) return refusal;
      const person = hiddenId('person', actor.org, externalId);
      const request = personCommand(person, 'put', { ...placed, renamed: true });
      return { request, states: stateOf(person, { externalId, name, role }) };
    },
  }),
  post('/people', {
    summary: ['登记人员', 'Register a person'],
    roles: writers,
    body: registerPerson,
    async handle({ body: { externalId, name, role, unit, from }, actor, businessDate, hiddenId, read }) {
      const refusal = await notAnEmployer(read, unit);
      if (refusal) return refusal;
      const person = hiddenId('person', actor.org, externalId);
      const request = personCommand(person, 'register', { unit, from: from ?? businessDate });
      return { request, states: stateOf(person, { externalId, name, role }) };
    },
  }),
  post('/people/:id/amend', {
    summary: ['更正姓名或岗位', 'Amend name or position'],
    roles: writers,
    params: byId,
    body: amendPerson,
    async handle({ params, body, states }) {
      // The number never changes, so what is read here holds until the command is written.
      const known = (await states(PEOPLE, [params.id])).get(params.id);
      const request = personCommand(params.id, 'amend', {});
      return known ? { request, states: stateOf(params.id, { externalId: known.externalId, ...body }) } : request;
    },
  }),
  post('/people/:id/move', {
    summary: ['变动单位', 'Move a person to another unit'],
    roles: writers,
    params: byId,
    body: movePerson,
    async handle({ params, body, businessDate, read }) {
      const refusal = await notAnEmployer(read, body.unit);
      return refusal ?? personCommand(params.id, 'move', { unit: body.unit, from: body.from ?? businessDate });
    },
  }),
  post('/people/:id/leave', {
    summary: ['登记离职', 'Record that a person leaves'],
    roles: writers,
    params: byId,
    body: personLeaves,
    handle: ({ params, body, businessDate }) => personCommand(params.id, 'leave', { to: body?.to ?? businessDate }),
  }),
  post('/people/:id/erase', {
    summary: ['删除个人信息：姓名与工号从所有服务中删除', 'Erase name and employee number from every service'],
    roles: erasers,
    params: byId,
    handle: ({ params }) => ({
      request: personCommand(params.id, 'erase', {}),
      states: stateOf(params.id, undefined),
    }),
  }),
  get('/people', {
    summary: ['人员列表：按姓名或工号查找', 'List persons; search by name or employee number'],
    roles: personReaders,
    querystring: z.object({
      ...paging,
      q: z.string().min(1).max(100).optional(),
      unit: id.optional(),
      state: personStanding.optional(),
    }),
    answer: pageOf(personView),
    async query({ query: { cursor, limit, q, unit, state }, actor, read, states }) {
      const seen = unitsSeenBy(actor);
      if (unit !== undefined && seen && !seen.includes(unit)) return { items: [] };
      const filter = definedOnly({ unit: unit ?? seen, state });
      if (q === undefined) {
        const { items, next } = await read.page(people, filter, { after: cursor, limit });
        const named = await states(
          PEOPLE,
          items.map(({ person }) => person),
        );
        return { items: items.map((row) => ({ ...row, ...named.get(row.person) })), ...(next ? { next } : {}) };
      }
      const all = await states(PEOPLE);
      const found = [...all].filter(([, { name, externalId }]) => name.includes(q) || externalId.includes(q));
      const keys = found.map(([key]) => key).filter((key) => cursor === undefined || key > cursor);
      const items: PersonView[] = [];
      for (const key of keys.sort()) {
        const row = await read.get(people, key);
        if (!row || !isSeen(row, actor) || (unit ?? row.unit) !== row.unit || (state ?? row.state) !== row.state)
          continue;
        if (items.length === limit) return { items, next: items.at(-1)!.person };
        items.push({ ...row, ...all.get(key) });
      }
      return { items };
    },
    table: tables.people,
  }),
  get('/people/:id', {
    summary: ['查看人员', 'Read a person'],
    roles: personReaders,
    params: byId,
    answer: personView,
    async query({ params, actor, read, states }) {
      const row = await read.get(people, params.id);
      if (!row || !isSeen(row, actor)) return undefined;
      return { ...row, ...(await states(PEOPLE, [row.person])).get(row.person) };
    },
    stream: ({ id }) => `person/${id}`,
  }),
];
