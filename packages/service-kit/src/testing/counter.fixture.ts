// A small service for the kit's own tests: units that can be registered and amended, and what follows from it.
import {
  type Command,
  derivedId,
  type EventNamed,
  type Refusal,
  refuse,
  requestsOf,
  type View,
} from '@jiangong/contracts';
import { z } from 'zod';
import { get, imports, post, put, query } from '../define/routes.ts';
import { deadline, on, service } from '../define/service.ts';

type Unit = EventNamed<'unit-registered'>['data'];
type Event = EventNamed<'unit-registered' | 'unit-amended'>;
type Change = Command<'register' | 'amend' | 'append', { name: string }>;
/** Requests of the fixture's commands. */
export const unitCommand = requestsOf<Change>('unit');

/** A bug of the rules that a test can mend. */
export const planted = { bug: true };
/** The id of the unit that repeats what another is renamed to. */
export const shadowOf = (unit: string) => derivedId('shadow', unit);

/** The rules of a unit, with the planted bug. */
export const unit = {
  initial: undefined as Unit | undefined,
  decide(unit: Unit | undefined, { type, id, data }: Change): Event[] | Refusal {
    const named = { unit: id, kind: 'branch' as const, code: id.slice(0, 8), shortName: '单位', ...data };
    if (data.name === 'forbidden') return refuse('already-exists', { what: 'forbidden' });
    if (planted.bug && data.name.startsWith('bug')) throw new TypeError('a planted bug');
    if (type === 'append')
      return [{ type: 'unit-amended', data: { ...named, name: `${unit?.name ?? ''}${data.name}` } }];
    if (!unit) return [{ type: 'unit-registered', data: named }];
    if (type === 'register') return refuse('already-exists', { what: unit.name });
    return unit.name === data.name ? [] : [{ type: 'unit-amended', data: named }];
  },
  evolve: (_: Unit | undefined, event: Event): Unit => event.data,
};

/** A unit as it is now, and how often it has changed. */
export interface Row extends Unit {
  changes: number;
}
/** Every unit as it is now. */
export const units: View<Row, Event> = {
  name: 'units',
  events: ['unit-registered', 'unit-amended'],
  key: ({ data }) => data.unit,
  apply: (row, { data }) => ({ ...data, changes: (row?.changes ?? 0) + 1 }),
  index: ['name', ['name', 'changes']],
};

/** Every change of every unit, numbered. */
export const changes: View<{ name: string }, Event> = {
  name: 'changes',
  events: ['unit-registered', 'unit-amended'],
  key: ({ subject, sequence }) => `${subject}/${String(sequence).padStart(3, '0')}`,
  apply: (_, { data }) => ({ name: data.name }),
  numbered: true,
};

const byId = z.object({ id: z.uuid() });
const body = z.strictObject({ name: z.string().min(1) });
const answer = z.object({ unit: z.string(), name: z.string(), changes: z.int() });

/**
 * A small service to run: units are registered, amended, imported and listed; one called `echo…` gets a shadow that
 * repeats its amendments.
 */
export const counter = service({
  name: 'competitions',
  streams: { unit },
  views: [units],
  reactions: [
    on('unit-amended', ({ data }) =>
      data.name.startsWith('echo')
        ? [unitCommand(shadowOf(data.unit), 'append', { name: `${data.name.slice(4)};` })]
        : [],
    ),
  ],
  deadlines: [
    deadline('rename', ['unit-registered', 'unit-amended'], ({ data }) =>
      data.name.startsWith('until ')
        ? { at: data.name.slice(6), request: unitCommand(data.unit, 'amend', { name: 'over' }) }
        : undefined,
    ),
  ],
  routes: [
    post('/units/:id', {
      summary: ['登记', 'Register'],
      roles: ['organiser'],
      params: byId,
      body,
      handle: ({ params, body }) => unitCommand(params.id, 'register', body),
    }),
    put('/units/:id', {
      summary: ['更正', 'Amend'],
      roles: ['organiser'],
      params: byId,
      body,
      handle: ({ params, body }) => unitCommand(params.id, 'amend', body),
    }),
    imports('/unit-imports', {
      summary: ['导入', 'Import'],
      roles: ['organiser'],
      columns: [{ key: 'name', label: ['单位', 'unit'], kind: 'text', required: true, schema: z.string().min(2) }],
      keyOf: ({ name }) => name,
      handle: ({ name }) => unitCommand(derivedId('row', name), 'register', { name }),
    }),
    get('/units/:id', {
      summary: ['查看', 'Read'],
      roles: ['organiser', 'auditor'],
      params: byId,
      answer,
      query: ({ params, read }) => read.get(units, params.id),
      stream: ({ id }) => `unit/${id}`,
    }),
    query('/units/:id/as-if', {
      summary: ['假如更名', 'As if it were renamed'],
      roles: ['organiser'],
      params: byId,
      body,
      answer,
      query: async ({ params, body, read }) => {
        const row = await read.get(units, params.id);
        return row && { ...row, ...body };
      },
    }),
    get('/units', {
      summary: ['列表', 'List'],
      roles: ['organiser'],
      querystring: z.object({
        cursor: z.string().optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      answer: z.object({ items: z.array(answer), next: z.string().optional() }),
      query: ({ query, read }) => read.page(units, {}, { after: query.cursor, limit: query.limit }),
      table: ({ items }) => ({
        name: '单位',
        columns: [{ title: '名称' }, { title: '变更次数' }],
        rows: items.map(({ name, changes }) => [name, changes]),
      }),
    }),
  ],
});
