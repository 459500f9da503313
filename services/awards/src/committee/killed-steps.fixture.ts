// For tests: a committee that votes and certificates that are issued, with deaths on the way; whoever had no answer sends again.
import { setTimeout as sleep } from 'node:timers/promises';
import { decisionId, derivedId } from '@jiangong/contracts';
import type { Failpoint } from '@jiangong/service-kit/failpoint';
import { expect, onTestFinished } from 'vitest';
import { openChild } from './killed.fixture.ts';
import type { Plant } from './killed-plants.fixture.ts';

type Place = `${Failpoint}:${number}`;
type Child = ReturnType<typeof openChild>;
const [first, second] = [derivedId('unit', 1), derivedId('unit', 2)];
const committee = derivedId('committee');

async function until<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await read();
    if (found !== undefined) return found;
    await sleep(20);
  }
}
/** Sent until it is taken: what it needs may still be on its way. */
async function done(child: Child, who: string, method: string, path: string, body?: object) {
  return until(async () => {
    const answer = await child.call(who, method, path, body);
    if (answer.status < 300) return answer.body;
    if (answer.status !== 404 && answer.status !== 409 && answer.body.type !== '/problems/recipient-unknown')
      throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return undefined;
  });
}
async function listed(child: Child) {
  const unit = (id: string, code: string) => ({
    type: 'unit-registered',
    data: { unit: id, kind: 'project-department', code, name: code, shortName: code },
  });
  const events = [unit(first, 'XM-1'), unit(second, 'XM-2')];
  for (const event of events) await done(child, 'li', 'POST', '/say/competitions', { events: [event] });
  const honour = { code: 'red', name: '流动红旗', shortName: '流动红旗', level: 'enterprise' };
  const head = { kind: 'hand', title: '流动红旗', year: 2024, honours: [honour] };
  const { id: list } = await done(child, 'li', 'POST', '/award-lists', head);
  for (const recipient of [first, second])
    await done(child, 'li', 'POST', `/award-lists/${list}/candidates`, { honour: 'red', recipient, reason: '第一' });
  const row = await until(async () => {
    const { body } = await child.call('li', 'GET', `/award-lists/${list}`);
    return body.candidates?.length === 2 ? body : undefined;
  });
  return { list, candidates: row.candidates.map(({ candidate }: { candidate: string }) => candidate) as string[] };
}

/** What a ballot comes to whose voters die at these places, each then voting again. */
export async function voted(places: Record<string, Place>, closing?: Place, plant?: Plant) {
  const child = openChild(plant);
  onTestFinished(() => child.remove());
  await child.begin();
  const { list, candidates } = await listed(child);
  const seat = (user: string) => ({ user, seat: user, from: '2020-01-01', voting: true });
  const voters = ['a', 'b', 'c', 'd', 'e'];
  const members = voters.map(seat);
  await done(child, 'li', 'PUT', `/award-committees/${committee}`, { name: '委员会', members });
  const closesAt = '2199-12-31T09:00:00+08:00';
  const { id: ballot } = await done(child, 'li', 'POST', '/ballots', { list, committee, closesAt });
  const votes = candidates.map((candidate, at) => ({ candidate, vote: at === 0 ? 'for' : 'against' }));
  const at = `/ballots/${ballot}`;
  let deaths = 0;
  for (const voter of voters) {
    const vote = () => child.call(voter, 'POST', `${at}/votes`, { votes });
    const place = places[voter];
    if (place) {
      await child.end();
      if (await child.dies(place, vote)) deaths += 1;
    }
    const again = await vote();
    if (again.status >= 300) expect(again.body.type).toBe('/problems/already-voted');
  }
  await until(async () => ((await child.call('li', 'GET', at)).body.cast.length >= voters.length ? true : undefined));
  if (closing) {
    await child.end();
    if (await child.dies(closing, () => child.call('li', 'POST', `${at}/close`))) deaths += 1;
  }
  const answer = await child.call('li', 'POST', `${at}/close`);
  if (answer.status >= 300) expect(answer.body.type).toBe('/problems/ballot-closed');
  const { result } = await until(async () => {
    const { body } = await child.call('li', 'GET', at);
    return body.result ? body : undefined;
  });
  return { deaths, result };
}
/** The result of a ballot whose votes count once each. */
export const whole = {
  ...{ voters: 5, cast: 5, quorate: true },
  results: [
    { for: 5, against: 0, carried: true },
    { for: 0, against: 5, carried: false },
  ],
};

/** The certificates of a decision whose issuing dies at each place, and is then issued again. */
export async function issued(places: readonly Place[], plant?: Plant) {
  const child = openChild(plant);
  onTestFinished(() => child.remove());
  await child.begin();
  const { list } = await listed(child);
  const at = `/award-lists/${list}`;
  await done(child, 'a', 'POST', `${at}/review`, {});
  const channels = [{ kind: 'visit', where: '工会' }];
  const notice = { list, from: '2023-06-05', firstDayCounts: true, channels };
  await done(child, 'li', 'POST', '/notices?on=2023-06-05', notice);
  const document = { number: '1号', date: '2023-06-20', signatory: '工会', grantedBy: '工会' };
  await done(child, 'a', 'POST', `${at}/decisions`, document);
  const decision = `/decisions/${decisionId(list, '1号')}`;
  const grants = await until(async () => {
    const { items } = (await child.call('li', 'GET', `/grants?decision=${decisionId(list, '1号')}`)).body;
    return items?.length === 2 ? (items as { grant: string }[]) : undefined;
  });
  const issue = () => child.call('li', 'POST', `${decision}/certificates`, {});
  let deaths = 0;
  for (const [turn, place] of places.entries()) {
    // Each corrected grant gets another certificate.
    const [grant] = grants;
    const correction = { honourName: `流动红旗（${turn}）`, reason: '更正' };
    await done(child, 'li', 'POST', `/grants/${grant!.grant}/correct`, correction);
    await child.end();
    if (await child.dies(place, issue)) deaths += 1;
    await done(child, 'li', 'POST', `${decision}/certificates`, {});
  }
  const certificates = await until(async () => {
    const { body } = await child.call('li', 'GET', `${decision}/certificates`);
    return (body.certificates?.length ?? 0) >= 2 ? (body.certificates as Record<string, string>[]) : undefined;
  });
  return { deaths, certificates };
}
