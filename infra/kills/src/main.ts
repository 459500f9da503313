// `pnpm test:kills --engine embedded|servers --kills N --seed S [--json]`: kills the product while clients work, and counts
// what was lost. The last line of stdout is the figures as JSON; all other output goes to stderr. See docs/promise.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Installation } from './installation.ts';
import type { Round } from './round.ts';

const usage =
  '用法 / usage: pnpm test:kills --engine embedded|servers --kills <1–5000> --seed <整数 integer> [--sets] [--json] [--keep]\n' +
  '  --sets: 三台 Kafka、三成员 MongoDB / three brokers and a MongoDB of three members (servers)';
const engines = {
  embedded: () => import('./embedded.ts').then((engine) => engine.embedded()),
  servers: async (sets) => {
    const [engine, ground] = [await import('./servers.ts'), await import('./ground.ts')];
    return engine.servers(sets ? ground.inThrees : ground.alone);
  },
} as Record<string, ((sets: boolean) => Promise<Installation>) | undefined>;

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        engine: { type: 'string', default: 'embedded' },
        kills: { type: 'string', default: '25' },
        seed: { type: 'string', default: '1' },
        sets: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
      },
    });
    const open = Object.hasOwn(engines, values.engine) ? engines[values.engine] : undefined;
    const [kills, seed] = [Number(values.kills), Number(values.seed)];
    if (!open) throw new Error(`--engine ${values.engine}?`);
    if (values.sets && values.engine !== 'servers') throw new Error('--sets: --engine servers');
    if (!Number.isInteger(kills) || kills < 1 || kills > 5000) throw new Error(`--kills ${values.kills}?`);
    if (!Number.isInteger(seed)) throw new Error(`--seed ${values.seed}?`);
    return { ...values, open, kills, seed };
  } catch (error) {
    process.stderr.write(`参数有误 / faulty arguments: ${(error as Error).message}\n${usage}\n`);
    process.exit(2);
  }
}

const { open, engine, kills, seed, sets, json, keep } = readArguments();
const { round } = await import('./round.ts');
const since = performance.now();
const seconds = () => `${((performance.now() - since) / 1000).toFixed(0)} s`;
const say = (text: string) => process.stderr.write(`${seconds().padStart(6)}  ${text}\n`);

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => ending.abort(new Error(`ended by ${signal}`)));

const installation = await open(sets).catch((error: Error) => {
  process.stderr.write(`未能启动 / could not be started: ${error.message}\n`);
  process.exit(1);
});
let ended: Round | undefined;
try {
  say(`${engine}, ${kills} kills, seed ${seed}: up`);
  ended = await round(installation, { kills, seed, say, signal: ending.signal });
} catch (error) {
  const { message, stack } = (ending.signal.aborted ? ending.signal.reason : error) as Error;
  process.stderr.write(`${ending.signal.aborted ? message : stack}\n`);
  process.exitCode = 1;
} finally {
  const keeps = keep || (!ending.signal.aborted && !ended?.clean);
  if (ended && keeps) tellFaults(ended);
  await installation.close(keeps);
  if (keeps) process.stderr.write(`证据保留于 / the evidence is kept in ${installation.place}\n`);
}
if (ended) {
  if (!ended.clean) process.exitCode = 1;
  report(ended);
}

function report({ suffered, verdict, acknowledged, repeated, chains }: Round) {
  const { lost, twice, gaps, viewsWrong, ...more } = verdict;
  const places = Object.entries(suffered.at).sort(([a], [b]) => a.localeCompare(b));
  say(`at named places: ${places.map(([name, count]) => `${name} ${count}`).join(', ') || 'none'}`);
  say(
    `while starting ${suffered.starting}; frozen ${suffered.frozen}; chains ${chains.whole} of ${chains.begun}; repeated after success ${repeated}`,
  );
  for (const [name, findings] of Object.entries(more)) say(`${name}: ${findings.length} wrong`);
  const figures = {
    kills: suffered.kills,
    brokerKills: suffered.broker,
    mongodKills: suffered.mongod,
    cuts: suffered.cut,
    acknowledged,
    lost: lost.length,
    twice: twice.length,
    gaps: gaps.length,
    viewsWrong: viewsWrong.length,
  };
  if (!json) for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(14)} ${value}`);
  console.log(JSON.stringify(figures));
}

function tellFaults({ verdict, surprises, evidence }: Round) {
  const plain = (_: string, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value);
  if (engine === 'servers') writeFileSync(join(installation.place, 'evidence.json'), JSON.stringify(evidence, plain));
  const findings = Object.entries({ ...verdict, surprises });
  const lines = findings.flatMap(([name, found]) => found.map((text) => `${name}: ${text}`));
  const file = join(installation.place, 'findings.txt');
  writeFileSync(file, `${lines.join('\n')}\n`);
  for (const line of lines.slice(0, 20)) process.stderr.write(`${line.slice(0, 600)}\n`);
  process.stderr.write(`${lines.length} in ${file}\n`);
}
