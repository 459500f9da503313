// Two copies of the sender on MongoDB and Kafka, one killed between sending and noting, then the other: each person and each group
// chat has one digest a day. What was being sent at a death comes again under the same Message-ID, and nothing else comes twice.
import { type ChildProcess, fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { openMailServer, textOf } from '@jiangong/console/mail-server-fixture';
import { addressOf, startReminding } from '@jiangong/console/reminding-fixture';
import { openRobotReceiver } from '@jiangong/console/robot-receiver-fixture';
import { expect, onTestFinished, test } from 'vitest';
import { compiled } from './processes.ts';
import { freshUrls, onServers } from './servers.fixture.ts';

const PEOPLE = 12;
const secret = 'SECabcdef0123456789';
const at = (time: string, day = '24') => `2024-03-${day}T${time}+08:00`;
const signed = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');

async function scene() {
  const { storeUrl, logUrl } = freshUrls('sender');
  const server = await openMailServer();
  const robots = {
    dingtalk: await openRobotReceiver(),
    feishu: await openRobotReceiver({ code: 0 }),
    wecom: await openRobotReceiver(),
  };
  const clock = { now: at('09:00:00') };
  const copies: ChildProcess[] = [];
  // This process says who is reminded, and sends nothing.
  const t = await startReminding(() => clock.now, { STORE_URL: storeUrl, LOG_URL: logUrl });
  await t.postman.stop();
  onTestFinished(async () => {
    for (const copy of copies) copy.kill('SIGKILL');
    await t.running.stop();
    await server.close();
    for (const { close } of Object.values(robots)) close();
  });
  async function copy(FAILPOINT: string) {
    const env = { ...process.env, ...compiled, FAILPOINT };
    const args = [storeUrl, logUrl, server.url, clock.now];
    const child = fork(new URL('./sender-copy.fixture.ts', import.meta.url), args, {
      ...{ stdio: 'inherit', env },
      execArgv: ['--disable-warning=TimeoutNegativeWarning'],
    });
    copies.push(child);
    const early = once(child, 'exit').then(() => Promise.reject(new Error('a copy ended before it was ready')));
    await Promise.race([once(child, 'message'), early]);
    early.catch(() => {});
    return child;
  }
  function setClock(instant: string) {
    clock.now = instant;
    for (const child of copies) if (child.connected) child.send(instant);
  }
  return { ...t, mails: server.mails, robots, copy, setClock };
}

onServers('two copies of the sender', () => {
  test('one digest a day for each person and group chat, none lost, repeated only what a death cut off', {
    timeout: 240_000,
  }, async () => {
    const { user, robot, remind, digests, mails, robots, copy, setClock } = await scene();
    const recipients = PEOPLE + Object.keys(robots).length;
    const everybody = Array.from({ length: PEOPLE }, (_, n) => n);
    for (const n of everybody) await user(n);
    await robot('dingtalk', { url: robots.dingtalk.url, secret });
    await robot('feishu', { url: robots.feishu.url, secret });
    await robot('wecom', { url: robots.wecom.url });
    const lines = async (state: string) => (await digests()).filter((each) => each.state === state).length;
    const waiting = () => lines('waiting');
    const ends = (children: ChildProcess[]) => Promise.race(children.map((child) => once(child, 'exit')));

    for (const n of everybody) await remind(n);
    await expect.poll(waiting, { timeout: 60_000 }).toBe(recipients);
    const pair = [await copy('after-digest:3'), await copy('after-digest:3')];
    setClock(at('09:31:00'));
    expect((await ends(pair))[1]).toBe('SIGKILL');
    const other = pair.filter(({ signalCode }) => !signalCode);
    expect(other).toHaveLength(1);
    // The lease of the dead one is over.
    setClock(at('09:32:00'));
    expect((await ends(other))[1]).toBe('SIGKILL');
    setClock(at('09:33:00'));
    await Promise.all([copy(''), copy('')]);
    await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
    const sentOn = () => [mails.length, ...Object.values(robots).map(({ received }) => received.length)];
    const firstDay = sentOn();

    // What is heard late goes out with the next day's.
    for (const n of everybody) await remind(n, 2, at('09:05:00'));
    setClock(at('08:00:00', '25'));
    for (const n of everybody) await remind(n, 3);
    const due = async () => (await digests()).flatMap(({ items }) => items).length;
    await expect.poll(due, { timeout: 90_000 }).toBe(2 * PEOPLE * (1 + Object.keys(robots).length));
    setClock(at('09:31:00', '25'));
    await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
    const secondDay = sentOn().map((count, n) => count - firstDay[n]!);

    const heard = Object.groupBy(mails, ({ to }) => to[0]!);
    expect(Object.keys(heard).sort()).toEqual(everybody.map(addressOf).sort());
    for (const of of Object.values(heard)) {
      const texts = new Map(
        of!.map((mail) => [
          mail.id,
          textOf(mail)
            .match(/第\d次/g)!
            .sort(),
        ]),
      );
      expect([...texts.values()]).toEqual([['第1次'], ['第2次', '第3次']]);
    }
    const kills = 2;
    expect(firstDay.reduce((sum, count) => sum + count)).toBe(recipients + kills);
    expect(secondDay).toEqual([PEOPLE, 1, 1, 1]);

    // By the makers' documents, with nothing of ours.
    for (const { url } of robots.dingtalk.received) {
      const time = url.searchParams.get('timestamp')!;
      expect(url.searchParams.get('sign')).toBe(signed(secret, `${time}\n${secret}`));
    }
    for (const { body } of robots.feishu.received) expect(body.sign).toBe(signed(`${body.timestamp}\n${secret}`, ''));
    const total = sentOn().reduce((sum, count) => sum + count);
    console.log(
      `${recipients} recipients, 2 days, ${kills} kills: ${total} messages, ${total - 2 * recipients} repeated`,
    );
  });
});
