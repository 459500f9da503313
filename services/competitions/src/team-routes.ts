// Routes of teams: form, amend, join, leave, dissolve, read as of a day.
import {
  amendTeam,
  businessDate,
  code,
  derivedId,
  dissolveTeam,
  formTeam,
  id,
  isRefusal,
  joinTeam,
  leaveTeam,
  type Read,
  type Refusal,
  recordId,
  refuse,
  teamView,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { people, teams } from './people-views.ts';
import { PEOPLE, personReaders, unitsSeenBy } from './person-routes.ts';
import { tables } from './tables.ts';
import { membersAsOf, teamCommand } from './team.ts';
import { notAnEmployer } from './unit-use.ts';

const byId = z.object({ id });
const asOf = z.object({ asOf: businessDate.optional() });
export const teamId = (org: string, code: string) => derivedId('team', org, code);

export async function unfit(
  read: Read,
  unit: string | undefined,
  persons: readonly string[],
): Promise<Refusal | undefined> {
  const refusal = unit === undefined ? undefined : await notAnEmployer(read, unit);
  if (refusal) return refusal;
  for (const person of persons) {
    const row = await read.get(people, person);
    if (!row || row.state === 'erased') return refuse('person-unknown');
  }
  return undefined;
}

export const teamRoutes = [
  post('/teams', {
    summary: ['组建队伍', 'Form a team'],
    roles: ['organiser'],
    body: formTeam,
    async handle({ body: { id, members, ...head }, actor, businessDate, read }) {
      const refusal = await unfit(
        read,
        head.unit,
        members.map(({ person }) => person),
      );
      if (refusal) return refusal;
      const team = recordId(id, teamId(actor.org, head.code));
      if (isRefusal(team)) return team;
      const [same] = await read.all(teams, { code: head.code });
      if (same && same.team !== team) return refuse('team-code-taken', { code: head.code, name: same.name });
      const dated = members.map((member) => ({ ...member, from: member.from ?? businessDate }));
      return teamCommand(team, 'form', { ...head, members: dated });
    },
  }),
  post('/teams/:id/amend', {
    summary: ['更正队伍名称或单位', 'Amend a team'],
    roles: ['organiser'],
    params: byId,
    body: amendTeam,
    handle: async ({ params, body, read }) =>
      (await unfit(read, body.unit, [])) ?? teamCommand(params.id, 'amend', body),
  }),
  post('/teams/:id/join', {
    summary: ['队员入队', 'A member joins'],
    roles: ['organiser'],
    params: byId,
    body: joinTeam,
    handle: async ({ params, body, businessDate, read }) =>
      (await unfit(read, undefined, [body.person])) ??
      teamCommand(params.id, 'join', { ...body, from: body.from ?? businessDate }),
  }),
  post('/teams/:id/leave', {
    summary: ['队员离队', 'A member leaves'],
    roles: ['organiser'],
    params: byId,
    body: leaveTeam,
    handle: ({ params, body, businessDate }) =>
      teamCommand(params.id, 'leave', { person: body.person, to: body.to ?? businessDate }),
  }),
  post('/teams/:id/dissolve', {
    summary: ['解散队伍', 'Dissolve a team'],
    roles: ['organiser'],
    params: byId,
    body: dissolveTeam,
    handle: ({ params, body, businessDate }) => teamCommand(params.id, 'dissolve', { to: body?.to ?? businessDate }),
  }),
  get('/teams', {
    summary: ['队伍列表', 'List teams'],
    roles: personReaders,
    querystring: z.object({ ...paging, ...asOf.shape, unit: id.optional(), code: code.optional() }),
    answer: pageOf(teamView.omit({ members: true })),
    async query({ query: { cursor, limit, unit, code }, actor, read }) {
      const seen = unitsSeenBy(actor);
      if (unit !== undefined && seen && !seen.includes(unit)) return { items: [] };
      return read.page(teams, definedOnly({ unit: unit ?? seen, code }), { after: cursor, limit });
    },
    table: tables.teams,
  }),
  get('/teams/:id', {
    summary: ['查看队伍及其队员（可截至某日）', 'Read a team and its members, as of a date'],
    roles: personReaders,
    params: byId,
    querystring: asOf,
    answer: teamView,
    async query({ params, query, actor, read, states }) {
      const row = await read.get(teams, params.id);
      const seen = unitsSeenBy(actor);
      if (!row || (seen && !(row.unit && seen.includes(row.unit)))) return undefined;
      const members = query.asOf === undefined ? row.members : membersAsOf(row.members, query.asOf);
      const named = await states(
        PEOPLE,
        members.map(({ person }) => person),
      );
      const shown = members.map((member) => {
        const { name, externalId } = named.get(member.person) ?? {};
        return { ...member, ...definedOnly({ name, externalId }) };
      });
      return { ...row, members: shown };
    },
    stream: ({ id }) => `team/${id}`,
  }),
];
