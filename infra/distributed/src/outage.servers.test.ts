// What Prometheus sees of real outages: a broker, a copy, a database that is away, a token that is refused. Each is still
// answered for in time, and each fires its alerts.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { orMissing, type Server } from '@jiangong/servers';
import { localKafka } from '@jiangong/servers/kafka';
import { localMongo } from '@jiangong/servers/mongo';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluate, hasPromtool, type Outage, type Scrape, scrapeOf } from './promtool.fixture.ts';
import { onServers } from './servers.fixture.ts';
import { type System, startSystem } from './system.ts';

const METRICS_TOKEN = 'token-of-the-outage-tests';
const preload = [import.meta.resolve('../../demo/src/cheap-hashes.fixture.ts')];
const json = { 'content-type': 'application/json' };
const COMMANDS = 8;
/** Within Prometheus' own time-out of 10 s. */
const IN_TIME_MS = 9000;

onServers('figures and alerts in an outage', () => {
  let kafka: Server;
  let mongo: Server;
  let system: System;
  let organiser: Record<string, string>;
  let before: Scrape;
  const outages: Record<string, Outage> = {};

  async function scrape(): Promise<Scrape> {
    const answer = await fetch(`${system.url}/metrics`, {
      headers: { authorization: `Bearer ${METRICS_TOKEN}` },
      signal: AbortSignal.timeout(IN_TIME_MS),
    });
    expect(answer.status).toBe(200);
    return scrapeOf(await answer.text());
  }
  const most = (scraped: Scrape, start: string) =>
    Math.max(...[...scraped].filter(([series]) => series.startsWith(start)).map(([, value]) => value));
  const upOf = (scraped: Scrape) =>
    [...scraped].filter(([series]) => series.startsWith('jiangong_up{')).map(([, value]) => value);
  const reasonsIn = (scraped: Scrape) =>
    [...scraped.keys()].flatMap((series) => /^jiangong_down\{.*reason="([^"]+)"/.exec(series)?.[1] ?? []);
  const pending = 'jiangong_pending_commits{service="competitions"';
  const age = (metric: string) => `jiangong_metric_age_seconds{metric="${metric}"`;
  /** Once it holds, so that what was seen of an outage is all of it. */
  async function scrapedWhen(holds: (scraped: Scrape) => boolean): Promise<Scrape> {
    for (const end = Date.now() + 60_000; ; ) {
      const scraped = await scrape();
      if (holds(scraped)) return scraped;
      if (Date.now() > end) throw new Error([...scraped].map((sample) => sample.join(' ')).join('\n'));
      await sleep(200);
    }
  }
  const isWell = (scraped: Scrape) =>
    most(scraped, 'jiangong_pending_commits{') === 0 && upOf(scraped).join() === '1,1';

  async function post(path: string, body: object, headers: Record<string, string>) {
    return fetch(system.url + path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
  }
  async function signIn(credentials: object) {
    const { token } = (await (await post('/sign-in', credentials, {})).json()) as { token: string };
    return { authorization: `Bearer ${token}` };
  }

  beforeAll(async () => {
    const started = await Promise.all([orMissing(localKafka()), orMissing(localMongo(true))]);
    for (const server of started) if ('missing' in server) throw new Error(server.missing);
    [kafka, mongo] = started as [Server, Server];
    system = await startSystem({
      storeUrl: `${mongo.url}/outage`,
      logUrl: `${kafka.url}/outage`,
      copies: 2,
      consoles: 1,
      services: ['competitions'],
      quiet: true,
      preload,
      settings: { METRICS_TOKEN, LOG_LEVEL: 'warn' },
    });
    const admin = await signIn(system.admin!);
    const organisation = await post('/api/orgs', { code: 'GH', name: '公司工会' }, admin);
    const credentials = { userName: 'organiser', password: 'organiser-password-1' };
    const { id } = (await organisation.json()) as { id: string };
    const user = { ...credentials, name: '组织者', organisation: id, roles: ['organiser'], departments: [], units: [] };
    await post('/api/users', user, admin);
    organiser = await signIn(credentials);
    before = await scrapedWhen(isWell);
  });
  afterAll(async () => {
    const processes = [...(system?.consoles ?? []), ...(system?.copies.get('competitions') ?? [])];
    await Promise.all(processes.map((process) => process.stop('SIGKILL')));
    await Promise.all([kafka?.stop(), mongo?.stop()]);
  });

  test('while the broker is away, pending commits are counted and age, and the lag retains its last value', async () => {
    await kafka.kill();
    for (let n = 0; n < COMMANDS; n += 1) {
      const unit = { code: `U-${n}`, name: `单位${n}`, shortName: `U${n}`, kind: 'branch' };
      expect((await post('/api/units', unit, { ...organiser, 'idempotency-key': randomUUID() })).status).toBe(201);
    }
    const during = await scrapedWhen((scraped) => most(scraped, age('jiangong_consumer_lag')) > 3);
    expect(most(during, pending)).toBe(COMMANDS);
    expect(most(during, 'jiangong_oldest_pending_seconds{service="competitions"')).toBeGreaterThan(0);
    expect([...during.keys()]).toEqual(
      expect.arrayContaining([...before.keys()].filter((name) => name.includes('lag'))),
    );
    expect(upOf(during)).toEqual([1, 1]);
    // Load balancers go on sending: commands succeed. People are shown what is away.
    for (const { url } of [...system.consoles, ...system.copies.get('competitions')!]) {
      expect([url, (await fetch(`${url}/ready`)).status]).toEqual([url, 200]);
      const health = await fetch(`${url}/health`);
      expect([url, health.status, Object.keys(((await health.json()) as { faults: object }).faults)]).toEqual([
        url,
        503,
        expect.arrayContaining(['log']),
      ]);
    }
    outages['a broker is away'] = {
      before,
      during,
      firing: [
        { afterS: 45, alerts: [] },
        { afterS: 180, alerts: ['JiangongPendingCommits', 'JiangongStaleFigures'] },
      ],
    };
    await kafka.again();
    await scrapedWhen((scraped) => isWell(scraped) && most(scraped, age('jiangong_consumer_lag')) < 3);
  });

  test('a database that is away: the answer comes in time, with what was last known', async () => {
    await mongo.kill();
    const during = await scrapedWhen((scraped) => most(scraped, age('jiangong_pending_commits')) > 3);
    expect(most(during, pending)).toBe(0);
    expect(upOf(during)).toEqual([1, 1]);
    outages['a database is away'] = {
      before,
      during,
      firing: [
        { afterS: 60, alerts: [] },
        { afterS: 180, alerts: ['JiangongStaleFigures'] },
      ],
    };
    await mongo.again();
    await scrapedWhen((scraped) => isWell(scraped) && most(scraped, age('jiangong_pending_commits')) < 3);
  });

  test('a copy that starts while broker and database are away waits for them', async () => {
    await system.copies.get('competitions')![0]!.stop();
    await Promise.all([kafka.kill(), mongo.kill()]);
    const restarted = system.restart('competitions', 0);
    await sleep(10_000);
    await Promise.all([kafka.again(), mongo.again()]);
    await restarted;
    expect(system.copies.get('competitions')![0]!.printed()).toMatch(/trying again in 1 s: .*LOG_URL/);
    await scrapedWhen(isWell);
  });

  test('a copy that is dead, and one that refuses the token: each is named, with why', async () => {
    const copies = system.copies.get('competitions')!;
    await copies[0]!.stop('SIGKILL');
    const dead = await scrapedWhen((scraped) => upOf(scraped).join() === '0,1');
    expect(reasonsIn(dead)).toEqual(['unreachable']);
    await system.restart('competitions', 0, undefined, { settings: { METRICS_TOKEN: 'another-token-than-that' } });
    await copies[1]!.stop('SIGKILL');
    const refused = await scrapedWhen((scraped) => reasonsIn(scraped).join() === 'token-refused,unreachable');
    expect(upOf(refused)).toEqual([0, 0]);
    const said = () => /"reason":"token-refused".*does not give its figures/.test(system.consoles[0]!.printed());
    await expect.poll(said).toBe(true);
    outages['a copy is dead'] = {
      before,
      during: dead,
      firing: [
        { afterS: 30, alerts: [] },
        { afterS: 90, alerts: ['JiangongCopyDown'] },
      ],
    };
    outages['no copy gives its figures: one refuses the console’s token, one is dead'] = {
      before,
      during: refused,
      firing: [{ afterS: 90, alerts: ['JiangongCopyDown', 'JiangongServiceDown'] }],
    };
  });

  test('the alerts fire on what was scraped of these outages, and on nothing else', async ({ skip }) => {
    const nothing: Scrape = new Map();
    outages['the single address is away, or refuses the token'] = {
      before,
      during: nothing,
      firing: [
        { afterS: 60, alerts: [] },
        { afterS: 180, alerts: ['JiangongDown'] },
      ],
    };
    outages['no outage'] = { before, during: before, firing: [{ afterS: 600, alerts: [] }] };
    if (!(await hasPromtool())) {
      const text =
        'NOT RUN: alert rules on real outages. 缺少 / missing: promtool (Debian: apt-get install prometheus)';
      if (process.env.REQUIRE_SERVERS === '1') throw new Error(`REQUIRE_SERVERS=1, but ${text}`);
      process.once('exit', () => process.stderr.write(`\n${'!'.repeat(100)}\n!! ${text}\n${'!'.repeat(100)}\n\n`));
      return skip(text);
    }
    expect(Object.keys(outages)).toHaveLength(6);
    await evaluate(outages);
  });
});
