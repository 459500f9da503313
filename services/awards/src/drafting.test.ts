// Lists draft themselves: from the honours of a period, a year's duties and accepted outputs; each candidate says from which event.
import {
  allianceApproved,
  awardListId,
  derivedId,
  dutyYearClosed,
  outputAccepted,
  outputLogged,
  outputWithdrawn,
  roundHonoursGranted,
} from '@jiangong/contracts';
import { startTesting, type Testing } from '@jiangong/service-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { honour, unit } from './sample.ts';
import { saying } from './saying.fixture.ts';
import { awards } from './service.ts';

const organiser = { org: 'union', sub: 'li', roles: ['organiser' as const] };
const [first, second, third] = [1, 2, 3].map((n) => derivedId('alliance', n)) as [string, string, string];

let t: Testing;
beforeAll(async () => {
  t = await startTesting([awards, ...(['quarterly-checks', 'studio-alliances'] as const).map(saying)], {});
  for (const [at, alliance] of [first, second, third].entries())
    await say('studio-alliances', 'alliance-approved', {
      ...{ ...allianceApproved.example, alliance, code: `LM-${at + 1}`, name: `第${at + 1}联盟` },
    });
});
afterAll(() => t.stop());

async function say(service: string, type: string, data: object, stream?: string) {
  const body = { events: [{ type, data }], ...(stream ? { stream } : {}) };
  expect((await t.call(organiser, 'POST', `/api/say/${service}`, body)).status).toBeOneOf([200, 201]);
  await t.quiet();
}
const draft = (body: object) => t.call(organiser, 'POST', '/api/award-lists', { year: 2024, ...body });
const read = async (id: string) => (await t.call(organiser, 'GET', `/api/award-lists/${id}`)).body;
const plaque = { code: 'duty', name: '2024年度优秀联盟', shortName: '2024优秀联盟', level: 'enterprise' };

test('the honours of a period are drafted, and the next revision says what it changes', async () => {
  const { round } = roundHonoursGranted.example;
  const flag = (...units: ReturnType<typeof unit>[]) => [honour('flag', 2, { granted: units, label: '流动红旗' })];
  const granted = { ...roundHonoursGranted.example, revision: 1, honours: flag(unit(1, 1), unit(2, 2)) };
  await say('quarterly-checks', 'round-honours-granted', granted, 'r');
  const list = awardListId(round);
  const drafted = await read(list);
  expect(drafted.honours).toMatchObject([{ code: `flag@${granted.period}`, seats: 2 }]);
  const [source] = drafted.candidates[0].sources;
  expect(source).toEqual({ event: 'round-honours-granted', stream: `round/${round}` });
  expect(drafted.candidates.map((c: { recipient: { externalId: string } }) => c.recipient.externalId)).toEqual([
    'XM-1',
    'XM-2',
  ]);

  await say(
    'quarterly-checks',
    'round-honours-granted',
    { ...granted, revision: 2, honours: flag(unit(1, 1), unit(3, 2)) },
    'r',
  );
  const { candidates, revisions } = await read(list);
  expect(candidates).toHaveLength(2);
  expect(revisions[0].changes).toMatchObject([
    { unit: unit(3, 2).unit, before: null, after: 'granted' },
    { unit: unit(2, 2).unit, before: 'granted', after: null },
  ]);
  expect(revisions[0].blocking).toBe(true);
});

test('the same flag in two periods of a year is two honours', async () => {
  const { round } = roundHonoursGranted.example;
  const later = {
    ...roundHonoursGranted.example,
    round: derivedId('round', 'q2'),
    period: 'q2',
    periodLabel: '二季度',
  };
  const honours = [honour('flag', 1, { granted: [unit(1, 1)], label: '流动红旗' })];
  await say('quarterly-checks', 'round-honours-granted', { ...later, revision: 1, honours });
  const codes = [await read(awardListId(round)), await read(awardListId(later.round))].map((l) => l.honours[0].code);
  expect(new Set(codes).size).toBe(2);
});

test('alliances that met or exceeded the duty of a year are drafted from its closing, as it was corrected', async () => {
  expect((await draft({ kind: 'duty', title: '优秀联盟', honour: plaque })).body.type).toBe(
    '/problems/nobody-to-draft',
  );
  const closed = (alliance: string, status: string) => ({ ...dutyYearClosed.example, alliance, year: 2024, status });
  await say('studio-alliances', 'duty-year-closed', closed(first, 'exceeded'), first);
  await say('studio-alliances', 'duty-year-closed', closed(second, 'met'), second);
  await say('studio-alliances', 'duty-year-closed', closed(third, 'met'), third);
  const behind = { ...closed(third, 'behind'), revision: 2, reason: '一项成果撤回' };
  await say('studio-alliances', 'duty-year-corrected', behind, third);
  const namesOf = async (body: object) => {
    const { id } = (await draft({ kind: 'duty', title: '优秀联盟', honour: plaque, ...body })).body;
    return (await read(id)).candidates.map((c: { recipient: { name: string } }) => c.recipient.name);
  };
  expect((await namesOf({})).sort()).toEqual(['第1联盟', '第2联盟']);
  expect(await namesOf({ status: 'exceeded' })).toEqual(['第1联盟']);
});

test('alliances are drafted by the outputs of theirs that count', async () => {
  const log = async (n: number, alliance: string, ...then: [string, object][]) => {
    const output = derivedId('output', n);
    const logged = { ...outputLogged.example, output, alliance };
    const accepted = { ...outputAccepted.example, output, year: 2024 };
    for (const [type, data] of [['output-logged', logged], ['output-accepted', accepted], ...then] as const)
      await say('studio-alliances', type, data, output);
  };
  await log(1, first);
  await log(2, first);
  await log(3, second, ['output-withdrawn', { ...outputWithdrawn.example, output: derivedId('output', 3) }]);
  await log(4, third);
  const { id } = (await draft({ kind: 'outputs', title: '成果突出', honour: plaque, atLeast: 2 })).body;
  const { candidates } = await read(id);
  expect(candidates).toMatchObject([{ recipient: { name: '第1联盟' }, score: 2 }]);
  expect(candidates[0].sources.map(({ event }: { event: string }) => event)).toEqual([
    'output-accepted',
    'output-accepted',
  ]);
  const all = (await draft({ kind: 'outputs', title: '成果', honour: plaque })).body.id;
  expect((await read(all)).candidates).toHaveLength(2);
});
