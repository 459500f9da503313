// `pnpm bench doors`: what strangers and mistakes cost a process: closed live streams, hostile files, guessed passwords.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { install, memory, timed } from './installation.ts';

const STREAMS = 600;
const AT_ONCE = 4;
const REST_MS = 10_000;
/** MB of heap, as on a small machine. */
const HEAP = 220;
const GUESSING_MS = 60_000;
const studio = (code: string) => ({
  ...{ code, name: `工作室${code}`, leader: 'P-1', employer: '公司', district: '东城区', level: 'district' },
  ...{ trade: '焊接', offers: [], seeks: [], capacity: 1 },
});

/** Seconds of CPU that the process has used. */
function cpu(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
/** The share of a core that a process uses which nobody asks anything. */
async function idle(pid: number): Promise<number> {
  const before = cpu(pid);
  await sleep(REST_MS);
  return Number(((cpu(pid) - before) / (REST_MS / 1000)).toFixed(3));
}

/** Opened, answered, closed by the client. */
const opened = (url: string, authorization: string) =>
  new Promise<number>((resolve, reject) => {
    const outgoing = get(url, { headers: { authorization, accept: 'text/event-stream' }, agent: false }, (answer) => {
      answer.once('data', () => outgoing.destroy());
      answer.once('close', () => resolve(answer.statusCode!));
      if (answer.statusCode !== 200) answer.resume();
    });
    outgoing.on('error', (error) => (outgoing.destroyed ? resolve(200) : reject(error)));
  });

async function closedStreams() {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-doors-'));
  const { child, as, url, token } = await install(folder);
  try {
    const studios = await Promise.all(
      ['A', 'B'].map(async (code) => {
        const { id } = (await as('POST', '/api/studios', studio(code))).body;
        await as('POST', `/api/studios/${id}/recognise`);
        return id;
      }),
    );
    const { id } = (await as('POST', '/api/pairings', { mode: 'best', studios })).body;
    await sleep(2000);
    const before = await idle(child.pid!);
    const statuses = new Set<number>();
    for (let n = 0; n < STREAMS; n += AT_ONCE) {
      const address = `${url}/api/pairings/${id}/events`;
      const all = await Promise.all(Array.from({ length: AT_ONCE }, () => opened(address, `Bearer ${token}`)));
      for (const status of all) statuses.add(status);
    }
    await sleep(1000);
    return { streams: STREAMS, statuses: [...statuses], idleBefore: before, idleAfter: await idle(child.pid!) };
  } finally {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function hostileFiles() {
  const csv = `编码,名称,简称,类别\n${'a\n'.repeat(500_000)}`;
  const corner = new URL('../../../services/all-in-one/src/imports/files/x-far-cell.xlsx', import.meta.url);
  const files: [string, string | Buffer, string][] = [
    ['csv of 1 MB', csv, 'text/csv'],
    [
      'xlsx with a far corner',
      readFileSync(corner),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
  ];
  const results = [];
  for (const [name, body, type] of files) {
    const folder = mkdtempSync(join(tmpdir(), 'jiangong-doors-'));
    const { child, url, token } = await install(folder, undefined, { NODE_OPTIONS: `--max-old-space-size=${HEAP}` });
    const before = memory(child, 'VmHWM');
    let answer = '';
    let status = 0;
    const seconds = await timed(async () => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': type };
      const got = await fetch(`${url}/api/units/import`, { method: 'POST', headers, body });
      status = got.status;
      answer = await got.text();
    });
    const grown = memory(child, 'VmHWM') - before;
    results.push({ name, status, seconds: Number(seconds.toFixed(2)), grownMB: grown, answerBytes: answer.length });
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

/** Wrong passwords that one address can try in a minute, at as many accounts as it likes. */
async function guesses() {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-doors-'));
  const { child, url } = await install(folder);
  let tried = 0;
  let refused = 0;
  for (const end = performance.now() + GUESSING_MS; performance.now() < end; ) {
    const body = JSON.stringify({ userName: `user-${tried + refused}`, password: 'wrong' });
    const headers = { 'content-type': 'application/json' };
    const { status } = await fetch(`${url}/sign-in`, { method: 'POST', headers, body });
    if (status === 401) tried += 1;
    else refused += 1;
    await sleep(20);
  }
  child.kill();
  rmSync(folder, { recursive: true, force: true });
  return { triedInAMinute: tried, refused };
}

export async function doors({ json }: { json: boolean }) {
  const result = { closed: await closedStreams(), files: await hostileFiles(), guesses: await guesses() };
  console.log(JSON.stringify(result, null, json ? 0 : 2));
}
