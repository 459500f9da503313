// A correction reaches number, level, prize, days and recipient: one revision more, which every way to HR systems shows.
import { type Grant, grantExample, isRefusal } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hdlColumns } from './background/exports/oracle.ts';
import { parseCsv, parseHdl, parseWorkday } from './background/exports/parsers.fixture.ts';
import { grantId, hr, startWebhooks } from './background/webhooks/webhooks.fixture.ts';
import { decide, evolve } from './grant.ts';
import type { Correction } from './grant-correction.ts';
import { actor, frame } from './sample.ts';

const other = {
  ...grantExample.recipient,
  id: '8f14e45f-ceea-867a-9c0b-3f2c5a1b6d02',
  externalId: 'XM-08',
  name: '二项目部',
};
const correct = (data: Omit<Correction, 'reason'>, grant: Grant = grantExample, by = actor) =>
  decide(grant, { type: 'correct', id: grant.grant, ...frame, actor: by, data: { ...data, reason: '登记有误' } });
function corrected(data: Omit<Correction, 'reason'>, grant?: Grant): Grant {
  const events = correct(data, grant);
  if (isRefusal(events) || !events[0]) throw new Error(JSON.stringify(events));
  return evolve(grant, events[0])!;
}
const refusal = (outcome: ReturnType<typeof correct>) => (isRefusal(outcome) ? outcome.refused : undefined);

test('each field alone is a revision, what is left out stays, and null takes prize and last day away', () => {
  expect(corrected({ documentNumber: '5号' })).toMatchObject({
    revision: 2,
    status: 'corrected',
    documentNumber: '5号',
  });
  expect(corrected({ level: 'group' }).honour).toEqual({ ...grantExample.honour, level: 'group' });
  const dated = corrected({ validFrom: '2025-02-01', validTo: '2026-01-31', prize: 5000 });
  expect(dated).toMatchObject({
    validFrom: '2025-02-01',
    validTo: '2026-01-31',
    prize: 5000,
    recipient: grantExample.recipient,
  });
  const bare = corrected({ validTo: null, prize: null }, dated);
  expect([bare.revision, bare.validTo, bare.prize, bare.validFrom]).toEqual([3, undefined, undefined, '2025-02-01']);
  expect(refusal(correct({ validTo: '2024-12-31' }))).toBe('dates-reversed');
  expect(correct({ documentNumber: grantExample.documentNumber, level: grantExample.honour.level })).toEqual([]);
});

test('the committee alone gives a grant to another, who must not hold the honour; the revision says who had it', () => {
  const moved = corrected({ recipient: other });
  expect(moved).toMatchObject({
    revision: 2,
    grant: grantExample.grant,
    recipient: other,
    formerRecipient: grantExample.recipient,
  });
  expect(corrected({ prize: 100 }, moved).formerRecipient).toBeUndefined();
  expect(refusal(correct({ recipient: other }, grantExample, { ...actor, roles: ['organiser'] }))).toBe('forbidden');
  expect(refusal(correct({ recipient: other, held: other.name }))).toBe('honour-already-held');
  const person = { type: 'person' as const, id: other.id };
  expect(corrected({ recipient: person })).toMatchObject({ recipient: person, collective: false });
});

let s: Awaited<ReturnType<typeof startWebhooks>>;
beforeAll(async () => {
  s = await startWebhooks();
});
afterAll(() => s.stop());

test('whoever stores grants by id moves one by replacing its row, and the files end the row of whoever had it', async () => {
  await s.grant('moved');
  const id = grantId('moved');
  await s.move('moved', other);
  const { items } = (await s.call(hr, 'GET', '/api/hr/feed')).body;
  const store = new Map<string, { revision: number; externalId: string }>();
  for (const row of items) if (row.revision > (store.get(row.grant)?.revision ?? 0)) store.set(row.grant, row);
  expect(store.get(id)).toMatchObject({ externalId: 'XM-08', formerExternalId: 'XM-07', revision: 2 });
  expect([...store.values()].filter(({ externalId }) => externalId === 'XM-07')).toEqual([]);

  const text = async (target: string) => (await s.call(hr, 'GET', `/api/hr/exports/${target}`)).text;
  const csv = parseCsv((await text('csv')).slice(1));
  expect(csv.map((row) => [row.荣誉标识, row.外部编码])).toEqual([[id, 'XM-08']]);
  const oracle = parseHdl(await text('oracle?sectionId=12'), 'ProfileItem', hdlColumns);
  expect(oracle.map((row) => [row.SourceSystemId, row.ProfileCode, row.DateTo !== ''])).toEqual([
    [id, 'XM-07', true],
    [`${id}-1`, 'XM-08', false],
  ]);
  const workday = parseWorkday(await text('workday'));
  expect(
    workday.map((row) => [row.Award_and_Activity_ID, row.Worker_Reference, row.Remove_Award_and_Activity]),
  ).toEqual([
    [id, 'XM-07', 'true'],
    [`${id}-1`, 'XM-08', 'false'],
  ]);
});
