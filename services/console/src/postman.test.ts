// The one sender: mails to a local SMTP server, outside quiet hours, one a day, each noted once.
import { expect, onTestFinished, test } from 'vitest';
import { openPostman } from './background/postman.ts';
import { openMailServer, textOf } from './mail-server.fixture.ts';
import { keepNotifications } from './private-store.ts';
import { addressOf, startReminding } from './reminding.fixture.ts';

const at = (time: string, day = '2024-03-24') => `${day}T${time}:00+08:00`;
const settings = { mail: true, quietFrom: '21:00', quietTo: '08:00' };

async function scene(takes?: Parameters<typeof openMailServer>[0]) {
  const server = await openMailServer(takes);
  const clock = { now: at('09:00') };
  const from = '劳动竞赛 <contest@union.example>';
  const t = await startReminding(() => clock.now, { SMTP_URL: server.url, SMTP_FROM: from });
  onTestFinished(async () => {
    await t.running.stop();
    await server.close();
  });
  const waiting = (count: number) =>
    expect.poll(async () => (await t.digests()).flatMap(({ items }) => items).length).toBe(count);
  /** Another copy of the console over the same rows, as on servers. */
  function copy() {
    const shared = openPostman({ ...t.office, store: { ...t.office.store, shared: true } });
    shared.begin({ smtp: { url: server.url, from } });
    onTestFinished(() => shared.stop());
    return shared;
  }
  return { ...t, clock, mails: server.mails, waiting, copy };
}

test('what is due in a day comes as one mail, in both languages, and is noted once', async () => {
  const { user, remind, run, clock, mails, waiting, digests } = await scene();
  await user(1);
  await user(2);
  for (const nth of [1, 2, 3]) await remind(1, nth);
  await remind(2);
  await waiting(4);
  await run();
  expect(mails).toEqual([]);
  clock.now = at('09:31');
  await run();
  await run();
  expect(mails.map(({ to }) => to).sort()).toEqual([[addressOf(1)], [addressOf(2)]]);
  const mail = mails.find(({ to }) => to[0] === addressOf(1))!;
  const text = textOf(mail);
  expect(text).toContain('1. 项目1：计划未填报（第1次），2024-04-01 前');
  expect(text).toContain('the plan is missing (3), due 2024-04-01');
  expect(mail.raw).toMatch(/^auto-submitted: auto-generated/im);
  const rows = await digests();
  expect(rows.map(({ state, part, items, last }) => [state, part, items, last?.outcome, last?.lines])).toEqual(
    expect.arrayContaining([
      ['settled', 1, [], 'sent', 3],
      ['settled', 1, [], 'sent', 1],
    ]),
  );
  expect(rows.map(({ last }) => last!.message).sort()).toEqual(mails.map(({ id }) => id).sort());
  expect(JSON.stringify(rows)).not.toContain('@union.example');
});

test('what comes after today’s mail waits for tomorrow’s; the same reminder never comes twice', async () => {
  const { user, remind, run, clock, mails, waiting } = await scene();
  await user(1);
  await remind(1, 1);
  await waiting(1);
  clock.now = at('09:31');
  await run();
  await remind(1, 1);
  await remind(1, 2);
  await waiting(1);
  clock.now = at('18:00');
  await run();
  expect(mails).toHaveLength(1);
  clock.now = at('09:31', '2024-03-25');
  await run();
  expect(mails).toHaveLength(2);
  expect(textOf(mails[1]!)).not.toContain('第1次');
});

