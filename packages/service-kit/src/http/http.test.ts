import { derivedId, type Role } from '@jiangong/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { counter, planted, shadowOf } from '../testing/counter.fixture.ts';
import { startTesting, type Testing, tokenOf } from '../testing/index.ts';
import { sheetOf, workbookOf } from './file/workbook.fixture.ts';
import { tableFile } from './table.ts';

const organiser = { org: 'org-1', sub: 'li', roles: ['organiser' as const] };
const stranger = { org: 'org-2', sub: 'wu', roles: ['organiser' as const] };
const idOf = (n: number) => derivedId('test', n);
let t: Testing;
beforeAll(async () => {
  t = await startTesting([counter]);
});
afterAll(() => t.stop());

test('a query with a body is checked like any request and changes nothing', async () => {
  const url = `/api/units/${idOf(90)}`;
  await t.call(organiser, 'POST', url, { name: '甲' });
  const answer = await t.call(organiser, 'POST', `${url}/as-if`, { name: '乙' });
  expect([answer.status, answer.body]).toEqual([200, { unit: idOf(90), name: '乙', changes: 1 }]);
  expect((await t.call(organiser, 'GET', url)).body.name).toBe('甲');
  expect((await t.call(organiser, 'POST', `${url}/as-if`, { name: '' })).body.errors[0].at).toBe('/body/name');
  expect((await t.call(organiser, 'POST', `${url}/as-if`)).status).toBe(400);
  expect((await t.call(stranger, 'POST', `${url}/as-if`, { name: '乙' })).status).toBe(404);
});

describe('a command', () => {
  test('is answered with the version, and its view shows it at once', async () => {
    const made = await t.call(organiser, 'POST', `/api/units/${idOf(1)}`, { name: '一分公司' });
    expect([made.status, made.body, made.headers.etag]).toEqual([201, { id: idOf(1), version: 1 }, '"1"']);
    const read = await t.call(organiser, 'GET', `/api/units/${idOf(1)}`);
    expect(read.body).toEqual({ unit: idOf(1), name: '一分公司', changes: 1 });
    expect(read.headers.etag).toBe('"1"');
  });

  test('repeated with its key is answered alike; the key with another body is refused', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const first = await t.call(organiser, 'POST', `/api/units/${idOf(2)}`, { name: '二分公司' }, key);
    const second = await t.call(organiser, 'POST', `/api/units/${idOf(2)}`, { name: '二分公司' }, key);
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    const other = await t.call(organiser, 'POST', `/api/units/${idOf(2)}`, { name: '三分公司' }, key);
    expect([other.status, other.body.type]).toEqual([422, '/problems/key-reused']);
    const unkeyed = await t.call(organiser, 'POST', `/api/units/${idOf(2)}`, { name: '二分公司' });
    expect([unkeyed.status, unkeyed.body.type]).toEqual([409, '/problems/already-exists']);
  });

  test('takes a key of at most 255 visible characters', async () => {
    const amend = (key: string) =>
      t.call(organiser, 'POST', `/api/units/${idOf(2)}`, { name: '二' }, { 'idempotency-key': key });
    for (const key of ['', 'x'.repeat(256), 'a\tb', '键', 'a\u00a0b'])
      expect([key, (await amend(key)).body.type]).toEqual([key, '/problems/malformed-request']);
    for (const key of ['~'.repeat(255), 'a key of words'])
      expect((await amend(key)).body.type).not.toMatch('malformed');
  });

  test('propagates a trace and ignores anything else in its place', async () => {
    const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await t.call(organiser, 'POST', `/api/units/${idOf(91)}`, { name: 'a' }, { traceparent: trace });
    await t.call(
      organiser,
      'PUT',
      `/api/units/${idOf(91)}`,
      { name: 'b' },
      { traceparent: 'x'.repeat(8000), 'if-match': '*' },
    );
    const commits = await t.runtimes[0]!.store.read(`unit/${idOf(91)}`, 0);
    expect(commits.map(({ traceparent }) => traceparent)).toEqual([trace, undefined]);
  });

  test('is refused to anybody who signs as the system', async () => {
    const forged = { ...organiser, sub: 'system:competitions' };
    expect((await t.call(forged, 'POST', `/api/units/${idOf(92)}`, { name: 'a' })).status).toBe(401);
  });

  test('that changed nothing still changes nothing when repeated later', async () => {
    const url = `/api/units/${idOf(3)}`;
    await t.call(organiser, 'POST', url, { name: '甲' });
    const same = { 'idempotency-key': 'same', 'if-match': '"1"' };
    expect((await t.call(organiser, 'PUT', url, { name: '甲' }, same)).body.version).toBe(1);
    await t.call(organiser, 'PUT', url, { name: '乙' }, { 'if-match': '"1"' });
    expect((await t.call(organiser, 'PUT', url, { name: '甲' }, same)).body.version).toBe(1);
    expect((await t.call(organiser, 'GET', url)).body.name).toBe('乙');
  });

  test('that replaces must name the version it replaces', async () => {
    const url = `/api/units/${idOf(4)}`;
    expect((await t.call(organiser, 'PUT', url, { name: '甲' })).status).toBe(201);
    expect((await t.call(organiser, 'PUT', url, { name: '乙' })).status).toBe(428);
    expect((await t.call(organiser, 'PUT', url, { name: '乙' }, { 'if-match': '"7"' })).status).toBe(412);
    expect((await t.call(organiser, 'PUT', url, { name: '乙' }, { 'if-match': 'x' })).status).toBe(400);
    expect((await t.call(organiser, 'PUT', url, { name: '乙' }, { 'if-match': '"1"' })).status).toBe(200);
  });

  test('of eight with the same If-Match has one winner', async () => {
    const url = `/api/units/${idOf(5)}`;
    await t.call(organiser, 'POST', url, { name: '始' });
    const names = [...'甲乙丙丁戊己庚辛'];
    const races = await Promise.all(
      names.map((name) => t.call(organiser, 'PUT', url, { name }, { 'if-match': '"1"' })),
    );
    expect(races.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
  });
});

