// Entries of one competition from a file; units, tracks and groups by their codes or names.
import { entryId, id, otherUnitName, refuse, unitColumn, unitNameColumn } from '@jiangong/contracts';
import { imports } from '@jiangong/service-kit';
import { z } from 'zod';
import { entryRegistration } from './entry-routes.ts';
import { kindsTaken } from './pinned.ts';
import { unitLabels, unitsByCode } from './units-in-import.ts';
import { competitions, entries, units } from './views.ts';

export const entryImport = imports('/competitions/:id/entries/import', {
  summary: ['批量导入报名', 'Import entries'],
  roles: ['organiser'],
  params: z.object({ id }),
  within: ({ id }) => `competition/${id}`,
  columns: [
    { ...unitColumn, required: true, given: true },
    unitNameColumn,
    {
      key: 'track',
      label: ['赛道', 'track'],
      aliases: ['参赛赛道', '类别'],
      kind: 'choice',
      required: true,
      example: '项目部',
    },
    { key: 'group', label: ['组别', 'group'], aliases: ['参赛组别', '分组'], kind: 'choice', example: '土建组' },
  ],
  keyOf: ({ unit, track }) => `${unit} ${track}`,
  async labels({ params, read }, mentioned) {
    const competition = await read.get(competitions, params.id);
    if (!competition) return refuse('not-found', { what: params.id });
    const groups = competition.tracks.flatMap(({ groups }) => groups);
    return {
      unit: await unitLabels(read, mentioned),
      track: Object.fromEntries(competition.tracks.map(({ track, label }) => [track, label])),
      group: Object.fromEntries(groups.map(({ id, label }) => [id, label])),
    };
  },
  async known({ params, read }) {
    const entered = new Set((await read.all(entries, { competition: params.id })).map(({ unit }) => unit));
    const { tracks = [] } = (await read.get(competitions, params.id)) ?? {};
    const taken = await Promise.all(tracks.map((track) => kindsTaken(read, track)));
    const isTaken = (kind: string) => taken.some((kinds) => !kinds || kinds.includes(kind));
    const open = (await unitsByCode(read)).filter(({ unit, kind }) => !entered.has(unit) && isTaken(kind));
    return open.map(({ code, name }) => ({ unit: code, unitName: name }));
  },
  async handle({ unit: code, unitName, track, group }, { params, read }) {
    const [unit] = await read.all(units, { code });
    const wrongName = unit && otherUnitName(unitName, unit);
    if (wrongName) return wrongName;
    const entry = unit && (await read.get(entries, entryId(params.id, unit.unit, track)));
    const isEntered = entry?.state === 'registered' || entry?.state === 'accepted';
    if (isEntered && entry.group === group) return undefined;
    return entryRegistration(read, params.id, unit, { track, group, unknown: refuse('unit-unknown', { code }) });
  },
});
