// Decisions with their grants, corrected and revoked at once, while the service, the broker and the consumers are killed: counts what
// any way of delivery lost, gave twice, gave out of order, or shows otherwise than the others.
import { setTimeout as sleep } from 'node:timers/promises';
import { derivedId, grantId } from '@jiangong/contracts';
import type { Server } from '@jiangong/servers';
import { below, between, pick, randomOf, weighted } from '../../../kills/src/random.ts';
import { consumerOf, exampleAt, type HrConsumer, noSecret, plainReceivers } from './consumers.fixture.ts';
import { HONOUR, unitsOf } from './decisions.ts';
import { frontOf } from './front.ts';
import { disagreeing, faultsOfOrder, faultsOfTopics, whole } from './pictures.ts';
import { type Grants, type Service, serviceOf } from './service.ts';

export interface WaysOptions {
  kafka: Server;
  storeUrl: string;
  namespace: string;
  /** Spread over the decisions, before, between and after revoking. */
  kills: number;
  seed: number;
  grants?: number;
  /** Of the example that reads the topic of grants. */
  reader: { command: string[]; env?: Record<string, string> };
  preload?: string[];
}
export interface Ways {
  seed: number;
  kills: Record<'service' | 'broker' | 'consumers', number>;
  decisions: number;
  revisions: number;
  /** At points where all was quiet: before, between and after revoking. */
  compared: number;
  faults: string[];
  /** Of the faults: consumers and ways that lack something, revisions applied again, and those applied too early. */
  lost: number;
  twice: number;
  outOfOrder: number;
  seconds: number;
}
const clock = import.meta.resolve('./fast-clock.preload.ts');
/** Where a life ends by itself, or wherever it is when it is killed. */
const deaths = [
  ...['', '', 'after-views:40', 'before-publish:1', 'after-publish:2', 'after-settle:1', 'after-states:1'],
  ...['before-webhook:9', 'after-webhook:7', 'after-webhook-recorded:11', 'after-webhook-waiting:1'],
];
const KILLS_OF_A_DECISION = 34;
/** Each at least once. */
const KINDS = ['service', 'broker', 'consumers'] as const;
const WEIGHTS = [
  [4, 'service'],
  [1, 'broker'],
  [4, 'consumers'],
] as const;