describe('the border', () => {
  test('reveals nothing without a token, not even what exists', async () => {
    for (const url of [`/api/units/${idOf(1)}`, '/api/no-such-thing', '/api'])
      expect((await t.call(undefined, 'GET', url)).status).toBe(401);
    expect((await t.call(undefined, 'GET', '/live')).status).toBe(200);
    expect((await t.call(undefined, 'GET', '/ready')).status).toBe(200);
    expect((await t.call(undefined, 'GET', '/metrics')).status).toBe(401);
    expect((await t.call(undefined, 'GET', '/docs/json')).status).toBe(200);
  });

  test('hides another organisation’s records, for reading and for changing', async () => {
    await t.call(organiser, 'POST', `/api/units/${idOf(6)}`, { name: '甲' });
    expect((await t.call(stranger, 'GET', `/api/units/${idOf(6)}`)).status).toBe(404);
    const change = await t.call(stranger, 'PUT', `/api/units/${idOf(6)}`, { name: '乙' }, { 'if-match': '"1"' });
    expect(change.status).toBe(404);
  });

  test('locates what is wrong in a request, in Chinese and English', async () => {
    const wrong = await t.call(organiser, 'POST', `/api/units/${idOf(7)}`, { name: '', colour: 'red' });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors.map(({ at }: { at: string }) => at)).toEqual(['/body/name', '/body']);
    for (const { zh, en } of wrong.body.errors) expect(zh).not.toBe(en);
    for (const payload of [
      '{"name":',
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
      `{"a":${'['.repeat(64)}${']'.repeat(64)}}`,
      '{"name":"甲","name":"乙"}',
      '{"name":"甲\\u0000"}',
      '{"name":"\\ud842"}',
      '{"name":"甲\u202e乙"}',
      '{"name":"甲","\\u2066":1}',
    ]) {
      const json = await t.app.inject({
        method: 'POST',
        url: `/api/units/${idOf(7)}`,
        headers: { ...(await bearer()), 'content-type': 'application/json' },
        payload,
      });
      expect([json.statusCode, json.json().type]).toEqual([400, '/problems/unreadable-body']);
    }
  });

  test('describes every answer: tables, files, refusals and operations', async () => {
    const { paths } = (await t.call(undefined, 'GET', '/docs/json')).body;
    const types = (path: string, status: string) => Object.keys(paths[path].get.responses[status].content ?? {});
    expect(types('/api/units', '200')).toEqual([
      'application/json',
      'text/csv',
      expect.stringContaining('spreadsheetml'),
    ]);
    expect(types('/api/units', '304')).toEqual([]);
    for (const path of Object.keys(paths).filter((path) => paths[path].get))
      expect([path, types(path, 'default')]).toEqual([path, ['application/problem+json']]);
    const answer = ['/live', '/ready', '/health', '/ops/status', '/ops/parked', '/journal/{noun}/{id}'];
    for (const path of answer) expect([path, types(path, '200')]).toEqual([path, ['application/json']]);
    expect(paths['/ops/backup']).toBeUndefined();
  });

  test('every answer says that nothing of it is to be run, framed or shared; behind TLS, that there is no other way', async () => {
    const answers = ['/api/units', '/api/nothing', '/live', '/docs/json', '/problems/not-found', '/nowhere', '/docs/'];
    for (const url of answers) {
      const { headers } = await t.app.inject({ url, headers: await bearer() });
      expect([url, headers['x-content-type-options'], headers['referrer-policy']]).toEqual([
        url,
        'nosniff',
        'no-referrer',
      ]);
      expect([url, headers['content-security-policy']]).toEqual([
        url,
        expect.stringMatching(/^default-src 'none';(?!.*unsafe).*frame-ancestors 'none'/),
      ]);
      expect([url, headers['access-control-allow-origin'], headers['strict-transport-security']]).toEqual([
        url,
        undefined,
        undefined,
      ]);
    }
    const units = await t.call(organiser, 'GET', '/api/units');
    expect(units.headers['cache-control']).toBe('private, no-cache');
  });

  test('takes no null character and no turned direction in an address or a query, from whoever may act at all', async () => {
    const faulty = { '/api/units?cursor=': '/querystring', '/problems/': '/params' };
    for (const hidden of ['%00', 'a%00b', '%E2%80%AE', '%E2%81%A6a'])
      for (const [url, at] of Object.entries(faulty)) {
        const { status, body } = await t.call(organiser, 'GET', url + hidden);
        expect([url, hidden, status, body.type, body.errors]).toEqual([
          ...[url, hidden, 400, '/problems/malformed-request'],
          [expect.objectContaining({ at })],
        ]);
      }
    expect((await t.app.inject({ url: '/api/units?cursor=%00' })).statusCode).toBe(401);
    expect((await t.call(organiser, 'GET', `/problems/${encodeURIComponent('没有\u200e👩‍🔧')}`)).status).toBe(404);
  });

  test('names the methods that an address takes', async () => {
    const wrong = await t.call(organiser, 'DELETE', `/api/units/${idOf(7)}`);
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'POST, PUT, GET']);
  });

  test('lets only an organiser act as of another day, and nobody as of tomorrow', async () => {
    const future = await t.call(organiser, 'POST', `/api/units/${idOf(8)}?on=2999-01-01`, { name: '甲' });
    expect([future.status, future.body.type]).toEqual([422, '/problems/date-in-future']);
    expect((await t.call(organiser, 'POST', `/api/units/${idOf(8)}?on=2024-01-01`, { name: '甲' })).status).toBe(201);
  });
});

