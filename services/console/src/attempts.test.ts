import { networkOf } from '@jiangong/service-kit';
import { expect, test } from 'vitest';
import { attemptsOf } from './attempts.ts';

const MINUTE = 60_000;
/** A new one each time. */
const each = (name: string) => {
  let n = 0;
  return () => {
    n += 1;
    return `${name}${n}`;
  };
};
function clocked() {
  let at = 1;
  const attempts = attemptsOf(() => at);
  return {
    ...attempts,
    pass: (ms: number) => {
      at += ms;
    },
    /** Tries again whenever it may. @returns how often it could */
    tryFor(ms: number, account: () => string, address: () => string) {
      let tries = 0;
      for (const end = at + ms; at < end && tries < 10_000; ) {
        const [who, from] = [account(), address()];
        const wait = attempts.waitMs(who, from);
        if (wait > 0) at += wait;
        else {
          attempts.failed(who, from);
          tries += 1;
        }
      }
      return tries;
    },
  };
}

test('one address tries thirty passwords in its first minute, ten in each later one, however many accounts it names', () => {
  const { tryFor } = clocked();
  const anybody = each('account ');
  expect(tryFor(MINUTE, anybody, () => '192.0.2.1')).toBeLessThanOrEqual(30);
  expect(tryFor(60 * MINUTE, anybody, () => '192.0.2.1')).toBeLessThanOrEqual(601);
});

test('one account is tried a dozen times in the first hour and four times in each later one, from however many addresses', () => {
  const { tryFor } = clocked();
  const anywhere = each('192.0.2.');
  expect(tryFor(60 * MINUTE, () => 'admin', anywhere)).toBeLessThanOrEqual(16);
  expect(tryFor(60 * MINUTE, () => 'admin', anywhere)).toBeLessThanOrEqual(5);
});

test('an owner’s known address is not locked out by the attempts of others', () => {
  const { waitMs, succeeded, failed } = clocked();
  succeeded('li', '192.0.2.1');
  for (let n = 0; n < 30; n += 1) {
    failed('li', '198.51.100.7');
    failed(`account ${n}`, '192.0.2.1');
  }
  expect(waitMs('li', '198.51.100.7')).toBeGreaterThan(0);
  expect(waitMs('somebody', '192.0.2.1')).toBeGreaterThan(0);
  expect(waitMs('li', '192.0.2.1')).toBe(0);
  // But who sits there cannot try for ever either.
  for (let tries = 0; tries < 5; tries += 1) failed('li', '192.0.2.1');
  expect(waitMs('li', '192.0.2.1')).toBeGreaterThan(0);
});

test('successes cost nothing and clear earlier failures; failures expire', () => {
  const { waitMs, failed, succeeded, pass: relay } = clocked();
  for (let n = 0; n < 1000; n += 1) succeeded(`account ${n}`, '192.0.2.1');
  expect(waitMs('another', '192.0.2.1')).toBe(0);
  for (let n = 0; n < 5; n += 1) failed('li', '192.0.2.1');
  expect(waitMs('li', '192.0.2.1')).toBeGreaterThan(0);
  relay(61 * MINUTE);
  expect(waitMs('li', '192.0.2.1')).toBe(0);
  failed('li', '192.0.2.1');
  succeeded('li', '192.0.2.1');
  expect(waitMs('li', '192.0.2.1')).toBe(0);
});

test('addresses of one network count as one, however they are written', () => {
  expect(networkOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(networkOf('2001:DB8:0:1::5')).toBe(networkOf('2001:db8:0000:0001:ffff:ffff:ffff:ffff'));
  expect(networkOf('2001:db8::5')).toBe('2001:db8:0:0');
  expect(networkOf('2001:db8:0:2::')).not.toBe(networkOf('2001:db8:0:1::'));
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
});
