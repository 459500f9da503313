// A race of units in a service of its own: entered, run, closed, and corrected while it is being closed or after.
import { contestantId, contestStageId, squadId } from '@jiangong/contracts';
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
