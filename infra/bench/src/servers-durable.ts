// S15: durable commands on a real MongoDB against the driver's bare insertOne; and how soon another process hears of one.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { competitions } from '@jiangong/competitions';
import { type Command, derivedId, requestsOf } from '@jiangong/contracts';
import { type RuntimeDeps, runtimeOf } from '@jiangong/service-kit/bench';
import type { EventLog } from '@jiangong/service-kit/log';
import { openKafkaLog } from '@jiangong/service-kit/log/kafka';
import { openMongoStore } from '@jiangong/service-kit/store/mongo';
import mongoose from 'mongoose';
import { commitOf, inFlight, now, quantile, ratioOf, say, secondsOf, unit } from './servers-ratio.ts';

const COMMANDS = 1500;
const IN_FLIGHT = 32;
const HEARD = 2000;
const logger = {
  child: () => logger,
  warn() {},
  error: (details: unknown) => say(JSON.stringify(details)),
} as unknown as RuntimeDeps['logger'];

const silence: EventLog = {
  publish: async () => {},
  publishStates: async () => {},
  held: async () => ({ records: Number.POSITIVE_INFINITY, lost: 0 }),
  subscribe: async () => {},
  lag: async () => ({}),
  check: async () => {},
  close: async () => {},
};
const unitCommand = requestsOf<Command<'register', ReturnType<typeof unit>>>('unit');
const actor = { sub: 'bench', org: 'bench', roles: ['organiser' as const], departments: [], units: [] };
async function runtimeOn(storeUrl: string, log: EventLog) {
  const alone = { ...competitions, reactions: [], deadlines: [] };
  const runtime = await runtimeOf(alone, { openStore: openMongoStore, storeUrl, log, logger, now });
  await runtime.begin();
  const register = async () => {
    const { code, ...data } = unit();
    const id = derivedId('bench', code, process.pid);
    const cause = `bench/bench/${id}`;
    const context = { cause, actor, now: now(), businessDate: '2024-01-01', correlation: id, causation: id };
    const done = await runtime.handle(unitCommand(id, 'register', { code, ...data }), context);
    if ('refused' in done || !done.viewed) throw new Error(JSON.stringify(done));
    return id;
  };
  return { runtime, register };
}

/** A command decided, journalled, in its view, marked as published; without publishing and without HTTP. */
export async function durable(mongoUrl: string) {
  const { runtime, register } = await runtimeOn(`${mongoUrl}/bench-durable`, silence);
  const connection = await mongoose.createConnection(mongoUrl, { dbName: 'bench-bare', maxPoolSize: 32 }).asPromise();
  const bare = connection.db!.collection('bare');
  const result = await ratioOf(
    'S15',
    COMMANDS,
    () => secondsOf(() => inFlight(COMMANDS, IN_FLIGHT, register)),
    () =>
      secondsOf(() =>
        inFlight(COMMANDS, IN_FLIGHT, () =>
          bare.insertOne({ ...commitOf() }, { writeConcern: { w: 'majority', j: true } }),
        ),
      ),
  );
  await connection.close();
  await runtime.stop();
  return { ...result, gate: 0.8 };
}

const nanos = () => Number(process.hrtime.bigint() / 1000n) / 1000;

/** From the answer of a command to the moment when a subscriber in another process is handed its event; ms. */
export async function heard(mongoUrl: string, kafkaUrl: string) {
  const url = `${kafkaUrl}/bench-heard`;
  const log = await openKafkaLog(url);
  const { runtime, register } = await runtimeOn(`${mongoUrl}/bench-heard`, log);
  const listener: ChildProcess = fork(new URL('./listener.ts', import.meta.url), [url]);
  const arrived = new Map<string, number>();
  listener.on('message', (message) => {
    const { subject, at } = message as { subject: string; at: number };
    arrived.set(subject, at);
  });
  // Heard of once, it is listening.
  for (let tries = 0; arrived.size === 0; tries += 1) {
    if (tries > 100) throw new Error('the listener hears nothing');
    await register();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const answered = new Map<string, number>();
  const since = performance.now();
  for (let n = 0; n < HEARD; n += 1) {
    answered.set(`unit/${await register()}`, nanos());
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const perSecond = Math.round((HEARD / (performance.now() - since)) * 1000);
  while ([...answered.keys()].some((subject) => !arrived.has(subject)))
    await new Promise((resolve) => setTimeout(resolve, 100));
  const delays = [...answered].map(([subject, at]) => arrived.get(subject)! - at);
  listener.disconnect();
  await once(listener, 'exit');
  await runtime.stop();
  await log.close();
  return { commands: HEARD, perSecond, p50Ms: quantile(delays, 0.5), p99Ms: quantile(delays, 0.99) };
}
