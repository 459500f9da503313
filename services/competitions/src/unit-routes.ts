// Routes of units, one at a time; a whole list comes by unit-import.ts.
import {
  amendUnit,
  type CommandRequest,
  derivedId,
  id,
  type Read,
  type Refusal,
  refuse,
  registerUnit,
  restoreUnit,
  retireUnit,
  roles,
  unitKind,
  unitView,
  withRecordId,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { tables } from './tables.ts';
import { unitCommand } from './unit.ts';
import { retirement, usesOf } from './unit-use.ts';
import { type UnitRow, units } from './views.ts';

const byId = z.object({ id });

/** The unit's code is its natural key, so its id is derived: registering it twice is noticed without a look-up. */
export const unitId = (org: string, code: string) => derivedId('unit', org, code);

export async function unitRegistration(
  unit: UnitRow,
  parent: UnitRow | undefined,
  read: Read,
): Promise<CommandRequest | Refusal> {
  const { unit: key, ...data } = unit;
  const [same] = await read.all(units, { code: unit.code });
  if (same && same.unit !== key) return refuse('unit-code-taken', { code: unit.code, name: same.name });
  const retired = parent && retirement(parent);
  if (retired) return retired;
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
      return withRecordId(id, unitId(actor.org, data.code), (unit) =>
        unitRegistration({ unit, ...data }, parent || undefined, read),
      );
    },
  }),
  post('/units/:id/amend', {
    summary: ['更正单位名称', 'Amend a unit’s name'],
    roles: ['organiser'],
    params: byId,
    body: amendUnit,
    handle: ({ params, body }) => unitCommand(params.id, 'amend', body),
  }),
  post('/units/:id/retire', {
    summary: ['停用单位（重复登记的可并入另一单位）', 'Retire a unit, or merge one entered twice'],
    roles: ['organiser'],
    params: byId,
    body: retireUnit,
    async handle({ params, body: { into, reason }, read }) {
      const unit = await read.get(units, params.id);
      if (!unit) return refuse('not-found', { what: params.id });
      const other = into === undefined ? undefined : await read.get(units, into);
      if (into !== undefined && !other) return refuse('not-found', { what: into });
      const uses = await usesOf(read, unit);
      return unitCommand(params.id, 'retire', { ...(other ? { into: other } : {}), uses, reason });
    },
  }),
  post('/units/:id/restore', {
    summary: ['恢复误停用的单位', 'Restore a unit that was retired by mistake'],
    roles: ['organiser'],
    params: byId,
    body: restoreUnit,
    handle: ({ params, body }) => unitCommand(params.id, 'restore', body),
  }),
  get('/units', {
    summary: ['单位列表', 'List units'],
    roles,
    querystring: z.object({ ...paging, kind: unitKind.optional(), code: z.string().optional() }),
    answer: pageOf(unitView),
    query: ({ query: { cursor, limit, kind, code }, read }) =>
      read.page(units, definedOnly({ kind, code }), { after: cursor, limit }),
    table: tables.units,
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
