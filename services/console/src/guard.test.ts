import { refuse } from '@jiangong/contracts';
import { expect, test, vi } from 'vitest';
import { guardOf } from './guard.ts';
import { hashPassword } from './password.ts';
import { li, started } from './started.fixture.ts';
import { userId } from './user.ts';

vi.mock('node:crypto', async () => (await import('./cheap-hashes.fixture.ts')).cheap);

interface Said {
  text: string;
  user?: string;
  address?: string;
}
/** A guard of checks that take no time unless they are held. */
function guarded({ behindProxy = false } = {}) {
  const said: Said[] = [];
  const say = (record: object, text: string) => void said.push({ ...record, text });
  const row = async (_: string, key: string) => (key === userId('li') ? { body: { epoch: 1 } } : undefined);
  const guard = guardOf({ row }, behindProxy);
  const attempt = (userName: string, ip: string, right: boolean, headers = {}, held?: Promise<void>) =>
    guard(userName, { ip, headers, log: { info: say, warn: say } }, async () => {
      await held;
      return right ? { token: 'x' } : refuse('wrong-credentials');
    });
  return { attempt, said };
}
const kinds = (answers: object[]) => answers.map((answer) => ('refused' in answer ? answer.refused : 'ok'));

const times = <T>(count: number, attempt: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => attempt(n)));

test('of forty wrong sign-ins from one address few are checked, and the owner signs in meanwhile', async () => {
  const { attempt } = guarded();
  const flood = times(40, (n) => attempt(`account ${n}`, '192.0.2.1', false));
  expect(kinds([await attempt('owner', '192.0.2.2', true)])).toEqual(['ok']);
  expect(kinds(await flood).filter((kind) => kind === 'wrong-credentials').length).toBeLessThanOrEqual(21);
});

test('two dozen people of one office sign in at once', async () => {
  const { attempt } = guarded();
  expect(new Set(kinds(await times(24, (n) => attempt(`owner ${n}`, '192.0.2.1', true))))).toEqual(new Set(['ok']));
});

test('sign-ins from many addresses overflow the queue, and a known user is next', async () => {
  const { attempt } = guarded();
  await attempt('li', '192.0.2.9', true);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const flood = Array.from({ length: 200 }, (_, n) => attempt(`account ${n}`, `192.0.2.${n}`, false, {}, held));
  const order: string[] = [];
  const last = Promise.race(flood.slice(2, 26)).then(() => order.push('stranger'));
  const known = attempt('li', '192.0.2.9', true).then(() => order.push('known'));
  release();
  await Promise.all([last, known]);
  expect(order[0]).toBe('known');
  expect(kinds(await Promise.all(flood)).filter((kind) => kind === 'too-many-sign-ins')).toHaveLength(200 - 26);
});

test('each sign-in and each refusal is recorded, without unknown user names', async () => {
  const { attempt, said } = guarded();
  await attempt('li', '192.0.2.1', true);
  await attempt('li', '192.0.2.1', false);
  await attempt('my-secret-password', '192.0.2.1', false);
  expect(said).toEqual([
    { text: 'somebody signed in', user: userId('li'), address: '192.0.2.1' },
    { text: 'a sign-in was refused', user: userId('li'), address: '192.0.2.1', waitSeconds: 0 },
    { text: 'a sign-in was refused', user: 'unknown', address: '192.0.2.1', waitSeconds: 0 },
  ]);
});

test('a proxy that is not named is reported once', async () => {
  const { attempt, said } = guarded();
  for (let n = 0; n < 3; n += 1) await attempt('li', '192.0.2.1', true, { 'x-forwarded-for': '198.51.100.1' });
  expect(said.filter(({ text }) => text.includes('TRUST_PROXY'))).toHaveLength(1);
});

test('the sixth wrong password of an account is refused with the time to wait, and counts in the figures', async () => {
  const { call, announced, running } = await started({ env: { METRICS_TOKEN: '0123456789abcdef' } });
  const wrong = { userName: 'admin', password: 'not it at all' };
  const answers = [];
  for (let n = 0; n < 6; n += 1) answers.push(await call('POST', '/sign-in', wrong));
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
  expect(Number(answers.at(-1)!.headers['retry-after'])).toBeGreaterThan(0);
  expect(answers.at(-1)!.body).toMatchObject({ type: '/problems/too-many-sign-ins', title: '登录尝试过于频繁' });
  // The right one, too: else one could go on guessing.
  const { userName, password } = announced[0]!;
  expect((await call('POST', '/sign-in', { userName, password })).status).toBe(429);
  const headers = { authorization: 'Bearer 0123456789abcdef' };
  const { body } = await running.app.inject({ url: '/metrics', headers });
  expect(body).toMatch(/seconds_count{method="POST",route="\/sign-in",status="401"} 5\n/);
});

test('the client address comes from trusted proxies only', async () => {
  const attempts = async (env: Record<string, string>) => {
    const { call } = await started({ env });
    const statuses = [];
    for (let n = 0; n < 21; n += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${n}` };
      const wrong = { userName: `account-${n}`, password: 'not it at all' };
      statuses.push((await call('POST', '/sign-in', wrong, headers, '10.0.0.5')).status);
    }
    return statuses.at(-1);
  };
  expect(await attempts({ TRUST_PROXY: '10.0.0.0/24' })).toBe(401);
  expect(await attempts({ TRUST_PROXY: '10.9.0.0/24' })).toBe(429);
  expect(await attempts({})).toBe(429);
});

test('a weak password is refused when set, and one already set still signs in', async () => {
  const { call, announced, bearer, running } = await started();
  const admin = await bearer(announced[0]!);
  const weak = await call('POST', '/api/users', { ...li, password: '1234567890' }, admin);
  expect(weak.body).toMatchObject({ type: '/problems/weak-password', status: 422 });
  const { id } = (await call('POST', '/api/users', li, admin)).body;
  const { password: _, ...rest } = li;
  const put = { ...admin, 'if-match': '*' };
  expect((await call('PUT', `/api/users/${id}`, { ...rest, password: 'li.si-12345' }, put)).status).toBe(422);
  // As a version before accepted it.
  const privateRows = [{ table: 'sign-in', key: id, body: { hash: await hashPassword('1234567890') } }];
  await running.runtimes[0]!.store.write({ privateRows });
  expect((await call('POST', '/sign-in', { userName: 'li.si', password: '1234567890' })).status).toBe(200);
});
