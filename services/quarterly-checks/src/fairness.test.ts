// Whatever organiser, checkers and entrants do to one round, in any order, entrants gain nothing by it once it is open.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fairRound } from './fairness.fixture.ts';
import { entrantCommands, round } from './fairness-scene.fixture.ts';
import { quarterlyChecks } from './service.ts';
import type { Planted } from './simulation.fixture.ts';

test('no command of an entrant raises its score, closing names all that is missing, closed again it is the same', async () => {
  await fc.assert(fairRound(), { numRuns: 100, seed: 1 });
}, 120_000);

test('every command that an entrant may give is played', () => {
  const commands = quarterlyChecks.routes.filter(
    (route) => 'method' in route && route.method !== 'GET' && (route.roles as string[]).includes('entrant'),
  );
  expect(commands.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    'POST /checks/:id/appeals',
    'POST /checks/:id/progress',
    // Tries, and changes nothing.
    'POST /explanations/:result/what-if',
    'POST /rounds/:id/plans/import',
    'POST /rounds/:id/progress/import',
    'PUT /checks/:id/plan',
    'PUT /checks/:id/self-score',
  ]);
  expect(entrantCommands).toHaveLength(6);
});

const bugs: Record<string, Planted> = {
  'an entrant revises its plan once the round is open': {
    actor: ({ type }, actor) => (type === 'set-plan' ? { ...actor, roles: ['organiser'], units: [] } : actor),
  },
  'an entrant verifies its own work': {
    actor: ({ type }, actor) =>
      type === 'verify-progress' ? { ...actor, roles: ['checker'], units: [], departments: ['union'] } : actor,
  },
  'an entrant decides its own appeal': {
    actor: ({ type }, actor) =>
      type === 'decide-appeal'
        ? { ...actor, sub: 'somebody', roles: ['committee'], units: [], departments: [] }
        : actor,
  },
  'whoever belongs to a unit marks it': {
    actor: ({ type }, actor) => (type.endsWith('-sheet') && actor.sub === 'insider' ? { ...actor, units: [] } : actor),
  },
  'a self score counts as what was reported and verified': {
    commit: (events) =>
      events.map((event) => {
        const { check, marks, by, at } = event.data as { check: string; marks: object; by: string; at: string };
        return event.type === 'self-scored'
          ? { type: 'progress-verified', data: { check, items: { output: { done: 40, accepted: 40 } }, by, at, marks } }
          : event;
      }),
  },
  'an appeal is upheld without its correction': {
    commit: (events) =>
      events.some(({ type }) => type === 'appeal-decided')
        ? events.filter(({ type }) => type !== 'result-corrected')
        : events,
  },
  'an appeal is corrected without its decision': {
    commit: (events) =>
      events.some(({ type }) => type === 'result-corrected')
        ? events.filter(({ type }) => type !== 'appeal-decided')
        : events,
  },
  'a round whose check lacks something does not open again': {
    flaw: (event, requests) => (event.type === 'seal-refused' ? requests.filter(({ id }) => id !== round) : requests),
  },
};
test.each(Object.keys(bugs))(
  'a planted bug is caught: %s',
  async (name) => {
    const { failed } = await fc.check(fairRound(bugs[name]), { numRuns: 300, seed: 3, endOnFailure: true });
    expect(failed).toBe(true);
  },
  120_000,
);