test('a spreadsheet is imported like csv; one that is none, or a bomb, is refused', async () => {
  const sheet = await tableFile(
    { name: '单位', columns: [{ title: 'name' }], rows: [['一分公司'], ['x'], [null], ['二分公司']] },
    'xlsx',
  );
  const first = await t.call(organiser, 'POST', '/api/unit-imports', sheet);
  expect(first.body).toMatchObject({ rows: 3, accepted: 2, faults: [{ row: 3, column: 'name' }] });
  for (const [file, status, type] of [
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 400, 'unreadable-body'],
    [workbookOf(sheetOf(' '.repeat(40_000_000))), 413, 'file-too-large-inside'],
  ] as const) {
    const answer = await t.call(organiser, 'POST', '/api/unit-imports', file);
    expect([answer.status, answer.body.type]).toEqual([status, `/problems/${type}`]);
  }
});

test('an import lists its first faults and says how many there are; columns that do not fit are named once', async () => {
  const many = await t.call(organiser, 'POST', '/api/unit-imports', `name\n${'x\n'.repeat(20_000)}`);
  expect(many.body).toMatchObject({ rows: 20_000, accepted: 0, faultsTotal: 20_000 });
  expect(many.body.faults.map(({ row }: { row: number }) => row)).toEqual(Array.from({ length: 200 }, (_, n) => n + 2));
  const columns = await t.call(
    organiser,
    'POST',
    '/api/unit-imports',
    `名称,colour,name,name\n${'甲,red,x,x\n'.repeat(1000)}`,
  );
  expect(columns.body).toMatchObject({ rows: 1000, accepted: 0, faultsTotal: 1 });
  expect(columns.body.faults).toMatchObject([{ row: 1, column: 'name', cell: 'D1' }]);
  expect(columns.body.notes.map(({ zh }: { zh: string }) => zh)).toEqual(['没有用到的栏：名称、colour']);
  const missing = await t.call(organiser, 'POST', '/api/unit-imports', '\n');
  expect(missing.body).toMatchObject({ rows: 0, faults: [{ row: 1, zh: expect.stringContaining('没有找到表头') }] });
  const long = await t.call(organiser, 'POST', '/api/unit-imports', `name,${'栏'.repeat(100_000)}\n第九,x\n`);
  expect([long.body.accepted, long.text.length < 1000]).toEqual([1, true]);
});

