// Users come from a file by what people call their roles, departments and units; their passwords are kept as hashes alone.
import { type Command, derivedId, type EventNamed, refuse, requestsOf } from '@jiangong/contracts';
import { post, service } from '@jiangong/service-kit';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { started } from './started.fixture.ts';

type Event = EventNamed<'unit-registered' | 'scheme-published'>;
const publishing = requestsOf<Command<'publish', { events: Event[] }>>('unit');
const standIn = service({
  name: 'competitions',
  streams: {
    unit: {
      initial: undefined,
      decide: (_: undefined, { data }: { data: { events: Event[] } }) => data.events,
      evolve: () => undefined,
    } as never,
  },
  views: [],
  reactions: [],
  deadlines: [],
  routes: [
    post('/publish/:id', {
      summary: ['测试', 'Test'],
      roles: ['admin'],
      params: z.object({ id: z.uuid() }),
      body: z.object({ events: z.array(z.unknown()) }),
      handle: ({ params, body }) =>
        body.events.length === 0 ? refuse('busy') : publishing(params.id, 'publish', body as never),
    }),
  ],
});
const [unit, scheme] = [derivedId('unit', 'o', 'XM-7'), derivedId('scheme', 'o')];
const file = `用户名,姓名,角色,部门,单位,初始密码
zhang.san,张三,检查员；审计,安全部,,deng-ta-xia-de-hai-1
li.si,李四,entrant,,七项目部,deng-ta-xia-de-hai-2
wang.wu,王五,检查员,消防部,,deng-ta-xia-de-hai-3
zhao.liu,赵六,队长,,,deng-ta-xia-de-hai-4
qian.qi,钱七,人力资源,,,1234567890
sun.ba,孙八,检查员,,,deng-ta-xia-de-hai-6
`;

test('users are imported by the names of their roles, departments and units, and sign in', async () => {
  const { announced, call, bearer, running } = await started({ others: [standIn] });
  const admin = await bearer(announced[0]!);
  const events = [
    {
      type: 'unit-registered',
      data: { unit, kind: 'project-department', code: 'XM-7', name: '第七项目部', shortName: '七项目部' },
    },
    {
      type: 'scheme-published',
      data: { scheme, version: 1, body: { departments: [{ id: 'safety', label: { zh: '安全部' } }] } },
    },
  ];
  expect((await call('POST', `/api/publish/${unit}`, { events }, admin)).status).toBe(201);
  const send = async (query = '') => {
    const headers = { ...admin, 'content-type': 'text/csv' };
    const answer = await running.app.inject({
      method: 'POST',
      url: `/api/users/import${query}`,
      headers,
      payload: file,
    });
    return answer.json();
  };
  const faulty = ['D4', 'C5', 'F6', undefined];
  await expect
    .poll(async () => (await send('?preview=true')).faults.map(({ cell }: { cell?: string }) => cell), {
      timeout: 5000,
    })
    .toEqual(faulty);
  expect((await send('?preview=true')).preview).toMatchObject({ new: 2, faulty: 4 });
  expect((await call('POST', '/sign-in', { userName: 'zhang.san', password: 'deng-ta-xia-de-hai-1' })).status).toBe(
    401,
  );

  const done = await send();
  expect(done).toMatchObject({ rows: 6, accepted: 2, faultsTotal: 4 });
  expect(JSON.stringify(done)).not.toContain('deng-ta');
  const token = await bearer({ userName: 'zhang.san', password: 'deng-ta-xia-de-hai-1' });
  expect(token.authorization).not.toContain('undefined');
  const { items } = (await call('GET', '/api/users', undefined, admin)).body;
  const of = (name: string) => items.find((user: { userName: string }) => user.userName === name);
  expect(of('zhang.san')).toMatchObject({ name: '张三', roles: ['checker', 'auditor'], departments: ['safety'] });
  expect(of('li.si')).toMatchObject({ roles: ['entrant'], units: [unit] });
  expect((await send()).faults.slice(0, 2)).toMatchObject([{ row: 2 }, { row: 3 }]);
});

test('the template of users lists what is known', async () => {
  const { announced, bearer, running } = await started();
  const headers = await bearer(announced[0]!);
  const answer = await running.app.inject({ url: '/api/users/import/template.xlsx', headers });
  expect([answer.statusCode, answer.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
});
