import { Secret, TOTP } from 'otpauth';
import { expect, test, vi } from 'vitest';
import { li, started } from './started.fixture.ts';

vi.mock('node:crypto', async () => (await import('./cheap-hashes.fixture.ts')).cheap);

const START = Date.parse('2026-03-02T08:00:00.000Z');
const credentials = { userName: li.userName, password: li.password };
const kind = ({ status, body }: { status: number; body: { type?: string } }) =>
  body.type?.replace('/problems/', '') ?? status;

/** A console whose clock is set, and 李四 with a device. */
async function withLi(roles: string[], options: Parameters<typeof started>[0] = {}) {
  const clock = { ms: START };
  const s = await started({ now: () => new Date(clock.ms).toISOString(), ...options });
  const admin = await s.bearer(s.announced[0]!);
  const user = (await s.call('POST', '/api/users', { ...li, roles }, admin)).body.id as string;
  const signIn = async (more = {}) => s.call('POST', '/sign-in', { ...credentials, ...more });
  const codeOf = (secret: string, apartS = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.ms + apartS * 1000 });
  const offer = async (more = {}) => s.call('POST', '/second-factor', { ...credentials, ...more });
  const confirm = async (oneTimeCode: string) =>
    s.call('POST', '/second-factor/confirm', { ...credentials, oneTimeCode });
  async function set(more = {}) {
    const { secret } = (await offer(more)).body;
    const { recoveryCodes } = (await confirm(codeOf(secret))).body;
    return { secret: secret as string, recoveryCodes: recoveryCodes as string[] };
  }
  const journal = async () => {
    const texts = [];
    for await (const commit of s.running.runtimes[0]!.store.journal()) texts.push(JSON.stringify(commit));
    return texts.join('\n');
  };
  return { ...s, clock, admin, user, signIn, codeOf, offer, confirm, set, journal };
}

test('a device is set by the password and one of its codes; from then on each sign-in needs another code of it', async () => {
  const { clock, bearer, call, admin, user, signIn, codeOf, offer, confirm, journal } = await withLi(['hr']);
  const before = await bearer(li);
  const offered = await offer();
  expect(offered).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
  const { secret, uri, qr } = offered.body;
  expect(uri).toContain(`secret=${secret}`);
  expect([secret.length, qr.slice(0, 4)]).toEqual([32, '<svg']);
  // Nothing is needed before a code of it was shown.
  expect((await signIn()).status).toBe(200);
  expect(kind(await confirm('000000'))).toBe('wrong-second-factor');
  const { recoveryCodes } = (await confirm(codeOf(secret))).body;
  expect(new Set(recoveryCodes).size).toBe(10);
  for (const code of recoveryCodes) expect(code).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
  await expect.poll(async () => (await call('GET', '/api/me', undefined, before)).status).toBe(401);

  expect(kind(await signIn())).toBe('second-factor-needed');
  expect(kind(await signIn({ password: 'not it at all', oneTimeCode: codeOf(secret, 30) }))).toBe('wrong-credentials');
  // The code that confirmed it is used up; the next one, of a clock that is ahead, is taken.
  expect(kind(await signIn({ oneTimeCode: codeOf(secret) }))).toBe('wrong-second-factor');
  const next = codeOf(secret, 30);
  expect((await signIn({ oneTimeCode: `${next.slice(0, 3)} ${next.slice(3)}` })).status).toBe(200);
  expect(kind(await signIn({ oneTimeCode: next }))).toBe('wrong-second-factor');
  clock.ms += 120_000;
  expect(kind(await signIn({ oneTimeCode: codeOf(secret, -60) }))).toBe('wrong-second-factor');
  expect((await signIn({ oneTimeCode: codeOf(secret, -30) })).status).toBe(200);
  expect((await call('GET', `/api/users/${user}`, undefined, admin)).body.secondFactor).toBe(true);
  expect(await journal()).not.toMatch(new RegExp([secret, ...recoveryCodes].join('|')));
});

