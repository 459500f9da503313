// The receivers of examples/hr-consumer that need no package: what one has stored is what the feed says, whatever came twice. Those
// that do, and the readers of the topic, are tried on real servers (hr-consumers.servers.long.test.ts).
import { spawnSync } from 'node:child_process';
import { startWebhooks, until } from '@jiangong/awards/hr-fixture';
import { expect, onTestFinished, test } from 'vitest';
import { consumerOf, noSecret, plainReceivers, standing } from './hr-ways/consumers.fixture.ts';

/** Those whose language is on this machine; Node is on every one. */
const names = Object.keys(plainReceivers).filter(
  (name) => spawnSync(plainReceivers[name]![0]!, ['--version']).status === 0,
);

test.for(names)('the %s receiver holds what the feed says, and takes no forged message', async (name) => {
  const s = await startWebhooks();
  onTestFinished(() => s.stop());
  const receiver = consumerOf(plainReceivers[name]!);
  onTestFinished(receiver.end);
  // Its own secret, until it knows the one that the service drew.
  const webhook = await s.register(await receiver.listen(noSecret));
  const { body } = await s.act(webhook, 'secret', {});
  expect((await s.act(webhook, 'test', {})).body).toMatchObject({ ok: false, status: 401 });
  await receiver.kill();
  await receiver.listen({ WEBHOOK_SECRET: body.secret });
  expect((await s.act(webhook, 'test', {})).body).toMatchObject({ ok: true, status: 204 });

  for (const grant of ['one', 'two', 'three']) await s.grant(grant);
  await s.correct('two', '更名项目部');
  await s.revoke('three');
  s.pass(0);
  await until(receiver.held).toEqual(await standing(s));
  // Everything once more changes nothing.
  await s.act(webhook, 'replay', { since: '2020-01-01T00:00:00+08:00' });
  s.pass(0);
  await until(
    async () => (await s.deliveries(webhook)).filter(({ state }) => state === 'delivered').length,
  ).toBeGreaterThan(5);
  expect(receiver.held()).toEqual(await standing(s));
});
