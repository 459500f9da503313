// What is hidden stays hidden when the reaction that says so is late or parked; what was launched before stays as it was.
import { derivedId, type EventNamed, evaluationId, roundId } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { launchedOf } from './assemble.ts';
import { publicationCommand } from './publication.ts';
import { roundCommand } from './round.ts';
import { sightOfRound, sightOfYear } from './sight.ts';
import { competition, entrantOf, type Flaw, launch, simulation } from './simulation.fixture.ts';
import { rounds } from './views.ts';

const round = roundId(competition, 'projects', 'q1');
const reader = {
  sub: 'entrant',
  org: 'o',
  roles: ['entrant' as const],
  departments: [],
  units: [derivedId('unit', 1)],
};
/** A planted bug: nothing ever says that results are hidden. */
const parked: Flaw = (_, requests) => requests.filter(({ stream }) => stream !== 'publication');

/** Whether the reader sees its own result and its rival's: of the closed round, and of the year. */
async function seen(flaw: Flaw) {
  const world = simulation({ flaw });
  world.publish(`competition/${competition}`, launch);
  await world.settle(() => 0);
  const asking = { actor: reader, read: world.read };
  const row = (await world.read.get(rounds, round))!;
  const launched = (await launchedOf(competition, world.read))!;
  const sights = [
    await sightOfRound({ ...row, status: 'closed' }, asking),
    await sightOfYear(launched, 'projects', asking),
  ];
  return sights.map(({ of }) => [1, 2].map((n) => of(entrantOf(n))));
}

test('what is launched is hidden, also while the reaction that says so is parked', async () => {
  const hidden = [
    ['entries', 'name'],
    ['entries', 'name'],
  ];
  expect(await seen((_, requests) => requests)).toEqual(hidden);
  expect(await seen(parked)).toEqual(hidden);
});

test('what was launched before publication was known stands as shown to entrants, with all rows', async () => {
  const before: Flaw = (event, requests) =>
    parked(event, requests).map((request) => {
      if (request.type !== 'make' || request.stream !== 'round') return request;
      const { publication: _, ...data } = request.data as EventNamed<'round-made'>['data'];
      return roundCommand(request.id, 'make', data);
    });
  expect(await seen(before)).toEqual([
    ['result', 'result'],
    ['result', 'result'],
  ]);
});

test('publishing is kept when the hiding comes late', async () => {
  let late: ReturnType<Flaw> = [];
  const world = simulation({
    flaw(_, requests) {
      late = [...late, ...requests.filter(({ stream }) => stream === 'publication')];
      return requests.filter(({ stream }) => stream !== 'publication');
    },
  });
  world.publish(`competition/${competition}`, launch);
  await world.settle(() => 0);
  const about = { competition, track: 'projects', period: 'q1' };
  const publish = publicationCommand(round, 'publish', { about, to: 'public', frozen: false, ready: true, due: [] });
  expect(world.command(publish)).toBeUndefined();
  for (const request of late) expect(world.command(request)).toBeUndefined();
  const row = (await world.read.get(rounds, round))!;
  const { of } = await sightOfRound({ ...row, status: 'closed' }, { actor: reader, read: world.read });
  expect(of(entrantOf(2))).toBe('result');
  expect(late.map(({ id }) => id)).toEqual([round, evaluationId(competition, 'projects')]);
});
