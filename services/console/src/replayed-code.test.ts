// A one-time code that one copy of the console took is taken by no other, although that read the device before.
import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import type { SignInDeps } from './as-user.ts';
import { factorOf, keepFactor } from './factor-rows.ts';
import { passSecondFactor } from './second-factor.ts';
import { started } from './started.fixture.ts';

const NOW = '2026-03-02T08:00:00.000Z';
const user = 'li';
type Swap = SignInDeps['store']['swap'];

/**
 * A code is given to two copies; the second takes it between the first one's read and its write.
 * @param swapOf how the first copy writes
 * @returns how many let it in
 */
async function letIn(swapOf: (store: SignInDeps['store']) => Swap): Promise<number> {
  const { running } = await started();
  const { store } = running.runtimes[0]!;
  const secret = new Secret().base32;
  await store.write({ privateRows: [keepFactor(user, { factor: 'phone', secret, step: 0 })] });
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(NOW) });
  const copy = { asUser: async () => undefined, now: () => NOW, rule: 'optional' as const };
  const outcomes: unknown[] = [];
  const slow: SignInDeps['store'] = {
    privateRow: store.privateRow.bind(store),
    row: store.row.bind(store),
    write: store.write.bind(store),
    async swap(row, was) {
      outcomes.push(await passSecondFactor({ ...copy, store }, user, code));
      return swapOf(store)(row, was);
    },
  };
  outcomes.push(await passSecondFactor({ ...copy, store: slow }, user, code));
  expect(outcomes).toHaveLength(2);
  expect((await factorOf(store, user))?.step).toBeGreaterThan(0);
  return outcomes.filter((refused) => refused === undefined).length;
}

test('of two copies that are given one code at once, one lets it in', async () => {
  expect(await letIn((store) => store.swap.bind(store))).toBe(1);
});

test('a planted bug that writes over what another copy wrote is seen', async () => {
  const planted = await letIn((store) => async (row) => {
    await store.write({ privateRows: [row] });
    return true;
  });
  expect(planted).toBe(2);
});
