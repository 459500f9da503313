import { expect, test } from 'vitest';
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
