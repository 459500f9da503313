// A key that is rotated is published before it signs, and the one before it while its tokens live: no request is refused.
import { createRemoteJWKSet, customFetch, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, expect, test, vi } from 'vitest';
import { replaceKeys, rotateKeys } from './replace-keys.ts';
import { started } from './started.fixture.ts';

vi.mock('node:crypto', async () => (await import('./cheap-hashes.fixture.ts')).cheap);
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;
async function issuing() {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-02T08:00:00.000Z') });
  const now = () => new Date().toISOString();
  const { running, call, announced } = await started({ now });
  const { store } = running.runtimes[0]!;
  /** As a service in another process checks tokens, with the keys that it read. */
  function checker() {
    const keys = createRemoteJWKSet(new URL('http://console/jwks'), {
      cooldownDuration: 1000,
      [customFetch]: async () => new Response((await call('GET', '/jwks')).text),
    });
    return (token: string) =>
      jwtVerify(token, keys, { currentDate: new Date() }).then(
        () => true,
        () => false,
      );
  }
  const signIn = async () => (await call('POST', '/sign-in', announced[0]!)).body.token as string;
  const opens = async (token: string) =>
    (await call('GET', '/api/me', undefined, { authorization: `Bearer ${token}` })).status === 200;
  return { store, now, call, checker, signIn, opens };
}
const kidOf = (token: string) => decodeProtectedHeader(token).kid;

test('through a whole rotation every token is accepted by everybody until it ends, and the key changes', async () => {
  const { store, now, call, checker, signIn, opens } = await issuing();
  const start = Date.now();
  const [often, seldom] = [checker(), checker()];
  const first = await signIn();
  expect([await often(first), await seldom(first)]).toEqual([true, true]);
  const rotated = await rotateKeys(store, now());
  expect(rotated).toMatchObject({ from: '2026-03-02T08:15:00.000Z', until: '2026-03-02T20:15:00.000Z' });
  // Whoever has just read the keys reads no others for a while.
  const held = [{ token: first, until: start + 720 * MINUTE }];
  for (let minutes = 0; minutes <= 13 * 60; minutes += 5) {
    vi.setSystemTime(start + minutes * MINUTE);
    if (minutes === 0 || minutes === 15 || minutes % 60 === 0)
      held.push({ token: await signIn(), until: Date.now() + 720 * MINUTE });
    for (const { token, until } of held) {
      if (until <= Date.now()) continue;
      expect([minutes, await often(token)]).toEqual([minutes, true]);
      if (minutes % 35 === 0) expect([minutes, await seldom(token)]).toEqual([minutes, true]);
      if (minutes % 120 === 0) expect([minutes, await opens(token)]).toEqual([minutes, true]);
    }
  }
  expect(new Set(held.slice(0, 2).map(({ token }) => kidOf(token)))).toEqual(new Set([kidOf(first)]));
  expect(new Set(held.slice(2).map(({ token }) => kidOf(token)))).toEqual(new Set([rotated.kid]));
  const { keys } = (await call('GET', '/jwks')).body;
  expect(keys.map(({ kid }: { kid: string }) => kid)).toEqual([rotated.kid]);
  expect(JSON.stringify(keys)).not.toContain('"d"');
});

test('a second rotation waits for the first; replacing ends both keys at once', async () => {
  const { store, now, signIn, opens } = await issuing();
  await signIn();
  await rotateKeys(store, now());
  await expect(rotateKeys(store, now())).rejects.toThrow(/2026-03-02T20:15.*lasts until/);
  vi.setSystemTime(Date.now() + 13 * 60 * MINUTE);
  const between = await signIn();
  await rotateKeys(store, now());
  // What the rotation before it made signs on until the next key does.
  expect(kidOf(await signIn())).toBe(kidOf(between));
  vi.setSystemTime(Date.now() + 16 * MINUTE);
  const after = await signIn();
  expect(kidOf(after)).not.toBe(kidOf(between));
  await replaceKeys(store, now());
  const fresh = await signIn();
  expect([kidOf(after), kidOf(between)]).not.toContain(kidOf(fresh));
  expect(await opens(fresh)).toBe(true);
});

test('of two rotations at once, one is carried out', async () => {
  const { store, now, signIn } = await issuing();
  await signIn();
  const both = await Promise.allSettled([rotateKeys(store, now()), rotateKeys(store, now())]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
