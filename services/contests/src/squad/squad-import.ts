// Contestants from a file: persons by their employee numbers, everybody else by code or name.
import { id, type Read, refuse } from '@jiangong/contracts';
import { imports, type Request } from '@jiangong/service-kit';
import { z } from 'zod';
import { teams, units } from '../followed-views.ts';
import { PEOPLE } from '../names.ts';
import { contestants, contests } from '../views.ts';
import { candidatesOf, entering, over } from './entering.ts';

export const squadImport = imports('/contests/:id/contestants/import', {
  summary: ['批量导入参赛名单', 'Import contestants'],
  roles: ['organiser'],
  params: z.object({ id }),
  within: ({ id }) => `contest/${id}`,
  columns: [
    {
      key: 'entrant',
      label: ['参赛者编码', 'entrant code'],
      aliases: ['工号', '员工编号', '编码', '单位编码', '队伍编码', '工作室编码'],
      kind: 'choice',
      required: true,
      example: 'G-1001',
      help: ['个人填工号；单位、队伍、工作室填编码或名称', 'employee number of a person; else the code or name'],
    },
    {
      key: 'track',
      label: ['赛道', 'track'],
      aliases: ['参赛赛道', '项目', '类别'],
      kind: 'choice',
      required: true,
      example: '运动员',
    },
    { key: 'group', label: ['组别', 'group'], aliases: ['参赛组别', '分组'], kind: 'choice', example: '男子组' },
    {
      key: 'represents',
      label: ['代表', 'represents'],
      aliases: ['代表单位', '代表队', '所属队伍'],
      kind: 'choice',
      example: '第一分公司',
      help: ['所代表的队伍或单位，默认为本单位', 'the team or unit to represent; by default the own unit'],
    },
  ],
  keyOf: ({ entrant, track }) => `${entrant} ${track}`,
  async labels({ params, read, states }) {
    const contest = await read.get(contests, params.id);
    if (!contest) return refuse('not-found', { what: params.id });
    const groups = contest.tracks.flatMap(({ groups }) => groups);
    return {
      entrant: await entrantLabels(new Set(contest.tracks.map(({ entrants }) => entrants)), read, states),
      track: Object.fromEntries(contest.tracks.map(({ track, label }) => [track, label])),
      group: Object.fromEntries(groups.map(({ id, label }) => [id, label])),
      represents: { ...(await called('team', read)), ...(await called('unit', read)) },
    };
  },
  async isNew({ entrant, track }, { params, read }) {
    const known = await read.all(contestants, { contest: params.id, track, entrantId: entrant });
    return !known.some(({ state }) => state === 'accepted');
  },
  async handle({ entrant, track, group, represents }, { params, read }) {
    const contest = (await read.get(contests, params.id))!;
    const known = await read.all(contestants, { contest: params.id, track, entrantId: entrant });
    const isSame = known.some(
      (row) => row.state === 'accepted' && row.group === group && row.represents === represents,
    );
    if (isSame) return undefined;
    return over(contest) ?? entering(contest, { entrant, track, group, represents }, true, read);
  },
});

type Type = Parameters<typeof candidatesOf>[0];
async function entrantLabels(types: ReadonlySet<Type>, read: Read, states: Request['states']) {
  const labels: Record<string, string[]> = {};
  for (const type of types)
    if (type === 'person') for (const [person, { externalId }] of await states(PEOPLE)) labels[person] = [externalId];
    else Object.assign(labels, await called(type, read));
  return labels;
}
/** Whoever is there of a kind, by code and names. */
async function called(type: Exclude<Type, 'person'>, read: Read): Promise<Record<string, string[]>> {
  const view = { unit: units, team: teams, studio: candidatesOf('studio') }[type];
  const rows = (await read.all(view as typeof units)).filter(({ gone }) => !gone);
  return Object.fromEntries(
    rows.map(({ id, code, name, shortName }) => [id, [name, code, shortName].filter((each) => each !== undefined)]),
  );
}
