// Contests of units in a service of their own: a race entered, run, closed, and corrected while it is being closed or after; a
// league whose games lead to places.
import { contestantId, contestStageId, fixtureId, squadId } from '@jiangong/contracts';
import { below } from './random.ts';
import { arriving, type Chain, idOf, newUnit } from './worker.ts';

export const contest: Chain = async (worker) => {
  const { client, name, race: scheme, random } = worker;
  const id = idOf(worker, 'contest', name);
  await client.command(
    `contest/${name}`,
    '/contests',
    {
      ...{ id, name: `长跑 ${name}`, year: 2024, scheme, schemeVersion: 1 },
      tracks: [{ track: 'runners', entrants: 'unit' }],
      registration: { from: '2024-01-01', to: '2024-12-31' },
    },
    { wait: ['scheme-unpublished'] },
  );
  const stage = contestStageId(id, 'runners', 'race', null);
  await client.command(`race/${name}/open`, `/contest-stages/${stage}/open`, undefined, arriving);
  const runners: string[] = [];
  for (let n = 2 + below(random, 2); n > 0; n -= 1) {
    const entrant = await newUnit(worker, `R-${name}-${n}`);
    const body = { track: 'runners', entrant };
    await client.command(`run/${entrant}`, `/contests/${id}/contestants`, body, { wait: ['contest-entrant'] });
    runners.push(contestantId(squadId(id, 'runners', entrant), entrant));
  }
  const run = (contestant: string, revision: number) => ({
    ...{ contestant, marks: { time: { value: 1000 + below(random, 300) + revision / 10 } } },
  });
  for (const runner of runners)
    await client.command(`ran/${runner}`, `/contest-stages/${stage}/performances`, run(runner, 1), {
      wait: ['not-found', 'contest-stage-status'],
    });
  await client.command(`race/${name}/close`, `/contest-stages/${stage}/close`, undefined, {
    wait: ['contest-stage-status', 'contest-stage-incomplete', 'contest-stage-empty'],
  });
  const correction = { ...run(runners[0]!, 2), reason: '计时芯片复核' };
  await client.command(`corrected/${name}`, `/contest-stages/${stage}/performances/correct`, correction, {
    wait: ['contest-stage-status', 'not-found'],
  });
  const { items } = await client.until(`/api/contest-stages/${stage}/revisions`, ({ items }) => items.length > 0);
  await client.command(`race/${name}/publish`, `/contest-stages/${stage}/publish`, { to: 'public' });
  if (items.length > 1) throw new Error(`one correction made ${items.length} revisions`);
};

/** Two or three meet each other; one enters each game, another confirms it; the places are recorded once. */
export const league: Chain = async (worker) => {
  const { client, judge, name, race: scheme, random } = worker;
  const id = idOf(worker, 'league', name);
  await client.command(
    `league/${name}`,
    '/contests',
    {
      ...{ id, name: `联赛 ${name}`, year: 2024, scheme, schemeVersion: 1 },
      tracks: [{ track: 'runners', entrants: 'unit' }],
      registration: { from: '2024-01-01', to: '2024-12-31' },
    },
    { wait: ['scheme-unpublished'] },
  );
  const stage = contestStageId(id, 'runners', 'race', null);
  await client.command(`league/${name}/open`, `/contest-stages/${stage}/open`, undefined, arriving);
  const count = 2 + below(random, 2);
  for (let n = 1; n <= count; n += 1) {
    const entrant = await newUnit(worker, `L-${name}-${n}`);
    const body = { track: 'runners', entrant };
    await client.command(`league/${entrant}`, `/contests/${id}/contestants`, body, { wait: ['contest-entrant'] });
  }
  const all = ({ items }: { items: object[] }) => items.length === count;
  await client.until(`/api/contests/${id}/contestants?state=accepted`, all);
  await client.command(
    `league/${name}/draw`,
    `/contest-stages/${stage}/fixtures`,
    { form: 'round-robin' },
    {
      wait: ['fixture-field', 'contest-stage-status', 'not-found'],
    },
  );
  const fixture = fixtureId(stage, null);
  const { games } = await client.until(`/api/fixtures/${fixture}`, ({ games }) => games.length > 0);
  for (const { game } of games as { game: string }[]) {
    const path = `/fixtures/${fixture}/games/${game}`;
    const score = [below(random, 9), below(random, 9)];
    await client.command(`league/${name}/${game}`, `${path}/enter`, { score }, arriving);
    await judge.command(`league/${name}/${game}/agreed`, `${path}/confirm`, undefined, {
      wait: ['not-found', 'game-status'],
    });
  }
  const { places } = await client.until(`/api/fixtures/${fixture}`, ({ status }) => status === 'ended');
  const { items } = await client.until(`/api/contest-stages/${stage}/performances`, all);
  for (const { contestant, place } of places as { contestant: string; place: number }[]) {
    const own = (items as { contestant: string; revision: number; marks: { time?: { value: number } } }[]).find(
      (item) => item.contestant === contestant,
    );
    if (own?.marks.time?.value !== place || own.revision !== 1)
      throw new Error(`place ${place} was recorded as ${own?.marks.time?.value}, revision ${own?.revision}`);
  }
};
