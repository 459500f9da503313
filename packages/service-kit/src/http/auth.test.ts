import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { counter } from '../counter.fixture.ts';
import { start } from '../start.ts';
import { tokenOf } from '../testing.ts';
import { verifier } from './auth.ts';

const token = async () => `Bearer ${await tokenOf({ org: 'o', roles: ['admin'] })}`;

test('keys that cannot be read now are no fault of the token', async () => {
  const unreadable = () => Promise.reject(new Error('the store is away'));
  const verify = verifier(unreadable, 'jiangong', () => 0);
  await expect(verify(await token())).rejects.toThrow('the store is away');
});

test.each(['a.b.c', 'eyJhbGciOiJub25lIn0.e30.', '…', 'x'.repeat(5000), 'eyJhbGciOiJFZERTQSJ9.e30.AA'])(
  'what is no token makes nobody: %.20s',
  async (text) => {
    const verify = verifier(
      () => Promise.reject(new Error('not asked')),
      'jiangong',
      () => 0,
    );
    const answer = await Promise.resolve(verify(`Bearer ${text}`)).catch((error: Error) => error.message);
    expect([undefined, 'not asked']).toContain(answer);
  },
);

test('while the issuer cannot be reached, each request is answered 503, and the process lives on', async () => {
  const env = { STORE_URL: 'memory:', LOG_URL: 'memory:', LOG_LEVEL: 'silent', JWKS_URL: 'http://127.0.0.1:1/jwks' };
  const { app, stop } = await start([counter], readConfig(env));
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', note);
  const request = { url: '/api/units', headers: { authorization: await token() } };
  expect((await app.inject(request)).statusCode).toBe(503);
  expect((await app.inject(request)).statusCode).toBe(503);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
  await stop();
});
