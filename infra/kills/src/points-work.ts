// Points of a person: claimed, approved by another, counted in a contest's stage, and spent by a code that two partners try to
// redeem at once.
import { contestantId, contestStageId, pointsLedgerId, squadId } from '@jiangong/contracts';
import { Refused } from './client.ts';
import { below } from './random.ts';
import { arriving, type Chain, idOf, newUnit, type Worker } from './worker.ts';

const dates = { from: '2024-01-01', to: '2024-12-31', spendBy: '2099-12-31' };

export const points: Chain = async (worker) => {
  const { client, judge, name, random } = worker;
  const unit = await newUnit(worker, `J-${name}`);
  const hired = { name: `人员J${name}`, unit, from: '2024-01-05', revision: 1 };
  const { id: person } = await client.command(`earner/${name}`, `/people/YG-J${name}`, hired, { method: 'PUT' });
  const { stage, contestant } = await raceOf(worker, unit, person);
  const id = idOf(worker, 'points', name);
  const campaign = {
    ...{ id, name: `积分 ${name}`, year: 2024, ...dates },
    earning: [{ way: 'hour', label: '志愿服务', points: 10 }],
    rewards: [{ reward: 'meal', label: '早餐', points: 20 }],
    feeds: { stages: [{ stage, from: dates.from, to: dates.to }] },
  };
  await client.command(`points/${name}`, '/points-campaigns', campaign, arriving);
  const count = 2 + below(random, 2);
  for (let n = 1; n <= count; n += 1) {
    const claim = { person, way: 'hour', times: 2, on: '2024-04-10', evidence: `签收单${n}` };
    const wait = ['not-found', 'points-person'];
    await client.command(`claim/${name}/${n}`, `/points-campaigns/${id}/claims`, claim, { wait });
  }
  const { items } = await client.until(`/api/points-campaigns/${id}/claims`, ({ items }) => items.length === count);
  for (const { claim } of items as { claim: string }[])
    await judge.command(`approve/${claim}`, `/points-claims/${claim}/approve`, undefined, arriving);
  const ledger = `/points-ledgers/${pointsLedgerId(id, person)}`;
  const earned = 20 * count;
  await client.until(`/api${ledger}`, ({ balance }) => balance === earned);
  await client.until(
    `/api/contest-stages/${stage}/performances`,
    ({ items }) => ofContestant(items, contestant)?.marks.time.value === earned,
  );

  const code = await shownOnce(worker, 'code', `voucher/${name}`, `${ledger}/vouchers`, { reward: 'meal' });
  const links = [await partnerOf(worker, id, 1), await partnerOf(worker, id, 2)];
  const redeeming = links.map(({ address, partner }, n) =>
    worker.as({ ...worker.client.person, sub: `partner:${partner}` }).command(
      `redeem/${name}/${n}`,
      address.slice('/api'.length),
      { voucher: code },
      {
        ...{ wait: arriving.wait, may: ['points-voucher-state'], shows: true },
      },
    ),
  );
  const outcomes = await Promise.allSettled(redeeming);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected' && !(outcome.reason instanceof Refused)) throw outcome.reason;
  const given = outcomes.filter(({ status }) => status === 'fulfilled').length;
  const { body } = (await client.find(`/api${ledger}`))!;
  const sum = body.entries.reduce((all: number, { points }: { points: number }) => all + points, 0);
  if (given !== 1 || sum !== body.balance || body.balance !== body.earned - body.spent)
    throw new Error(`a code was redeemed ${given} times; ${body.balance} of ${body.earned} less ${body.spent}`);
};

// biome-ignore lint/suspicious/noExplicitAny: performances as they are answered
const ofContestant = (items: any[], contestant: string) => items.find((item) => item.contestant === contestant);

/** The person runs in a race whose time the points are. */
async function raceOf(worker: Worker, unit: string, person: string) {
  const { client, name, race: scheme } = worker;
  const id = idOf(worker, 'points-race', name);
  const contest = {
    ...{ id, name: `积分赛 ${name}`, year: 2024, scheme, schemeVersion: 1 },
    tracks: [{ track: 'runners', entrants: 'person' }],
    registration: { from: '2024-01-01', to: '2024-12-31' },
  };
  await client.command(`points-race/${name}`, '/contests', contest, { wait: ['scheme-unpublished'] });
  const stage = contestStageId(id, 'runners', 'race', null);
  await client.command(`points-race/${name}/open`, `/contest-stages/${stage}/open`, undefined, arriving);
  const entry = { track: 'runners', entrant: person };
  const wait = ['contest-entrant', 'not-found'];
  await client.command(`points-race/${name}/enter`, `/contests/${id}/contestants`, entry, { wait });
  return { stage, contestant: contestantId(squadId(id, 'runners', unit), person) };
}

/** What an answer shows once; whoever lost the answer to a death asks anew. */
async function shownOnce({ client }: Worker, field: string, key: string, path: string, body: object) {
  // Refused in the end, all was spent on codes whose answers were lost.
  for (let attempt = 1; attempt <= 20; attempt += 1) {
    const how = { ...arriving, may: ['points-short'], shows: true } as const;
    const answer = await client.command(`${key}/${attempt}`, path, body, how);
    if (answer[field] !== undefined) return String(answer[field]);
  }
  throw new Error(`${path}: its ${field} was never shown`);
}
async function partnerOf(worker: Worker, campaign: string, n: number) {
  const path = `/points-campaigns/${campaign}/partners`;
  const address = await shownOnce(worker, 'address', `partner/${campaign}/${n}`, path, { label: `商户${n}` });
  // The one whose address was seen is the last of its name.
  const { items } = await worker.client.until(`/api${path}?limit=100`, ({ items }) =>
    items.some(({ label }: { label: string }) => label === `商户${n}`),
  );
  return { address, partner: items.findLast(({ label }: { label: string }) => label === `商户${n}`).partner as string };
}
