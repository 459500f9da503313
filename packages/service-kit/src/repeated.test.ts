// A repetition is answered 200 only when the views show what was done: whoever did it may have ended before they did.
import type { Actor } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { type Asked, type HandleDeps, handleOf } from './handle.ts';
import type { Commit } from './store/port.ts';

const actor: Actor = { sub: 's', org: 'o', roles: [], departments: [], units: [] };
const known = {
  stream: 'unit/u',
  version: 1,
  events: [{ type: 'unit-registered', version: 1, data: {} }],
  cause: 'o/s/key',
  answer: { status: 201, id: 'u', version: 1 },
} as unknown as Commit;

/** Another copy has done it; `pending`: and ended before anybody heard. */
function repeating({ pending, view }: { pending: boolean; view: Promise<void> }) {
  const taken: Commit[] = [];
  const registered = {
    type: 'unit-registered',
    data: { unit: 'f3c1a2b4-5d6e-8f70-8a9b-0c1d2e3f4a5b', kind: 'branch', code: 'c', name: 'n', shortName: 's' },
  };
  const handle = handleOf({
    rules: { unit: { initial: undefined, decide: () => [registered], evolve: () => undefined } },
    store: { write: async () => ({ kind: 'known', commit: known }), pending: async () => (pending ? [known] : []) },
    streams: { load: async () => ({ state: undefined, version: 0, org: undefined, refreshed: true }) },
    pass: {
      take(commit: Commit) {
        taken.push(commit);
        return view;
      },
    },
    serial: (_: string, work: () => unknown) => work(),
  } as unknown as HandleDeps);
  const asked: Asked = { cause: 'o/s/key', actor, now: '', on: '', correlation: '', causation: '' };
  return { taken, answer: handle({ stream: 'unit', id: 'u', type: 'register', data: {} }, asked) };
}

test('a repetition of what is still on its way takes it along and waits for the views', async () => {
  const { taken, answer } = repeating({ pending: true, view: Promise.resolve() });
  expect(await answer).toEqual({ answer: known.answer, viewed: true });
  expect(taken).toEqual([known]);
});
test('while the views do not show it, it is answered so', async () => {
  const { answer } = repeating({ pending: true, view: new Promise(() => {}) });
  expect(await answer).toEqual({ answer: known.answer, viewed: false });
});
test('a repetition of what everybody has heard waits for nothing', async () => {
  const { taken, answer } = repeating({ pending: false, view: new Promise(() => {}) });
  expect(await answer).toEqual({ answer: known.answer, viewed: true });
  expect(taken).toEqual([]);
});
