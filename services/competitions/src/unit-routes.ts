// How the world reaches units: one at a time, or a whole list from a csv file.
import {
  amendUnit,
  type CommandRequest,
  derivedId,
  id,
  type Read,
  type Refusal,
  refuse,
  registerUnit,
  roles,
  unitKind,
  unitView,
} from '@jiangong/contracts';
import { definedOnly, get, imports, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { unitCommand } from './unit.ts';
import { type UnitRow, units } from './views.ts';

const byId = z.object({ id });
const kinds = { 分支机构: 'branch', 项目部: 'project-department', 用人单位: 'employer' } as const;

/** The unit's code is its natural key, so its id is derived: registering it twice is noticed without a look-up. */
const unitId = (org: string, code: string) => derivedId('unit', org, code);

async function registration(unit: UnitRow, parent: UnitRow | undefined, read: Read): Promise<CommandRequest | Refusal> {
  const { unit: key, ...data } = unit;
  const [same] = await read.all(units, { code: unit.code });
  if (same && same.unit !== key) return refuse('unit-code-taken', { code: unit.code, name: same.name });
  if (parent && (unit.kind !== 'project-department' || parent.kind !== 'branch'))
    return refuse('unit-not-a-branch', { parent: parent.name });
  return unitCommand(key, 'register', data);
}

export const unitRoutes = [
  post('/units', {
    summary: ['登记单位', 'Register a unit'],
    roles: ['organiser'],
    body: registerUnit,
    async handle({ body: { id, ...data }, actor, read }) {
      const parent = data.parent && (await read.get(units, data.parent));
      if (data.parent && !parent) return refuse('unit-parent-unknown', { parent: data.parent });
      return registration({ unit: id ?? unitId(actor.org, data.code), ...data }, parent || undefined, read);
    },
  }),
  imports('/units/import', {
    summary: ['批量导入单位（csv）', 'Import units (csv)'],
    roles: ['organiser'],
    row: z.strictObject({
      编码: registerUnit.shape.code,
      名称: registerUnit.shape.name,
      简称: registerUnit.shape.shortName,
      类别: z.enum(['分支机构', '项目部', '用人单位']),
      /** The branch's code; branches are imported before the project departments that belong to them. */
      上级编码: z.string().optional(),
    }),
    async handle(row, { actor, read }) {
      const [parent] = row.上级编码 ? await read.all(units, { code: row.上级编码 }) : [];
      if (row.上级编码 && !parent) return refuse('unit-parent-unknown', { parent: row.上级编码 });
      const unit = unitId(actor.org, row.编码);
      const named = { kind: kinds[row.类别], code: row.编码, name: row.名称, shortName: row.简称 };
      return registration({ unit, ...named, ...(parent ? { parent: parent.unit } : {}) }, parent, read);
    },
  }),
  post('/units/:id/amend', {
    summary: ['更正单位名称', 'Amend a unit'],
    roles: ['organiser'],
    params: byId,
    body: amendUnit,
    handle: ({ params, body }) => unitCommand(params.id, 'amend', body),
  }),
  get('/units', {
    summary: ['单位列表', 'List units'],
    roles,
    querystring: z.object({ ...paging, kind: unitKind.optional(), code: z.string().optional() }),
    answer: pageOf(unitView),
    query: ({ query: { cursor, limit, kind, code }, read }) =>
      read.page(units, definedOnly({ kind, code }), { after: cursor, limit }),
  }),
  get('/units/:id', {
    summary: ['查看单位', 'Read a unit'],
    roles,
    params: byId,
    answer: unitView,
    query: ({ params, read }) => read.get(units, params.id),
    stream: ({ id }) => `unit/${id}`,
  }),
];
