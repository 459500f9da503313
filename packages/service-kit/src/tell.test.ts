// The log that is told must be the one that was told before: what it has lost, its readers would never know.
import type { CloudEvent } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { LogLost, tellingOf } from './tell.ts';

const event = {} as CloudEvent;

/** A journal that has told so many commits, and a log that holds so many records. */
function between({ told, held }: { told: number; held: number }) {
  const at = { told, held, lost: 0, asked: 0, published: 0, fails: false, now: 0, answered: Promise.resolve() };
  const store = { told: async () => at.told };
  const log = {
    async held() {
      at.asked += 1;
      await at.answered;
      return { records: at.held, lost: at.lost };
    },
    async publish() {
      if (at.fails) throw new Error('no broker');
      at.published += 1;
    },
  };
  return { at, telling: tellingOf('competitions', store, log, () => at.now) };
}

test('a log that holds less than it was told is told nothing, and both say where and what to do', async () => {
  const { at, telling } = between({ told: 3, held: 2 });
  await expect(telling.publish([])).rejects.toThrow(LogLost);
  await expect(telling.check()).rejects.toThrow(
    /competitions\.v1 只有 2 条.*holds 2 records.*3 commits.*operations\.md/s,
  );
  expect(at.published).toBe(0);
});
test('a log that no longer has its first records is told nothing, however many it was given', async () => {
  const { at, telling } = between({ told: 3, held: 9 });
  at.lost = 2;
  await expect(telling.publish([event])).rejects.toThrow(/competitions\.v1 已丢失 2 条记录.*has lost 2 records/s);
  await expect(telling.check()).rejects.toThrow('has lost 2 records');
  expect(at.published).toBe(0);
});
test('it is asked once while it is told one thing after the other, and again after a failure or a rest', async () => {
  const { at, telling } = between({ told: 3, held: 3 });
  await telling.publish([]);
  await telling.publish([]);
  await telling.check();
  expect([at.asked, at.published]).toEqual([1, 2]);

  at.fails = true;
  await expect(telling.publish([])).rejects.toThrow('no broker');
  at.fails = false;
  await telling.publish([]);
  expect([at.asked, at.published]).toEqual([2, 3]);

  at.now += 1000;
  await telling.publish([]);
  expect([at.asked, at.published]).toEqual([3, 4]);
});
test('what is told while it is being asked is not held against it', async () => {
  const { at, telling } = between({ told: 3, held: 3 });
  await telling.check();
  at.now = 1000;
  let answer = () => {};
  at.answered = new Promise((resolve) => {
    answer = resolve;
  });
  const asking = telling.check();
  at.now = 999;
  await telling.publish([event]);
  answer();
  await asking;
  at.now = 3000;
  await expect(telling.check()).rejects.toThrow(LogLost);
});
test('one that comes back with less is told nothing more, until it was written anew', async () => {
  const { at, telling } = between({ told: 3, held: 3 });
  await telling.publish([event, event]);
  Object.assign(at, { held: 4, now: 1000 });
  for (let tries = 0; tries < 2; tries += 1) await expect(telling.publish([event])).rejects.toThrow(LogLost);
  expect(at.published).toBe(1);
  at.held = 5;
  await telling.publish([event]);
  expect(at.published).toBe(2);
});