test('an import of existing rows lets others be served, and handles no row twice', async () => {
  const csv = `name\n${Array.from({ length: 2000 }, (_, n) => `第${n}项目`).join('\n')}\n`;
  expect((await t.call(organiser, 'POST', '/api/unit-imports', csv)).body).toMatchObject({ accepted: 2000 });
  const [runtime] = t.runtimes;
  const { handle } = runtime!;
  let answer = 0;
  runtime!.handle = (...given) => {
    answer += 1;
    return handle(...given);
  };
  let turns = 0;
  const served = setInterval(() => {
    turns += 1;
  }, 0);
  const again = await t.call(organiser, 'POST', '/api/unit-imports', csv);
  clearInterval(served);
  runtime!.handle = handle;
  expect(again.body).toMatchObject({ rows: 2000, accepted: 0, faultsTotal: 2000 });
  expect(answer).toBe(2000);
  expect(turns).toBeGreaterThan(10);
});

test('an import keeps the good rows, names the faulty ones, and does nothing when repeated', async () => {
  const csv = 'name\n第一\n二\n第三\nforbidden\n';
  const key = { 'idempotency-key': 'import' };
  const first = await t.call(organiser, 'POST', '/api/unit-imports', csv, key);
  expect(first.body).toMatchObject({ rows: 4, accepted: 2, faults: [{ row: 3, column: 'name' }, { row: 5 }] });
  const again = await t.call(organiser, 'POST', '/api/unit-imports', csv, key);
  expect(again.body).toEqual(first.body);
});

