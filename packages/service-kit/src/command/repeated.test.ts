// A repetition is answered 200 only when the views show what was done: whoever did it may have ended before they did.
import { type Actor, type CommandRequest, type Refusal, refuse } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import type { Commit } from '../store/port.ts';
import { unitCommand } from '../testing/counter.fixture.ts';
import { type CommandContext, type HandleDeps, handleOf } from './handle.ts';

const actor: Actor = { sub: 's', org: 'o', roles: [], departments: [], units: [] };
const known = {
  stream: 'unit/u',
  version: 1,
  events: [{ type: 'unit-registered', version: 1, data: {} }],
  cause: 'o/s/key',
  answer: { status: 201, id: 'u', version: 1 },
} as unknown as Commit;

const register = unitCommand('u', 'register', { name: 'n' });
const refusal = refuse('already-exists', { what: 'u' });

/** Another copy has done it; `pending`: and ended before anybody heard. */
function repeating({
  ask: request = register as CommandRequest | Refusal,
  cause = known.cause,
  pending = false,
  view = new Promise<void>(() => {}),
}) {
  const enqueued: Commit[] = [];
  const registered = {
    type: 'unit-registered',
    data: { unit: 'f3c1a2b4-5d6e-8f70-8a9b-0c1d2e3f4a5b', kind: 'branch', code: 'c', name: 'n', shortName: 's' },
  };
  const handle = handleOf({
    rules: { unit: { initial: undefined, decide: () => [registered], evolve: () => undefined } },
    store: {
      write: async () => ({ kind: 'known', commit: known }),
      byCause: async (cause: string) => (cause === known.cause ? known : undefined),
      pending: async () => (pending ? [known] : []),
    },
    streams: { load: async () => ({ state: undefined, version: 0, org: undefined, refreshed: true }) },
    relay: {
      enqueue(commit: Commit) {
        enqueued.push(commit);
        return view;
      },
    },
    serial: (_: string, work: () => unknown) => work(),
  } as unknown as HandleDeps);
  const context: CommandContext = { cause, actor, now: '', businessDate: '', correlation: '', causation: '' };
  return { taken: enqueued, answer: handle(request, context) };
}

test('a repetition of a pending command relays it and waits for the views', async () => {
  const { taken: enqueued, answer } = repeating({ pending: true, view: Promise.resolve() });
  expect(await answer).toEqual({ answer: known.answer, viewed: true, repeated: true });
  expect(enqueued).toEqual([known]);
});
test('a repetition is answered 202 while the views do not show it', async () => {
  const { answer } = repeating({ pending: true });
  expect(await answer).toEqual({ answer: known.answer, viewed: false, repeated: true });
});
test('a repetition of a published command waits for nothing', async () => {
  const { taken: enqueued, answer } = repeating({});
  expect(await answer).toEqual({ answer: known.answer, viewed: true, repeated: true });
  expect(enqueued).toEqual([]);
});
test('a repetition that the views would now refuse gets its first answer, once they show it', async () => {
  const { taken: enqueued, answer } = repeating({ ask: refusal, pending: true, view: Promise.resolve() });
  expect(await answer).toEqual({ answer: known.answer, viewed: true, repeated: true });
  expect(enqueued).toEqual([known]);
});
test('a command refused by the views stays refused if it was never done', async () => {
  expect(await repeating({ ask: refusal, cause: 'o/s/other' }).answer).toEqual(refusal);
});
