// The relay publishes only to the log it published to before: readers would never notice what the log has lost.
import type { CloudEvent } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { LogLost, logGuardOf } from './log-guard.ts';

const event = {} as CloudEvent;

/** A journal that has published so many commits, and a log that holds so many records. */
function between({ publishedBefore, held }: { publishedBefore: number; held: number }) {
  const at = {
    publishedBefore,
    held,
    lost: 0,
    lookups: 0,
    published: 0,
    fails: false,
    now: 0,
    answered: Promise.resolve(),
  };
  const store = { publishedCount: async () => at.publishedBefore };
  const log = {
    async held() {
      at.lookups += 1;
      await at.answered;
      return { records: at.held, lost: at.lost };
    },
    async publish() {
      if (at.fails) throw new Error('no broker');
      at.published += 1;
    },
  };
  return { at, guard: logGuardOf({ topic: 'competitions.v1' }, store, log, () => at.now) };
}

test('a log with fewer records than published receives nothing, and both errors say where and what to do', async () => {
  const { at, guard } = between({ publishedBefore: 3, held: 2 });
  await expect(guard.publish([])).rejects.toThrow(LogLost);
  await expect(guard.check()).rejects.toThrow(
    /competitions\.v1 只有 2 条.*holds 2 records.*3 commits.*operations\.md/s,
  );
  expect(at.published).toBe(0);
});
test('a log without its first records receives nothing, however many it holds', async () => {
  const { at, guard } = between({ publishedBefore: 3, held: 9 });
  at.lost = 2;
  await expect(guard.publish([event])).rejects.toThrow(/competitions\.v1 已丢失 2 条记录.*has lost 2 records/s);
  await expect(guard.check()).rejects.toThrow('has lost 2 records');
  expect(at.published).toBe(0);
});
test('the log is checked once during steady publishing, and again after a failure or a pause', async () => {
  const { at, guard } = between({ publishedBefore: 3, held: 3 });
  await guard.publish([]);
  await guard.publish([]);
  await guard.check();
  expect([at.lookups, at.published]).toEqual([1, 2]);

  at.fails = true;
  await expect(guard.publish([])).rejects.toThrow('no broker');
  at.fails = false;
  await guard.publish([]);
  expect([at.lookups, at.published]).toEqual([2, 3]);

  at.now += 1000;
  await guard.publish([]);
  expect([at.lookups, at.published]).toEqual([3, 4]);
});
test('publishing during a check does not fail the check', async () => {
  const { at, guard } = between({ publishedBefore: 3, held: 3 });
  await guard.check();
  at.now = 1000;
  let answer = () => {};
  at.answered = new Promise((resolve) => {
    answer = resolve;
  });
  const asking = guard.check();
  at.now = 999;
  await guard.publish([event]);
  answer();
  await asking;
  at.now = 3000;
  await expect(guard.check()).rejects.toThrow(LogLost);
});
test('a log that comes back with fewer records receives nothing until it is rebuilt', async () => {
  const { at, guard } = between({ publishedBefore: 3, held: 3 });
  await guard.publish([event, event]);
  Object.assign(at, { held: 4, now: 1000 });
  for (let tries = 0; tries < 2; tries += 1) await expect(guard.publish([event])).rejects.toThrow(LogLost);
  expect(at.published).toBe(1);
  at.held = 5;
  await guard.publish([event]);
  expect(at.published).toBe(2);
});