test('a list goes on from its cursor and comes as csv and xlsx too', async () => {
  const reader = { org: 'org-3', roles: ['organiser' as const] };
  for (let n = 0; n < 5; n++) await t.call(reader, 'POST', `/api/units/${idOf(100 + n)}`, { name: `=${n}` });
  const names: string[] = [];
  for (let url = '/api/units?limit=2'; url; ) {
    const page = await t.call(reader, 'GET', url);
    names.push(...page.body.items.map(({ name }: { name: string }) => name));
    url = /<(.*)>; rel="next"/.exec(String(page.headers.link ?? ''))?.[1] ?? '';
  }
  expect(names.sort()).toEqual(['=0', '=1', '=2', '=3', '=4']);
  const list = await t.call(reader, 'GET', '/api/units');
  const again = () => t.call(reader, 'GET', '/api/units', undefined, { 'if-none-match': String(list.headers.etag) });
  expect((await again()).status).toBe(304);
  await t.call(reader, 'POST', `/api/units/${idOf(110)}`, { name: '=5' });
  expect((await again()).status).toBe(200);
  const csv = await t.call(reader, 'GET', '/api/units?format=csv&limit=1');
  expect(csv.text).toMatch(/^\ufeff名称,变更次数\n'=\d,1\n$/);
  const xlsx = await t.call(reader, 'GET', '/api/units?format=xlsx');
  expect(xlsx.headers['content-type']).toContain('spreadsheetml');
  expect(xlsx.text.startsWith('PK')).toBe(true);
});

test('a reaction follows, in order and once', async () => {
  const url = `/api/units/${idOf(20)}`;
  await t.call(organiser, 'POST', url, { name: 'x' });
  for (let v = 1; v <= 5; v++) await t.call(organiser, 'PUT', url, { name: `echo${v}` }, { 'if-match': `"${v}"` });
  await t.quiet();
  expect((await t.call(organiser, 'GET', `/api/units/${shadowOf(idOf(20))}`)).body.name).toBe('1;2;3;4;5;');
});

test('a past deadline fires once, however often the sweep runs', async () => {
  const url = `/api/units/${idOf(21)}`;
  await t.call(organiser, 'POST', url, { name: 'until 2024-01-01T00:00:00+08:00' });
  await Promise.all(t.runtimes.map((runtime) => runtime.sweep()));
  await Promise.all(t.runtimes.map((runtime) => runtime.sweep()));
  expect((await t.call(organiser, 'GET', url)).body).toMatchObject({ name: 'over', changes: 2 });
});

test('a parked key waits alone, and a redrive applies its events in order', async () => {
  const url = `/api/units/${idOf(22)}`;
  await t.call(organiser, 'POST', url, { name: 'x' });
  for (const [v, name] of ['echobug', 'echo1', 'echo2'].entries())
    await t.call(organiser, 'PUT', url, { name }, { 'if-match': `"${v + 1}"` });
  const other = `/api/units/${idOf(23)}`;
  await t.call(organiser, 'POST', other, { name: 'x' });
  await t.call(organiser, 'PUT', other, { name: 'echo1' }, { 'if-match': '"1"' });
  const [runtime] = t.runtimes;
  await expect.poll(async () => (await runtime!.parking.all()).length).toBe(3);
  await expect.poll(async () => (await t.call(organiser, 'GET', `/api/units/${shadowOf(idOf(23))}`)).status).toBe(200);
  expect((await t.call(organiser, 'GET', `/api/units/${shadowOf(idOf(22))}`)).status).toBe(404);
  const operator = { org: 'platform', roles: ['operator' as const] };
  const redrive = { service: 'competitions' };
  expect((await t.call(operator, 'POST', '/ops/parked/redrive', redrive)).body).toEqual({ keys: 1 });
  await runtime!.sweep();
  const parked = (await t.call(operator, 'GET', '/ops/parked')).body.items;
  expect(parked.map(({ redrive, place }: never) => [redrive, place])).toEqual([
    [false, 2],
    [false, 3],
    [false, 4],
  ]);
  // What is parked is content: an auditor reads the own organisation's, and nobody of a union more than that.
  const seenBy = async (org: string, role: Role) => {
    const { status, body } = await t.call({ org, roles: [role] }, 'GET', '/ops/parked');
    return status === 200 ? body.items.length : status;
  };
  expect(await Promise.all([seenBy('org-1', 'auditor'), seenBy('org-2', 'auditor')])).toEqual([3, 0]);
  expect(await seenBy('org-1', 'admin')).toBe(403);
  planted.bug = false;
  await t.call(operator, 'POST', '/ops/parked/redrive', redrive);
  await runtime!.sweep();
  await t.quiet();
  expect((await t.call(organiser, 'GET', `/api/units/${shadowOf(idOf(22))}`)).body.name).toBe('bug;1;2;');
});

test('the journal shows an auditor every event of a stream, and strangers nothing', async () => {
  const auditor = { org: 'org-1', roles: ['auditor' as const] };
  const journal = await t.call(auditor, 'GET', `/journal/unit/${idOf(20)}`);
  expect(journal.body.commits.map(({ version }: { version: number }) => version)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(journal.body.commits[0].events[0]).toMatchObject({ specversion: '1.0', type: 'unit-registered', actor: 'li' });
  expect((await t.call({ ...auditor, org: 'org-2' }, 'GET', `/journal/unit/${idOf(20)}`)).status).toBe(404);
  expect((await t.call(organiser, 'GET', `/journal/unit/${idOf(20)}`)).status).toBe(403);
});

async function bearer() {
  return { authorization: `Bearer ${await tokenOf(organiser)}` };
}
