// Routes of entries: register, accept or reject, withdraw, regroup, record the project’s status.
import {
  type CommandRequest,
  type Entrant,
  entryId,
  entryState,
  entryView,
  id,
  type Read,
  type Refusal,
  recordProjectStatus,
  refuse,
  registerEntry,
  regroupEntry,
  rejectEntry,
  roles,
  strikeProjectStatus,
  undoEntryDecision,
  valueLabels,
  withdrawEntry,
} from '@jiangong/contracts';
import { bulk, definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { entryCommand } from './entry.ts';
import type { Host } from './entry-state.ts';
import { kindsTaken } from './pinned.ts';
import { tables } from './tables.ts';
import { retirement } from './unit-use.ts';
import { type CompetitionRow, competitions, entries, type UnitRow, units } from './views.ts';

const kinds: Record<string, string> = valueLabels.unitKind;
const byId = z.object({ id });

/** What the entry's own stream cannot know of its competition. */
export function hostOf({ state, registration, tracks }: CompetitionRow, track: string): Host {
  const { groups = [], label = track } = tracks.find((other) => other.track === track) ?? {};
  return { state, registration, label, groups };
}

export async function entryRegistration(
  read: Read,
  competitionId: string,
  unit: UnitRow | undefined,
  { track, group, unknown }: { track: string; group: string | undefined; unknown: Refusal },
): Promise<CommandRequest | Refusal> {
  const competition = await read.get(competitions, competitionId);
  if (!competition) return refuse('not-found', { what: competitionId });
  if (!unit) return unknown;
  const known = competition.tracks.map((other) => other.track);
  if (!known.includes(track))
    return refuse('entry-track', {
      track,
      known,
      knownLabels: competition.tracks.map(({ label, track }) => `${label}（${track}）`),
    });
  const retired = retirement(unit);
  if (retired) return retired;
  const { code, name, shortName, parent, kind } = unit;
  const on = competition.tracks.find((other) => other.track === track)!;
  const takes = await kindsTaken(read, on);
  if (takes && !takes.includes(kind))
    return refuse('entry-kind', {
      ...{ name, kind, kindZh: kinds[kind] ?? kind, trackLabel: on.label },
      takes,
      takesZh: takes.map((each) => kinds[each] ?? each),
    });
  const key = entryId(competitionId, unit.unit, track);
  const entrant: Entrant = {
    entry: key,
    unit: unit.unit,
    code,
    name,
    shortName,
    track,
    ...definedOnly({ group, parent }),
  };
  const data = { competition: competitionId, entrant, host: hostOf(competition, track) };
  return entryCommand(key, 'register', data);
}

/** A command on an entry, made from what its competition says about it. */
async function hosted(
  read: Read,
  entry: string,
  command: (host: Host) => CommandRequest,
): Promise<CommandRequest | Refusal> {
  const row = await read.get(entries, entry);
  const competition = row && (await read.get(competitions, row.competition));
  if (!row || !competition) return refuse('not-found', { what: entry });
  return command(hostOf(competition, row.track));
}

/** A unit that is retired has no entry that goes on; one may have been registered while it was being retired. */
async function retiredOf(read: Read, entry: string): Promise<Refusal | undefined> {
  const row = await read.get(entries, entry);
  const unit = row && (await read.get(units, row.unit));
  return unit && retirement(unit);
}
const acceptance = async (read: Read, id: string) =>
  (await retiredOf(read, id)) ?? hosted(read, id, (host) => entryCommand(id, 'accept', { host }));

const filter = { track: z.string().optional(), state: entryState.optional() };

export const entryRoutes = [
  post('/competitions/:id/entries', {
    summary: ['报名参赛', 'Register an entry'],
    roles: ['organiser', 'entrant'],
    params: byId,
    body: registerEntry,
    handle: async ({ params, body: { unit, track, group }, read }) =>
      entryRegistration(read, params.id, await read.get(units, unit), {
        track,
        group,
        unknown: refuse('not-found', { what: unit }),
      }),
  }),
  get('/competitions/:id/entries', {
    summary: ['竞赛的报名列表', 'List a competition’s entries'],
    roles,
    params: byId,
    within: ({ id }) => `competition/${id}`,
    querystring: z.object({ ...paging, ...filter }),
    answer: pageOf(entryView),
    query: ({ params, query: { cursor, limit, ...given }, read }) =>
      read.page(entries, { competition: params.id, ...definedOnly(given) }, { after: cursor, limit }),
    table: tables.entries,
  }),
  get('/entries', {
    summary: ['报名列表', 'List entries'],
    roles,
    querystring: z.object({ ...paging, ...filter, competition: id.optional(), unit: id.optional() }),
    answer: pageOf(entryView),
    query: ({ query: { cursor, limit, ...given }, read }) =>
      read.page(entries, definedOnly(given), { after: cursor, limit }),
    table: tables.entries,
  }),
  get('/entries/:id', {
    summary: ['查看报名', 'Read an entry'],
    roles,
    params: byId,
    answer: entryView,
    query: ({ params, read }) => read.get(entries, params.id),
    stream: ({ id }) => `entry/${id}`,
  }),
  post('/entries/:id/accept', {
    summary: ['受理报名', 'Accept an entry'],
    roles: ['organiser'],
    params: byId,
    handle: ({ params, read }) => acceptance(read, params.id),
  }),
  bulk('/entries/accept', {
    summary: ['成批受理报名', 'Accept a selection of entries'],
    roles: ['organiser'],
    body: z.strictObject({ ids: z.array(id).min(1).max(1000) }),
    rows: ({ body, read }) =>
      Promise.all(
        [...new Set(body.ids)].map(async (id) => ({ key: id, of: [id], command: await acceptance(read, id) })),
      ),
  }),
  post('/entries/:id/reject', {
    summary: ['不予受理', 'Reject an entry'],
    roles: ['organiser'],
    params: byId,
    body: rejectEntry,
    handle: ({ params, body, read }) =>
      hosted(read, params.id, (host) => entryCommand(params.id, 'reject', { ...body, host })),
  }),
  post('/entries/:id/withdraw', {
    summary: ['退出竞赛', 'Withdraw an entry'],
    roles: ['organiser', 'entrant'],
    params: byId,
    body: withdrawEntry,
    handle: ({ params, body, read }) =>
      hosted(read, params.id, (host) => entryCommand(params.id, 'withdraw', { ...body, host })),
  }),
  post('/entries/:id/regroup', {
    summary: ['调整组别', 'Move an entry to another group'],
    roles: ['organiser'],
    params: byId,
    body: regroupEntry,
    handle: ({ params, body, read }) =>
      hosted(read, params.id, (host) => entryCommand(params.id, 'regroup', { ...body, host })),
  }),
  post('/entries/:id/undo', {
    summary: ['撤销误作的受理、退出或调组', 'Undo the latest decision on an entry'],
    roles: ['organiser'],
    params: byId,
    body: undoEntryDecision,
    handle: async ({ params, body, read }) =>
      (await retiredOf(read, params.id)) ??
      hosted(read, params.id, (host) => entryCommand(params.id, 'undo', { ...body, host })),
  }),
  post('/entries/:id/status', {
    summary: ['登记项目施工状态', 'Record a project’s status'],
    roles: ['organiser'],
    params: byId,
    body: recordProjectStatus,
    async handle({ params, body, read }) {
      const row = await read.get(entries, params.id);
      const unit = row && (await read.get(units, row.unit));
      if (!unit) return refuse('not-found', { what: params.id });
      if (unit.kind !== 'project-department') return refuse('status-not-for-branch', { name: unit.name });
      return hosted(read, params.id, (host) => entryCommand(params.id, 'record-status', { ...body, host }));
    },
  }),
  post('/entries/:id/status/strike', {
    summary: ['撤销录错的施工状态', 'Strike a status recorded by mistake'],
    roles: ['organiser'],
    params: byId,
    body: strikeProjectStatus,
    handle: ({ params, body, read }) =>
      hosted(read, params.id, (host) => entryCommand(params.id, 'strike-status', { ...body, host })),
  }),
];
