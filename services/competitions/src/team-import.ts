// Teams and their members from a list, a row per member.
import { code, label, unitColumn } from '@jiangong/contracts';
import { imports } from '@jiangong/service-kit';
import { z } from 'zod';
import { teams } from './people-views.ts';
import { teamCommand } from './team.ts';
import { teamId, unfit } from './team-routes.ts';
import { retirement } from './unit-use.ts';
import { unitLabels } from './units-in-import.ts';
import { units } from './views.ts';

export const teamImport = imports('/teams/import', {
  summary: ['批量导入队伍与队员', 'Import teams and their members'],
  roles: ['organiser'],
  columns: [
    {
      key: 'code',
      label: ['队伍编码', 'team code'],
      aliases: ['队伍编号'],
      kind: 'code',
      required: true,
      schema: code,
      example: 'D-01',
    },
    {
      key: 'name',
      label: ['队伍名称', 'team'],
      aliases: ['队名'],
      kind: 'text',
      required: true,
      schema: label,
      example: '青年突击队',
    },
    {
      key: 'shortName',
      label: ['队伍简称', 'short name'],
      aliases: [],
      kind: 'text',
      required: true,
      schema: z.string().min(1).max(20),
      example: '突击队',
    },
    unitColumn,
    {
      key: 'externalId',
      label: ['工号', 'employee number'],
      aliases: ['员工编号', '人员编号'],
      kind: 'code',
      required: true,
      schema: code,
      example: 'G-1001',
    },
    {
      key: 'from',
      label: ['开始日期', 'from'],
      aliases: ['入队日期'],
      kind: 'date',
      required: true,
      example: '2024-03-01',
    },
    { key: 'to', label: ['离队日期', 'to'], aliases: [], kind: 'date' },
    {
      key: 'substitute',
      label: ['替补', 'substitute'],
      aliases: ['是否替补'],
      kind: 'choice',
      labels: { yes: '是', no: '否' },
      example: '否',
    },
  ],
  keyOf: ({ code, externalId, from }) => `${code} ${externalId} ${from}`,
  labels: async ({ read }, mentioned) => ({ unit: await unitLabels(read, mentioned) }),
  async isNew({ code, externalId, from }, { actor, hiddenId, read }) {
    const person = hiddenId('person', actor.org, externalId);
    const [team] = await read.all(teams, { code });
    return !team?.members.some((member) => member.person === person && member.from === from);
  },
  async handle({ code, name, shortName, unit: unitCode, externalId, from, to, substitute }, { actor, hiddenId, read }) {
    const [unit] = unitCode ? await read.all(units, { code: unitCode }) : [];
    const person = hiddenId('person', actor.org, externalId);
    const refusal = (unit && !to && retirement(unit)) || (await unfit(read, undefined, [person]));
    if (refusal) return refusal;
    const member = { person, from, ...(to ? { to } : {}), ...(substitute === 'yes' ? { substitute: true } : {}) };
    const head = { code, name, shortName, ...(unit ? { unit: unit.unit } : {}) };
    const [same] = await read.all(teams, { code });
    return teamCommand(same?.team ?? teamId(actor.org, code), 'enrol', { ...head, member });
  },
});
