// Entries of one competition from a file; units, tracks and groups by their codes or names.
import { entryId, id, type Read, refuse, rowFault } from '@jiangong/contracts';
import { imports } from '@jiangong/service-kit';
import { z } from 'zod';
import { entryRegistration } from './entry-routes.ts';
import { unitColumn, unitLabels } from './units-in-import.ts';
import { competitions, entries, units } from './views.ts';

const unitsByCode = async (read: Read) => (await read.all(units)).sort((a, b) => (a.code < b.code ? -1 : 1));

export const entryImport = imports('/competitions/:id/entries/import', {
  summary: ['批量导入报名', 'Import entries'],
  roles: ['organiser'],
  params: z.object({ id }),
  within: ({ id }) => `competition/${id}`,
  columns: [
    { ...unitColumn, required: true, given: true },
    {
      key: 'unitName',
      label: ['单位名称', 'unit name'],
      aliases: ['名称', '项目部名称'],
      kind: 'text',
      given: true,
      help: ['只供核对：填了就须与编码相符', 'a check only: if given it must fit the code'],
    },
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
    const all = await unitsByCode(read);
    return all.filter(({ unit }) => !entered.has(unit)).map(({ code, name }) => ({ unit: code, unitName: name }));
  },
  async handle({ unit: code, unitName, track, group }, { params, read }) {
    const [unit] = await read.all(units, { code });
    if (unit && unitName !== undefined && unitName !== unit.name && unitName !== unit.shortName)
      return rowFault(
        'unitName',
        `「单位名称」与编码不符：${code} 是「${unit.name}」`,
        `“unit name” does not fit the code: ${code} is “${unit.name}”`,
      );
    const entry = unit && (await read.get(entries, entryId(params.id, unit.unit, track)));
    const isEntered = entry?.state === 'registered' || entry?.state === 'accepted';
    if (isEntered && entry.group === group) return undefined;
    return entryRegistration(read, params.id, unit, { track, group, unknown: refuse('unit-unknown', { code }) });
  },
});