test('of two who show one code at once, one is let in; codes are guessed as slowly as passwords', async () => {
  const { clock, signIn, codeOf, set } = await withLi(['hr']);
  const { secret } = await set();
  clock.ms += 60_000;
  const oneTimeCode = codeOf(secret);
  const both = await Promise.all([signIn({ oneTimeCode }), signIn({ oneTimeCode })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  // A password alone is no failure and no success.
  for (let n = 0; n < 9; n += 1) expect(kind(await signIn())).toBe('second-factor-needed');
  const guesses = [];
  for (let n = 0; n < 6; n += 1) guesses.push(kind(await signIn({ oneTimeCode: '12345' })));
  expect(guesses.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => 'wrong-second-factor'));
  expect(guesses.at(-1)).toBe('too-many-sign-ins');
});

test('a recovery code lets in once, in the place of the device', async () => {
  const { signIn, set, journal } = await withLi(['hr']);
  const { recoveryCodes } = await set();
  const [first, second] = recoveryCodes as [string, string];
  const both = await Promise.all([signIn({ oneTimeCode: first }), signIn({ oneTimeCode: first })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect((await signIn({ oneTimeCode: second.toUpperCase().replaceAll('-', ' ') })).status).toBe(200);
  expect((await journal()).match(/"recovery-code-used"/g)).toHaveLength(2);
});

test('a device is replaced by a code of the one before it; codes and recovery codes of that are good no longer', async () => {
  const { clock, signIn, codeOf, offer, confirm, set } = await withLi(['hr']);
  // Whoever knew the password only, and came first.
  const thief = (await offer()).body.secret;
  const old = await set();
  expect(kind(await confirm(codeOf(thief)))).toBe('wrong-second-factor');
  expect(kind(await offer())).toBe('second-factor-needed');
  clock.ms += 60_000;
  const fresh = await set({ oneTimeCode: old.recoveryCodes[0] });
  clock.ms += 60_000;
  expect(kind(await signIn({ oneTimeCode: codeOf(old.secret) }))).toBe('wrong-second-factor');
  expect(kind(await signIn({ oneTimeCode: old.recoveryCodes[1] }))).toBe('wrong-second-factor');
  expect((await signIn({ oneTimeCode: codeOf(fresh.secret) })).status).toBe(200);
  clock.ms += 60_000;
  const { secret } = (await offer({ oneTimeCode: codeOf(fresh.secret) })).body;
  clock.ms += 16 * 60_000;
  expect(kind(await confirm(codeOf(secret)))).toBe('wrong-second-factor');
});

test('an offer that was drawn before another device was set replaces none', async () => {
  const { running, user, codeOf, offer, confirm, set, clock } = await withLi(['hr']);
  const { store } = running.runtimes[0]!;
  const { secret } = (await offer()).body;
  const row = await store.privateRow('second-factor-offer', user);
  await set();
  clock.ms += 60_000;
  // It was written late.
  await store.write({ privateRows: [{ table: 'second-factor-offer', key: user, body: row }] });
  expect(kind(await confirm(codeOf(secret)))).toBe('wrong-second-factor');
});

test('a password is changed with a code, and chosen anew by a reset code does not do away with the device', async () => {
  const { clock, call, signIn, codeOf, set, admin, user } = await withLi(['hr']);
  const { secret } = await set();
  clock.ms += 60_000;
  const newPassword = '一根更长更好的晾衣绳子';
  const change = { ...credentials, newPassword };
  expect(kind(await call('POST', '/password', change))).toBe('second-factor-needed');
  expect((await call('POST', '/password', { ...change, oneTimeCode: codeOf(secret) })).status).toBe(200);
  const { code } = (await call('POST', `/api/users/${user}/offer-password-reset`, {}, admin)).body;
  const reset = { userName: li.userName, code, newPassword: '另外一根长长的绳子才好' };
  expect((await call('POST', '/password-reset', reset)).status).toBe(200);
  expect(kind(await signIn({ password: reset.newPassword }))).toBe('second-factor-needed');
});

test('where a union or the installation requires it, whoever runs a union signs in with a device and nobody else must', async () => {
  const organiser = await withLi(['organiser']);
  const org = (await organiser.call('GET', '/api/me', undefined, organiser.admin)).body.actor.org;
  expect((await organiser.signIn()).status).toBe(200);
  const amend = { name: '集团工会', secondFactor: 'required' };
  await organiser.call('POST', `/api/orgs/${org}/amend`, amend, organiser.admin);
  // A rename leaves it as it is.
  await organiser.call('POST', `/api/orgs/${org}/amend`, { name: '集团公司工会' }, organiser.admin);
  expect(kind(await organiser.signIn())).toBe('second-factor-missing');
  const { secret } = await organiser.set();
  expect((await organiser.signIn({ oneTimeCode: organiser.codeOf(secret, 30) })).status).toBe(200);
  const wang = { ...li, userName: 'wang.wu', name: '王五', roles: ['hr', 'finance'] };
  await organiser.call('POST', '/api/users', wang, organiser.admin);
  expect((await organiser.signIn({ userName: wang.userName })).status).toBe(200);

  const everywhere = await started({ env: { SECOND_FACTOR: 'required' } });
  expect(kind(await everywhere.call('POST', '/sign-in', everywhere.announced[0]!))).toBe('second-factor-missing');
});

test('who lost device and recovery codes is let in again by another administrator, with a reason, never by themselves', async () => {
  const { call, clock, signIn, codeOf, set, admin, user, journal } = await withLi(['admin']);
  const { secret, recoveryCodes } = await set();
  clock.ms += 60_000;
  const token = (await signIn({ oneTimeCode: codeOf(secret) })).body.token;
  const own = { authorization: `Bearer ${token}` };
  const reason = '手机遗失，已当面核对身份';
  expect(kind(await call('POST', `/api/users/${user}/remove-second-factor`, { reason }, own))).toBe(
    'own-second-factor',
  );
  expect(kind(await signIn())).toBe('second-factor-needed');
  expect((await call('POST', `/api/users/${user}/remove-second-factor`, { reason }, admin)).status).toBe(200);
  await expect.poll(async () => (await call('GET', '/api/me', undefined, own)).status).toBe(401);
  expect((await signIn()).status).toBe(200);
  expect((await call('GET', `/api/users/${user}`, undefined, admin)).body.secondFactor).toBeUndefined();
  expect(kind(await signIn({ oneTimeCode: recoveryCodes[0] }))).toBe(200);
  expect(await journal()).not.toContain('recovery-code-used');
});

test('removing a user erases the device', async () => {
  const { running, call, set, admin, user } = await withLi(['hr']);
  await set();
  await call('DELETE', `/api/users/${user}`, undefined, admin);
  const { store } = running.runtimes[0]!;
  for (const table of ['second-factor', 'second-factor-offer', 'recovery-codes'])
    expect(await store.privateRow(table, user)).toBeUndefined();
});

test('a deputy who acts for an organiser signs in with a device where the organiser must', async () => {
  const { call, admin, user, signIn, set, codeOf, clock } = await withLi(['hr']);
  const wang = { ...li, userName: 'wang.wu', name: '王五', roles: ['organiser'] };
  const { id } = (await call('POST', '/api/users', wang, admin)).body;
  const days = { from: '2026-03-02', to: '2026-03-05' };
  await call('POST', `/api/users/${id}/deputies`, { deputy: li.userName, ...days, reason: '外出培训' }, admin);
  const org = (await call('GET', '/api/me', undefined, admin)).body.actor.org;
  await call('POST', `/api/orgs/${org}/amend`, { name: '集团工会', secondFactor: 'required' }, admin);
  const bearerOf = (answer: { body: { token: string } }) => ({ authorization: `Bearer ${answer.body.token}` });
  const without = bearerOf(await signIn());
  expect(kind(await call('POST', '/api/behalf', { user: id }, without))).toBe('second-factor-missing');
  const { secret } = await set();
  clock.ms += 60_000;
  const own = bearerOf(await signIn({ oneTimeCode: codeOf(secret) }));
  expect((await call('POST', '/api/behalf', { user: id }, own)).body.actor).toMatchObject({ sub: user, behalf: id });
});
