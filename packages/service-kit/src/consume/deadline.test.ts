// Every deadline that is due fires, whatever stays due before it.
import { isRefusal, refuse } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import type { Handle } from '../command/handle.ts';
import { deadline } from '../define/service.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { unitCommand } from '../testing/counter.fixture.ts';
import { deadlineViews, firing } from './deadline.ts';

test('a deadline behind more than a thousand refused ones', async () => {
  const rename = deadline('rename', ['unit-registered'], ({ data }) => ({
    at: '2024-01-01T00:00:00Z',
    request: unitCommand(data.unit, 'amend', { name: 'n' }),
  }));
  const [view] = deadlineViews([rename]);
  const store = await openSqliteStore('memory:', 'competitions', [view!]);
  const count = 1001;
  const ids = Array.from({ length: count }, (_, n) => `u${String(n).padStart(5, '0')}`);
  await store.write({
    apply: ids.map((unit) => ({
      type: 'unit-registered',
      subject: `unit/${unit}`,
      sequence: 1,
      org: 'o',
      data: { unit },
    })) as never,
  });
  const given: string[] = [];
  const handle: Handle = async (ask) => {
    if (isRefusal(ask)) return ask;
    given.push(ask.id);
    return ask.id === ids.at(-1)
      ? { answer: { status: 200, id: ask.id, version: 2 }, viewed: true }
      : refuse('not-found', { what: ask.id });
  };
  const clock = { now: () => '2024-06-01T00:00:00Z', today: () => '2024-06-01' };
  const fire = firing([rename], store, handle, clock, () => {});
  expect(await fire()).toBe(count);
  expect(given).toEqual(ids);
  expect(await fire()).toBe(0);
  await store.close();
});
