// A ranking is computed once for all who ask, and never shown after a command that changed it.
import type { CommandRequest } from '@jiangong/contracts';
import type { Host } from '@jiangong/service-kit';
import { expect, test } from 'vitest';
import { rankingOf } from '../ranking.ts';
import { rankingsOf } from './rankings.ts';

function stage({ shared = false } = {}) {
  let told: (request: CommandRequest) => void = () => {};
  let time = 0;
  const onHandled = (listener: typeof told) => {
    told = listener;
  };
  const host = { onHandled, store: { shared } } as unknown as Host;
  const rankings = rankingsOf(host, () => time);
  const make = (state: 'final' | 'provisional', year: number) =>
    rankingOf({ state, year, items: [], honours: [] } as unknown as Parameters<typeof rankingOf>[0]);
  let year = 1;
  return {
    rankings,
    look: async (state: 'final' | 'provisional' = 'final') => {
      const before = rankings.count();
      // The state of the world is read before the computation ends.
      const found = await rankings.get('key', async () => {
        const read = year;
        await Promise.resolve();
        return { ...make(state, read), hash: String(read) };
      });
      return { shown: found!.hash, computed: rankings.count() - before };
    },
    change(stream: string, type: string) {
      year += 1;
      told({ stream, type } as CommandRequest);
    },
    changeElsewhere() {
      year += 1;
    },
    pass(ms: number) {
      time += ms;
    },
  };
}

test('what is final is computed once, however often it is read, until a command changes it', async () => {
  const { look, change, pass } = stage();
  expect(await look()).toEqual({ shown: '1', computed: 1 });
  pass(3_600_000);
  expect(await look()).toEqual({ shown: '1', computed: 0 });
  for (const [stream, type] of [
    ['check', 'correct'],
    ['round', 'conclude'],
    ['evaluation', 'revise'],
    ['review', 'record'],
  ]) {
    change(stream!, type!);
    expect((await look()).computed).toBe(1);
  }
  expect(await look()).toEqual({ shown: '5', computed: 0 });
});

test('readers at the same time share a computation, but none that began before the last change', async () => {
  const { look, change, rankings } = stage();
  const first = [look(), look(), look()];
  change('check', 'correct');
  const later = await look();
  await Promise.all(first);
  expect(later.shown).toBe('2');
  expect((await look()).shown).toBe('2');
  expect(rankings.count()).toBe(2);
});

test('what is under way is at most a moment old, and what another process changed, too', async () => {
  const { look, change, pass } = stage();
  await look('provisional');
  change('check', 'seal');
  expect(await look('provisional')).toEqual({ shown: '1', computed: 0 });
  pass(600);
  expect(await look('provisional')).toEqual({ shown: '2', computed: 1 });
  const copies = stage({ shared: true });
  await copies.look();
  copies.changeElsewhere();
  copies.pass(600);
  expect(await copies.look()).toEqual({ shown: '2', computed: 1 });
});
