// Nothing that the demonstration year puts out holds an identity number, a telephone number or a bank card: journals, events, logs,
// notices, the feed and every export. What was searched is counted, and the search finds what is planted in each.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEngine } from '@jiangong/service-kit/engine';
import { openSqliteStore } from '@jiangong/service-kit/store/sqlite';
import { eventsIn, journalsOf, linesOf, numbersIn, type Output } from '@jiangong/service-kit/testing/privacy';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from './free-port.fixture.ts';
import { here, passwordOf, playUnseen, services } from './year.fixture.ts';

const server = fileURLToPath(new URL('./server.fixture.ts', import.meta.url));
const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'jiangong-compiled') };

/** The kinds of numbers found, each with where. */
const scan = (outputs: readonly Output[]) =>
  outputs.flatMap(({ where, text }) => numbersIn(text).map((kind) => `${where}: ${kind}`));

test('the whole output of the year holds no numbers of persons', { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-privacy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const logFile = join(folder, 'printed.log');
  const printed = openSync(logFile, 'a');
  const env = { ...process.env, ...compiled, ...here, DATA: folder, PORT: `${port}`, LOG_LEVEL: 'debug' };
  const child = spawn(process.execPath, [server], { env, stdio: ['ignore', printed, printed] });
  closeSync(printed);
  const ended = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  const announced = join(folder, 'admin.json');
  await expect.poll(() => existsSync(announced), { timeout: 60_000 }).toBe(true);
  const admin = JSON.parse(readFileSync(announced, 'utf8'));
  const { lines } = await playUnseen({ url, admin });

  const userName = 'yijian.hr';
  const credentials = { userName, password: passwordOf(userName, admin.password) };
  const signedIn = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  async function read(path: string): Promise<string> {
    const answer = await fetch(url + path, { headers });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  }
  const outputs: Record<string, Output[]> = { report: linesOf('the report', lines.join('\n')) };
  const feed: Output[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const text = await read(`/api/hr/feed?limit=200${next && `&cursor=${next}`}`);
    const page = JSON.parse(text) as { items: object[]; next?: string };
    feed.push(...page.items.map((item, n) => ({ where: `feed after ${next || 0}, ${n}`, text: JSON.stringify(item) })));
    next = page.next;
  }
  const notices = JSON.parse(await read('/api/notices?limit=200')).items as { notice: string }[];
  outputs.notices = [];
  for (const { notice } of notices)
    outputs.notices.push({ where: `notice ${notice}`, text: await read(`/api/public/notices/${notice}`) });
  outputs.feed = feed;
  outputs.exports = [];
  for (const target of ['csv', 'oracle', 'workday'])
    outputs.exports.push(...linesOf(target, await read(`/api/hr/exports/${target}`)));
  child.kill('SIGTERM');
  await ended;

  outputs.logs = linesOf('the log', readFileSync(logFile, 'utf8'));
  outputs.journals = [];
  for (const { name } of [...services, { name: 'console' }]) {
    const store = await openSqliteStore(`file:${folder}`, name, []);
    outputs.journals.push(...(await Array.fromAsync(journalsOf([{ manifest: { name }, store }]))));
    await store.close();
  }
  const urls = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` };
  const { log, release } = await openEngine(urls, {
    options: {},
    logger: { warn() {} } as never,
    now: new Date().toISOString(),
  });
  outputs.events = await eventsIn(log);
  await log.close();
  release();

  const counts = Object.fromEntries(Object.entries(outputs).map(([kind, { length }]) => [kind, length]));
  process.stderr.write(`privacy scan: ${JSON.stringify(counts)}\n`);
  for (const [kind, found] of Object.entries(outputs)) {
    expect([kind, found.length > 0]).toEqual([kind, true]);
    expect([kind, scan(found)]).toEqual([kind, []]);
  }
  // The search sees what there is to see, in the form of each output.
  for (const [kind, [first]] of Object.entries(outputs)) {
    const planted = { where: kind, text: first!.text.replace(/[\p{Script=Han}]|"$|$/u, '，13800138000，$&') };
    expect(scan([planted])).toEqual([`${kind}: phone`]);
  }
});