test('a line that is heard late goes out with the next day’s digest, not next to it', async () => {
  const { user, remind, run, clock, mails, waiting, digests } = await scene();
  await user(1);
  await remind(1, 1);
  await waiting(1);
  clock.now = at('09:31');
  await run();
  // Said before the digest, heard after it: what was to go out today, and what is new tomorrow.
  await remind(1, 2, at('09:05'));
  await waiting(1);
  clock.now = at('08:00', '2024-03-25');
  await remind(1, 3);
  await waiting(2);
  clock.now = at('09:31', '2024-03-25');
  await run();
  await run();
  expect(mails.map(textOf).map((text) => text.match(/第\d次/g)!.sort())).toEqual([['第1次'], ['第2次', '第3次']]);
  // Of a day long ago, heard after today's: nothing more today.
  await remind(1, 4, at('09:00', '2024-03-20'));
  await waiting(1);
  for (const [time, day] of [
    ['18:00', '2024-03-25'],
    ['09:29', '2024-03-26'],
  ] as const) {
    clock.now = at(time, day);
    await run();
    expect(mails).toHaveLength(2);
  }
  clock.now = at('09:30', '2024-03-26');
  await run();
  expect(mails.map(({ id }) => id)).toEqual([...new Set(mails.map(({ id }) => id))]);
  expect(mails).toHaveLength(3);
  expect((await digests()).map(({ state }) => state)).toEqual(['settled', 'settled', 'settled']);
});

test('quiet hours hold mail back, a switch and a missing address end it, and a set address goes before the contact', async () => {
  const { user, remind, run, clock, mails, waiting, digests, office, userOf } = await scene();
  await user(1);
  await user(2);
  await user(3, '010-5555');
  const set = (n: number, more: object) =>
    office.store.write({ privateRows: [keepNotifications(userOf(n), { ...settings, ...more })] });
  await set(1, { email: 'other@union.example', quietFrom: '09:00', quietTo: '12:00' });
  await set(2, { mail: false });
  for (const n of [1, 2, 3]) await remind(n);
  await waiting(3);
  clock.now = at('09:31');
  await run();
  expect(mails).toEqual([]);
  const outcomes = (await digests()).map(({ state, last }) => `${state} ${last?.outcome ?? ''}`.trim());
  expect(outcomes.sort()).toEqual(['settled no-address', 'settled no-address', 'waiting']);
  clock.now = at('12:00');
  await run();
  expect(mails.map(({ to }) => to)).toEqual([['other@union.example']]);
});

test('a server that does not take it is tried again under the same id, less and less often', async () => {
  const seen: string[] = [];
  const { user, remind, run, clock, mails, waiting, digests } = await scene((mail) => {
    seen.push(mail.id);
    return seen.length > 2 && seen.length < 5;
  });
  await user(1);
  await remind(1);
  await waiting(1);
  const passes = async (minutes: number) => {
    clock.now = new Date(Date.parse(at('09:31')) + minutes * 60_000).toISOString();
    await run();
    return seen.length;
  };
  expect([await passes(0), await passes(0.5), await passes(1), await passes(2), await passes(3.5)]).toEqual([
    1, 1, 2, 2, 3,
  ]);
  expect([mails.length, new Set(seen).size]).toEqual([1, 1]);
  expect((await digests())[0]).toMatchObject({ state: 'settled', last: { outcome: 'sent' } });
});

test('of several copies one sends; another goes on once the lease of the one that died is over', async () => {
  const { user, remind, clock, mails, waiting, postman, copy } = await scene();
  await postman.stop();
  const copies = [copy(), copy(), copy()];
  await user(1);
  await user(2);
  await remind(1);
  await waiting(1);
  clock.now = at('09:31');
  await Promise.all(copies.map((each) => each.run()));
  expect(mails).toHaveLength(1);
  clock.now = at('08:00', '2024-03-25');
  await remind(2);
  await waiting(1);
  clock.now = at('09:31', '2024-03-25');
  const [first, ...others] = copies;
  await first!.run();
  await first!.stop();
  await Promise.all(others.map((each) => each.run()));
  expect(mails.map(({ to }) => to)).toEqual([[addressOf(1)], [addressOf(2)]]);
});

test('without a mail server a digest is logged as sent, without its text', async () => {
  let now = at('09:00');
  const t = await startReminding(() => now, {});
  onTestFinished(() => t.running.stop());
  await t.user(1);
  await t.remind(1);
  await expect.poll(async () => (await t.digests()).length).toBe(1);
  now = at('09:31');
  await t.run();
  expect((await t.digests())[0]).toMatchObject({ last: { outcome: 'sent', channel: 'log' } });
});
