// When a round opens and closes: not before its period, unless the organiser says why.
import { type Actor, isRefusal, roundId } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { decide, evolve, initial, type State } from './round.ts';
import { competition, smallScheme } from './simulation.fixture.ts';

const actor: Actor = { sub: 'u', org: 'o', roles: ['organiser'], departments: [], units: [] };
const id = roundId(competition, 'projects', 'q1');
type Given = Parameters<typeof decide>[1];
function give(state: State, businessDate: string, type: Given['type'], data: object) {
  const decision = decide(state, {
    id,
    type,
    data,
    actor,
    businessDate,
    now: `${businessDate}T09:00:00+08:00`,
  } as Given);
  return isRefusal(decision) ? decision : { state: decision.reduce(evolve, state), events: decision };
}
const stateOf = (given: ReturnType<typeof give>) => ('state' in given ? given.state : undefined);
const made = stateOf(
  give(initial, '2024-01-01', 'make', {
    ...{ competition, competitionName: '竞赛', year: 2024, track: 'projects', trackLabel: '项目部', stage: 'quarter' },
    ...{ period: { id: 'q1', label: '第一季度', from: '2024-01-01', to: '2024-03-31' }, scheme: id, schemeVersion: 1 },
    body: smallScheme,
  }),
);
const opening = { unknown: [], panel: ['safety'] };
const closing = { missing: [], count: 3 };

test('a round opens from the first day of its period, and earlier only with a reason', () => {
  expect(give(made, '2023-12-31', 'open', opening)).toMatchObject({ refused: 'round-opens-early' });
  expect(give(made, '2024-01-01', 'open', opening)).toMatchObject({ state: { status: 'open' } });
  const early = give(made, '2023-12-31', 'open', { ...opening, reason: '试运行' });
  expect(early).toMatchObject({ events: [{ type: 'round-opened', data: { reason: '试运行' } }] });
});

test('a round closes from the last day of its period, and earlier only with a reason', () => {
  const open = stateOf(give(made, '2024-01-05', 'open', opening));
  expect(give(open, '2024-03-30', 'close', closing)).toMatchObject({ refused: 'round-closes-early' });
  expect(give(open, '2024-03-31', 'close', closing)).toMatchObject({ state: { status: 'closing' } });
  const early = give(open, '2024-03-30', 'close', { ...closing, reason: '竞赛提前收尾' });
  expect(early).toMatchObject({ events: [{ type: 'round-closing', data: { reason: '竞赛提前收尾' } }] });
});

test('a round of a cancelled competition says that opening it has no effect', () => {
  const dismissed = stateOf(give(made, '2024-01-05', 'dismiss', {}));
  expect(give(dismissed, '2024-01-05', 'open', opening)).toMatchObject({ refused: 'competition-over' });
});