export async function hrWays(options: WaysOptions): Promise<Ways> {
  const { kafka, storeUrl, namespace, kills, seed, grants: count = 92, reader, preload } = options;
  const begun = performance.now();
  const clockFrom = Date.now();
  const logUrl = `${kafka.url}/${namespace}`;
  const random = randomOf(seed);
  const service = serviceOf({ storeUrl, logUrl, clockFrom, ...(preload ? { preload } : {}) });

  const receiverCommand = [
    ...plainReceivers.typescript!.slice(0, -1),
    '--import',
    clock,
    exampleAt('typescript/receiver.ts'),
  ];
  const env = { CLOCK_FROM: `${clockFrom}` };
  const receivers = [consumerOf(receiverCommand, env), consumerOf(receiverCommand, env)];
  const addresses = await Promise.all(receivers.map((receiver) => receiver.listen(noSecret)));
  const front = await frontOf(() => addresses[1]!, random);
  const webhooks = receivers.map((_, n) => derivedId(namespace, 'webhook', n));
  const again: (() => Promise<unknown>)[] = [];
  for (const [n, receiver] of receivers.entries()) {
    const webhook = webhooks[n]!;
    await service.call('register', { id: webhook, url: n === 0 ? addresses[0]! : front.url });
    const secret = await service.call('secret', { webhook });
    await receiver.kill();
    await receiver.listen({ WEBHOOK_SECRET: secret });
    again.push(() => receiver.listen({ WEBHOOK_SECRET: secret }));
  }
  const broker = kafka.url.slice('kafka://'.length);
  const settings = { KAFKA_BROKERS: broker, TOPIC: `${namespace}.awards.grants.v1`, GROUP: `${namespace}.hr` };
  const read = consumerOf(reader.command, { ...reader.env, ...settings });
  read.start();
  again.push(async () => read.start());
  const consumers = [...receivers, read];
  const names = ['receiver', 'flapping receiver', 'reader'];

  const killed = { broker: 0, consumers: 0 };
  const total = () => service.deaths() + killed.broker + killed.consumers;
  async function killOne() {
    const what = KINDS[total()] ?? weighted(random, WEIGHTS);
    if (what === 'service') {
      service.kill(pick(random, deaths));
      // Now and then it is killed while it starts.
      if (random() < 0.8) await service.ready();
    }
    if (what === 'broker') {
      await kafka.kill();
      await sleep(between(random, 0, 1000));
      await kafka.again();
      killed.broker += 1;
    }
    if (what === 'consumers') {
      const which = below(random, consumers.length);
      await consumers[which]!.kill();
      await sleep(between(random, 0, 500));
      await again[which]!();
      killed.consumers += 1;
    }
  }
  async function killUpTo(share: number) {
    while (total() < kills * share) {
      await sleep(between(random, 50, 1500));
      await killOne();
    }
  }

  const expected: Grants = [];
  const faults: string[] = [];
  let compared = 0;
  let revisions = 0;
  async function compare(moment: string) {
    const standing = JSON.stringify(whole(expected));
    const isStanding = (rows: Grants) => JSON.stringify(whole(rows)) === standing;
    await reached(async () => isStanding(await service.call('state', {})));
    await settled(service, webhooks);
    await reached(() => isStanding(heldBy(read)));
    let others: string[] = [];
    await reached(async () => {
      others = await disagreeing(service, logUrl, expected);
      return others.length === 0;
    });
    for (const way of others) faults.push(`${moment}: ${way}`);
    for (const [n, consumer] of consumers.entries()) {
      const rows = heldBy(consumer);
      if (!isStanding(rows)) faults.push(`${moment}: ${names[n]} holds other`);
      const { agreeing, resend } = await service.call('reconcile', { rows });
      if (agreeing !== expected.length || resend.length > 0) faults.push(`${moment}: reconciliation of ${names[n]}`);
    }
    compared += 1;
  }

  const decisions = Math.max(1, Math.ceil(kills / KILLS_OF_A_DECISION));
  let phases = 0;
  async function phase(moment: string, rows: Grants, status: string, work: () => Promise<unknown>) {
    phases += 1;
    await Promise.all([work(), killUpTo(phases / (3 * decisions))]);
    for (const row of rows) Object.assign(row, { status, revision: row.revision + 1 });
    revisions += rows.length;
    await compare(moment);
  }
  try {
    for (let n = 0; n < decisions; n += 1) {
      const decision = derivedId(namespace, 'decision', n);
      const recipients = unitsOf(decision, count);
      const own: Grants = recipients.map(({ id }) => ({
        grant: grantId(decision, HONOUR, id),
        revision: 0,
        status: '',
      }));
      expected.push(...own);
      await phase('before', own, 'granted', () => service.call('issue', { decision, recipients }));
      const wrong = own.filter((_, each) => each % 4 === 0);
      await phase('between', wrong, 'corrected', async () => {
        for (const { grant } of wrong) await service.call('correct', { grant, recipientName: '更名项目部' });
      });
      await phase('after', own, 'revoked', () => service.call('revoke', { decision }));
    }
    for (const [n, consumer] of consumers.entries()) faults.push(...faultsOfOrder(names[n]!, consumer.applied()));
    faults.push(...(await faultsOfTopics(logUrl)));
    const changes = await service.call('feed', {});
    if (changes.length !== revisions) faults.push(`feed: ${changes.length} revisions, not ${revisions}`);
  } finally {
    await service.stop();
    for (const consumer of consumers) await consumer.end();
    front.close();
  }
  const seconds = Math.round((performance.now() - begun) / 1000);
  const of = (kind: RegExp) => faults.filter((fault) => kind.test(fault)).length;
  const [twice, outOfOrder] = [of(/ again after /), of(/ too early after /)];
  return {
    ...{ seed, kills: { service: service.deaths(), ...killed }, decisions, revisions, compared, faults },
    ...{ lost: faults.length - twice - outOfOrder, twice, outOfOrder, seconds },
  };
}

const heldBy = (consumer: HrConsumer): Grants =>
  consumer.held().map(({ grant_id: grant, revision, status }) => ({ grant, revision, status }) as Grants[number]);

const PATIENCE_MS = 120_000;
/** Waits for it, though not for ever: what comes after says what is wrong. */
async function reached(check: () => boolean | Promise<boolean>) {
  for (const end = performance.now() + PATIENCE_MS; !(await check()) && performance.now() < end; ) await sleep(200);
}
/** Nothing is on its way any more, as the service says. */
async function settled(service: Service, webhooks: string[]) {
  for (let calm = 0; calm < 3; ) {
    await sleep(100);
    const sending = await Promise.all(webhooks.map((webhook) => service.call('sending', { webhook })));
    const isCalm = sending.every(({ waiting, behind }) => waiting + behind === 0);
    calm = isCalm && (await service.call('backlog', {})) === 0 ? calm + 1 : 0;
  }
}
