// However a process ends, it says why: one line for people, one record in the log, no stack; and a signal is no fault.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockFolder } from '../sqlite/lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiangong-run-'));
const release = lockFolder(folder, 'now');
const holder = createServer().listen(0, '127.0.0.1');
await once(holder, 'listening');
const { port } = holder.address() as { port: number };
afterAll(() => {
  release();
  holder.close();
  rmSync(folder, { recursive: true });
});

const memory = {
  STORE_URL: 'memory:',
  LOG_URL: 'memory:',
  JWKS_URL: 'http://127.0.0.1:9/',
  HOST: '127.0.0.1',
  PORT: '0',
};
const servers = (host: string) => ({ STORE_URL: `mongodb://u:secret@${host}/x`, LOG_URL: `kafka://u:secret@${host}` });

function began(settings: Record<string, string>, fault = '') {
  const child = spawn(process.execPath, [new URL('../testing/run.fixture.ts', import.meta.url).pathname, fault], {
    env: { PATH: process.env.PATH, ...memory, ...settings },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, out, err }));
  return { child, ended };
}
interface Ended {
  what: string;
  settings?: Record<string, string>;
  fault?: string;
  says: RegExp;
}
const ends: Ended[] = [
  { what: 'a port that is taken', settings: { PORT: String(port) }, says: /端口 \d+ 已被占用.* \/ port \d+ is taken/ },
  { what: 'a host that nobody knows', settings: { HOST: 'nohost.invalid' }, says: /nohost\.invalid/ },
  {
    what: 'servers that nobody knows',
    settings: servers('nohost.invalid:9'),
    says: /LOG_URL at nohost\.invalid:9 .*nohost/,
  },
  {
    what: 'settings that are refused',
    settings: { PORT: '99999', METRICS_TOKEN: 'short' },
    says: /PORT（监听端口.*≤ 65535）; METRICS_TOKEN（.*≥ 16）/,
  },
  {
    what: 'a store without the name of its database',
    settings: { STORE_URL: 'mongodb://u:secret@localhost:27017/' },
    says: /STORE_URL（.*mongodb:\/\/host,host\/<name>/,
  },
  {
    what: 'a folder that somebody else holds',
    settings: { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` },
    says: /正被使用.*is in use \(pid \d+/,
  },
  { what: 'an error in a timer', fault: 'throw', says: /意外错误.*undefined.*\(.*testing\/run\.fixture\.ts:\d+\)/ },
  { what: 'a rejection that nobody handles', fault: 'reject', says: /rejected by nobody/ },
];

test.concurrent.for(ends)('$what: said in one line and one record', async ({ settings = {}, fault, says }) => {
  const { code, out, err } = await began(settings, fault).ended;
  expect([code, err]).toEqual([1, expect.stringMatching(/^建功已停止 \/ Jiangong has stopped: [^\n]+\n$/)]);
  expect(err).toMatch(says);
  const records = out
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
  const fatal = records.filter(({ level }) => level === 60);
  expect(fatal.map(({ msg }) => `建功已停止 / Jiangong has stopped: ${msg}\n`)).toEqual([err]);
  expect(fatal[0].stack).toBeUndefined();
  expect(err + JSON.stringify(fatal)).not.toContain('secret');
});

test('a signal shuts down gracefully, with a log record of its own', async () => {
  const { child, ended } = began({});
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const { code, out, err } = await ended;
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('"signal":"SIGTERM"');
});

test('servers that are away are waited for, and named each time; a signal ends that too', async () => {
  const { child, ended } = began(servers('127.0.0.1:9'));
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  await expect.poll(() => out.match(/trying again in \d+ s: .*LOG_URL at 127\.0\.0\.1:9/g)?.length).toBeGreaterThan(1);
  expect(out).toMatch(/trying again in 1 s[\s\S]*trying again in 2 s/);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, err: '' });
  expect(out).not.toContain('secret');
});

test('a variable that looks like a misspelt setting is named with the setting', async () => {
  const { child, ended } = began({ LOG_LEVL: 'debug', HOME: '/root', SERVICE: 'x' });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const { out } = await ended;
  expect(out.match(/there is no setting [^"]*/g)).toEqual([
    'there is no setting LOG_LEVL; did you mean LOG_LEVEL?',
    'there is no setting SERVICE; did you mean SERVICES?',
  ]);
});
