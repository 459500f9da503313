// Routes of machines, for the administrators of their organisation: register, rotate, end, see when each was last used.
import { endMachine, id, machineView, registerMachine, rotateMachine } from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post, type Route } from '@jiangong/service-kit';
import { z } from 'zod';
import { type Machine, machineCommand } from './machine.ts';
import { drawSecret, forgetSecrets, lastUse } from './machine-secret.ts';
import type { PrivateStore } from './private-store.ts';
import { tables } from './tables.ts';
import { machines } from './views.ts';

const byId = z.object({ id });
const shown = z.object({ secret: z.string() });

/** @param store the private rows, once the service has opened */
export function machineRoutes(store: () => Pick<PrivateStore, 'privateRow'>): Route[] {
  async function used(row: Machine): Promise<z.infer<typeof machineView>> {
    const keys = row.keys.map(async (each) => ({
      ...each,
      ...definedOnly({ lastUsedAt: await lastUse(store(), row.machine, each.key) }),
    }));
    return { ...row, keys: await Promise.all(keys) };
  }
  return [
    post('/machines', {
      summary: ['登记接入系统（密钥只显示一次）', 'Register a machine; its secret is shown once'],
      roles: ['admin'],
      body: registerMachine,
      shown,
      handle({ body: { name, scopes }, newId }) {
        const [machine, key] = [newId(), newId()];
        const { secret, row } = drawSecret(machine, key);
        const request = machineCommand(machine, 'register', { name, scopes: [...new Set(scopes)], key });
        return { request, privateRows: [row], shown: { secret } };
      },
    }),
    get('/machines', {
      summary: ['接入系统列表', 'List machines'],
      roles: ['admin'],
      querystring: z.object(paging),
      answer: pageOf(machineView),
      async query({ query: { cursor, limit }, read }) {
        const page = await read.page(machines, {}, { after: cursor, limit });
        return { ...page, items: await Promise.all(page.items.map(used)) };
      },
      table: tables.machines,
    }),
    get('/machines/:id', {
      summary: ['查看接入系统及密钥最近使用时间', 'Read a machine and when its secrets were last used'],
      roles: ['admin'],
      params: byId,
      answer: machineView,
      async query({ params, read }) {
        const row = await read.get(machines, params.id);
        return row && used(row);
      },
      stream: ({ id }) => `machine/${id}`,
    }),
    post('/machines/:id/rotate', {
      summary: ['更换接入系统的密钥（只显示一次）', 'Rotate a machine’s secret; the new one is shown once'],
      roles: ['admin'],
      params: byId,
      body: rotateMachine,
      shown,
      handle({ params: { id: machine }, body: { overlapHours }, now, newId }) {
        const key = newId();
        const until = new Date(Date.parse(now) + overlapHours * 3_600_000).toISOString();
        const { secret, row } = drawSecret(machine, key);
        return {
          request: machineCommand(machine, 'rotate', { key, until }),
          privateRows: [row],
          shown: { secret },
        };
      },
    }),
    post('/machines/:id/end', {
      summary: ['停用接入系统（密钥与令牌随即失效）', 'End a machine: its secrets and tokens end at once'],
      roles: ['admin'],
      params: byId,
      body: endMachine,
      async handle({ params, body, read }) {
        const row = await read.get(machines, params.id);
        return {
          request: machineCommand(params.id, 'end', body),
          privateRows: row ? forgetSecrets(row) : [],
        };
      },
    }),
  ];
}
