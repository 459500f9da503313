// Statuses of a competition's projects from a file: one row a change, from its day on.
import {
  id,
  labelledUnit,
  otherUnitName,
  projectStatus,
  prose,
  type Read,
  refuse,
  rowFault,
  unitColumn,
  unitNameColumn,
} from '@jiangong/contracts';
import { imports, labelsMentioned, labelsOfKind } from '@jiangong/service-kit';
import { z } from 'zod';
import { entryCommand } from './entry.ts';
import { hostOf } from './entry-routes.ts';
import { competitions, entries, units } from './views.ts';

/** The entries that count, of one unit or of all. */
async function entered(read: Read, competition: string, code?: string) {
  const all = await read.all(entries, code === undefined ? { competition } : { competition, code });
  const live = all.filter(({ state }) => state === 'registered' || state === 'accepted');
  return live.sort((a, b) => (a.code < b.code ? -1 : 1));
}

export const statusImport = imports('/competitions/:id/statuses/import', {
  summary: ['批量登记项目施工状态', 'Import project statuses'],
  roles: ['organiser'],
  params: z.object({ id }),
  within: ({ id }) => `competition/${id}`,
  columns: [
    { ...unitColumn, required: true, given: true },
    unitNameColumn,
    {
      key: 'status',
      label: ['状态', 'status'],
      aliases: ['施工状态', '项目状态'],
      kind: 'choice',
      required: true,
      labels: labelsOfKind('projectStatus'),
      example: '在施',
    },
    {
      key: 'from',
      label: ['开始日期', 'start date'],
      aliases: ['起始日期', '日期', '自'],
      kind: 'date',
      required: true,
      example: '2024-03-01',
      help: ['自这一天起为此状态', 'the status holds from this day on'],
    },
    {
      key: 'reason',
      label: ['事由', 'reason'],
      aliases: ['原因', '理由', '说明'],
      kind: 'text',
      required: true,
      schema: prose,
      example: '取得施工许可，正式开工',
    },
    {
      key: 'track',
      label: ['赛道', 'track'],
      aliases: ['参赛赛道'],
      kind: 'choice',
      given: true,
      help: ['单位参加了几个赛道时填写', 'where the unit has entered more than one track'],
    },
  ],
  keyOf: ({ unit, from, track = '' }) => `${unit} ${from} ${track}`,
  async labels({ params, read }, mentioned) {
    const competition = await read.get(competitions, params.id);
    if (!competition) return refuse('not-found', { what: params.id });
    return {
      unit: await labelsMentioned(
        mentioned?.('unit'),
        async (code) => labelledUnit((await entered(read, params.id, code))[0]),
        async () => (await entered(read, params.id)).map((row) => labelledUnit(row)!),
      ),
      track: Object.fromEntries(competition.tracks.map(({ track, label }) => [track, label])),
    };
  },
  async known({ params, read }) {
    const projects = new Set((await read.all(units, { kind: 'project-department' })).map(({ unit }) => unit));
    const all = (await entered(read, params.id)).filter(({ unit }) => projects.has(unit));
    return all.map(({ code, name, track }) => ({ unit: code, unitName: name, track }));
  },
  isNew: () => true,
  async handle({ unit: code, unitName, track, status, from, reason }, { params, read }) {
    const own = await entered(read, params.id, code);
    const [entry, another] = own.filter((each) => track === undefined || each.track === track);
    if (!entry)
      return rowFault('track', `「赛道」：${code} 没有参加这个赛道`, `“track”: ${code} has not entered this track`);
    if (another)
      return rowFault(
        'track',
        `「赛道」没有填写；${code} 参加了几个赛道`,
        `“track” is missing: ${code} has entered several`,
      );
    const wrongName = otherUnitName(unitName, entry);
    if (wrongName) return wrongName;
    const unit = await read.get(units, entry.unit);
    if (unit?.kind !== 'project-department') return refuse('status-not-for-branch', { name: entry.name });
    const competition = (await read.get(competitions, params.id))!;
    const host = hostOf(competition, entry.track);
    return entryCommand(entry.entry, 'record-status', { status: projectStatus.parse(status), from, reason, host });
  },
});
