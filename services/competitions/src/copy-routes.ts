// Routes of repeating a competition: copy it to another year, and list the units that took part.
import { copyCompetition, entryId, id, isRefusal, proposedEntry, refuse } from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { provisional } from './calendar-routes.ts';
import { competitionCommand } from './competition.ts';
import { copied } from './copy.ts';
import { pinned } from './pinned.ts';
import { tables } from './tables.ts';
import { competitions, entries, schemes, units } from './views.ts';

const byId = z.object({ id });

export const copyRoutes = [
  post('/competitions/:id/copy', {
    summary: ['沿用往年竞赛（方案、组别、周期顺延）', 'Copy a competition to another year'],
    roles: ['organiser'],
    params: byId,
    body: copyCompetition,
    async handle({ params, body: { id, year, approval }, read, newId }) {
      const competition = await read.get(competitions, params.id);
      if (!competition) return refuse('not-found', { what: params.id });
      const copy = copied(competition, year);
      if (isRefusal(copy)) return copy;
      const tracks = [];
      const remarks = await provisional(copy, read);
      for (const track of copy.tracks) {
        tracks.push({ ...track, ...(await pinned(read, track.scheme, track.schemeVersion)) });
        const { published = 0 } = (await read.get(schemes, track.scheme)) ?? {};
        if (published > track.schemeVersion)
          remarks.push({
            zh: `${track.label}沿用方案第 ${track.schemeVersion} 版，最新为第 ${published} 版；启动前可更正`,
            en: `${track.label} repeats version ${track.schemeVersion} of its scheme, the latest is ${published}: amend it before the launch`,
          });
      }
      return {
        request: competitionCommand(id ?? newId(), 'announce', { ...copy, ...definedOnly({ approval }), tracks }),
        remarks,
      };
    },
  }),
  get('/competitions/:id/proposals', {
    summary: [
      '建议参赛单位（往年参赛、本次尚未报名）',
      'List units of the copied competition without an entry in this one',
    ],
    roles: ['organiser'],
    params: byId,
    querystring: z.object(paging),
    answer: pageOf(proposedEntry),
    async query({ params, query: { cursor, limit }, read }) {
      const competition = await read.get(competitions, params.id);
      if (!competition) return undefined;
      const { copyOf, tracks } = competition;
      if (!copyOf) return { items: [] };
      const page = await read.page(entries, { competition: copyOf, state: 'accepted' }, { after: cursor, limit });
      const items = [];
      for (const { unit, track, group } of page.items) {
        const entered = await read.get(entries, entryId(params.id, unit, track));
        const known = await read.get(units, unit);
        const on = tracks.find((each) => each.track === track);
        if (entered || !known || known.retired || !on) continue;
        const { code, name, shortName } = known;
        const stays = on.groups.some(({ id }) => id === group);
        items.push({ unit, code, name, shortName, track, ...(stays && group ? { group } : {}) });
      }
      return { ...page, items };
    },
    table: tables.proposals,
  }),
];
