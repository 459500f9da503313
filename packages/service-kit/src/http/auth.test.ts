import { setTimeout as sleep } from 'node:timers/promises';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { readConfig } from '../run/config.ts';
import { start } from '../run/start.ts';
import { counter } from '../testing/counter.fixture.ts';
import { tokenOf } from '../testing/index.ts';
import { type Trust, verifier } from './auth.ts';

const token = async () => `Bearer ${await tokenOf({ org: 'o', roles: ['admin'] })}`;
const trust: Trust = {
  issuer: 'issuer',
  audience: 'jiangong',
  nowMs: () => 1_000_000_000,
  sessionOf: async () => undefined,
};
const now = 1_000_000;

const pair = await generateKeyPair('ES256');
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'ES256' }] });
const right = { iss: 'issuer', aud: 'jiangong', sub: 'li', org: 'o', roles: ['hr'], iat: now, exp: now + 3600 };
type Claims = Omit<JWTPayload, 'aud' | 'exp'> & { [claim: string]: unknown };
async function answerTo(claims: Claims, header: { typ?: string } = {}, trusting: Partial<Trust> = {}) {
  const text = await new SignJWT({ ...right, ...claims } as JWTPayload)
    .setProtectedHeader({ alg: 'ES256', ...header })
    .sign(pair.privateKey);
  return verifier(keys, { ...trust, ...trusting })(`Bearer ${text}`);
}

test('keys that cannot be read do not invalidate a token', async () => {
  const unreadable = () => Promise.reject(new Error('the store is away'));
  const verify = verifier(unreadable, trust);
  await expect(verify(await token())).rejects.toThrow('the store is away');
});

test.each(['a.b.c', 'eyJhbGciOiJub25lIn0.e30.', '…', 'x'.repeat(5000), 'eyJhbGciOiJFZERTQSJ9.e30.AA'])(
  'what is no token makes nobody: %.20s',
  async (text) => {
    const verify = verifier(() => Promise.reject(new Error('not needed')), trust);
    const answer = await Promise.resolve(verify(`Bearer ${text}`)).catch((error: Error) => error.message);
    expect([undefined, 'not needed']).toContain(answer);
  },
);

test.each([
  ['for another audience', { aud: 'canteen' }],
  ['for others', { aud: ['canteen', 'library'] }],
  ['for nobody in particular', { aud: undefined }],
  ['of another issuer', { iss: 'other' }],
  ['that never ends', { exp: undefined }],
  ['that does not say since when', { iat: undefined }],
  ['that lives longer than a day', { exp: now + 25 * 3600 }],
  ['that has ended', { iat: now - 3600, exp: now - 1 }],
  ['that has not begun', { nbf: now + 60 }],
  ['without a subject', { sub: undefined }],
  ['whose subject is the system', { sub: 'system:awards' }],
  ['whose subject reads as more than one', { sub: 'li/key' }],
  ['whose organisation is a consumer', { org: 'awards' }],
  ['whose organisation reads as more than one', { org: 'o/li' }],
  ['without an organisation', { org: undefined }],
  ['bound to a key', { cnf: { jkt: 'x' } }],
] as [string, Claims][])('a token %s makes nobody', async (_, claims) => {
  expect(await answerTo({})).toBeDefined();
  expect(await answerTo(claims)).toBeUndefined();
});

test.each(['logout+jwt', 'secevent+jwt', 'kb+jwt'])('a token of the kind %s gives no access', async (typ) => {
  expect(await answerTo({}, { typ: 'at+jwt' })).toBeDefined();
  expect(await answerTo({}, { typ })).toBeUndefined();
});

test('signatures by a shared secret are no signatures', async () => {
  const secret = new TextEncoder().encode('a secret that many programs know');
  const text = await new SignJWT(right).setProtectedHeader({ alg: 'HS256' }).sign(secret);
  expect(await verifier(() => secret as never, trust)(`Bearer ${text}`)).toBeUndefined();
});

test('unknown roles of a foreign issuer are ignored', async () => {
  const actor = { sub: 'li', org: 'o', roles: [], departments: [], units: [] };
  expect(await answerTo({ roles: ['hr', 'canteen', 7], aud: ['canteen', 'jiangong'] })).toEqual({
    ...actor,
    roles: ['hr'],
  });
  expect(await answerTo({ roles: ['canteen'] })).toEqual(actor);
  expect(await answerTo({ roles: 'admin', departments: { a: 1 }, units: ['u', null] })).toEqual({
    ...actor,
    units: ['u'],
  });
  expect(await answerTo({ roles: undefined, epoch: '2.0' })).toEqual(actor);
});

test('a token ends with the epoch it was issued in, although it is cached', async () => {
  let epoch = 5;
  let verifications = 0;
  const text = await new SignJWT({ ...right, epoch: 5 }).setProtectedHeader({ alg: 'ES256' }).sign(pair.privateKey);
  const verify = verifier(keys, {
    ...trust,
    async sessionOf() {
      verifications += 1;
      return { epoch };
    },
  });
  for (let n = 0; n < 100; n += 1) expect(await verify(`Bearer ${text}`)).toBeDefined();
  // Not with each request.
  expect(verifications).toBeLessThan(20);
  epoch = 6;
  await expect.poll(() => verify(`Bearer ${text}`)).toBeUndefined();
  expect(await answerTo({}, {}, { sessionOf: async () => ({ epoch: 1 }) })).toBeUndefined();
});

test('while the epoch of a token is unknown, it is neither accepted nor refused', async () => {
  const away = () => Promise.reject(new Error('the store is away'));
  await expect(answerTo({}, {}, { sessionOf: away })).rejects.toThrow('the store is away');
});

test('while the issuer cannot be reached, each request is answered 503, and the process lives on', async () => {
  const env = { STORE_URL: 'memory:', LOG_URL: 'memory:', LOG_LEVEL: 'silent', JWKS_URL: 'http://127.0.0.1:1/jwks' };
  const { app, stop } = await start([counter], readConfig(env));
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', note);
  const request = { url: '/api/units', headers: { authorization: await token() } };
  expect((await app.inject(request)).statusCode).toBe(503);
  expect((await app.inject(request)).statusCode).toBe(503);
  await sleep(0);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
  await stop();
});
