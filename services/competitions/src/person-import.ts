// Persons from a list of the personnel system: who joined, moved, left.
import { code, label, refuse, unitColumn } from '@jiangong/contracts';
import { imports } from '@jiangong/service-kit';
import { z } from 'zod';
import { personCommand } from './person.ts';
import { PEOPLE, stateOf, writers } from './person-routes.ts';
import { retirement } from './unit-use.ts';
import { unitLabels } from './units-in-import.ts';
import { units } from './views.ts';

export const personImport = imports('/people/import', {
  summary: ['批量导入人员：入职、变动、离职', 'Import persons: joiners, movers, leavers'],
  roles: writers,
  columns: [
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
      key: 'name',
      label: ['姓名', 'name'],
      aliases: [],
      kind: 'text',
      required: true,
      schema: label,
      example: '王建国',
    },
    {
      key: 'role',
      label: ['岗位', 'position'],
      aliases: ['职务'],
      kind: 'text',
      schema: z.string().max(200),
      example: '钢筋工',
    },
    { ...unitColumn, required: true },
    {
      key: 'from',
      label: ['开始日期', 'from'],
      aliases: ['入职日期', '起'],
      kind: 'date',
      required: true,
      example: '2024-03-01',
    },
    {
      key: 'to',
      label: ['离职日期', 'to'],
      aliases: ['止'],
      kind: 'date',
      help: ['在岗的不填', 'empty while employed'],
    },
    {
      key: 'revision',
      label: ['版次', 'revision'],
      aliases: [],
      kind: 'number',
      schema: z.int().min(0),
      help: ['人事系统自己的版次；没有则以本表为准', 'the personnel system’s own; without it the list holds as it is'],
    },
  ],
  keyOf: ({ externalId }) => externalId,
  labels: async ({ read }, mentioned) => ({ unit: await unitLabels(read, mentioned) }),
  async handle({ externalId, name, role, unit: unitCode, from, to, revision }, { actor, hiddenId, read, states }) {
    const [unit] = await read.all(units, { code: unitCode });
    if (!unit) return refuse('unit-unknown', { code: unitCode });
    const retired = to === undefined ? retirement(unit) : undefined;
    if (retired) return retired;
    const person = hiddenId('person', actor.org, externalId);
    const value = { externalId, name, ...(role ? { role } : {}) };
    const known = (await states(PEOPLE, [person])).get(person);
    const renamed = known?.name !== value.name || known.role !== value.role;
    const request = personCommand(person, 'put', { unit: unit.unit, from, to, revision, renamed });
    return { request, states: stateOf(person, value) };
  },
});
