// S5, S16: how soon somebody who watches standings sees a correction while others work, and what idle watchers hold in memory.
import { once } from 'node:events';
import { type ClientRequest, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from './figure.ts';
import { type Installation, memory } from './installation.ts';
import { inParallel, load } from './load.ts';

const OTHERS_PER_SECOND = Number(process.env.WATCHING_OTHERS ?? 2000);
const CORRECTIONS = Number(process.env.WATCHING_CORRECTIONS ?? 100);
const CLIENTS = Number(process.env.WATCHING_CLIENTS ?? 5000);
/** What one person may have open. */
const STREAMS = 20;

interface Watched extends Installation {
  /** The path of the live standings, and a check among them. */
  path: string;
  check: string;
}

/** An open stream; `heard` is called with each event. */
async function opened(url: string, token: string, heard: () => void = () => {}): Promise<ClientRequest> {
  const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
  const stream = get(url, { headers, agent: false });
  const [answer] = await once(stream, 'response');
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`);
  answer.setEncoding('utf8');
  answer.on('data', (text: string) => {
    if (text.includes('data: ')) heard();
  });
  answer.on('error', () => {});
  return stream;
}

/** Milliseconds from the command to the event, while others register units. */
async function delays({ as, url, token, path, check }: Watched): Promise<number[]> {
  let heard = () => {};
  const stream = await opened(`${url}${path}`, token, () => heard());
  await new Promise<void>((resolve) => {
    heard = resolve;
  });
  const took: number[] = [];
  let going = true;
  let drawn = 0;
  const unit = () => ({ kind: 'branch', code: `B-${drawn++}`, name: `第${drawn}支部`, shortName: `支部${drawn}` });
  const others = load(
    OTHERS_PER_SECOND,
    600,
    () => as('POST', '/api/units', unit()),
    () => going,
  );
  for (let n = 0; n < CORRECTIONS; n += 1) {
    const seen = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const sent = performance.now();
    const marks = { technology: { value: n % 2 ? 5.5 : 5 } };
    await as('POST', `/api/checks/${check}/corrections`, { marks, reason: '复核后更正' });
    await seen;
    took.push(performance.now() - sent);
    await sleep(37);
  }
  going = false;
  await others;
  stream.destroy();
  return took.toSorted((a, b) => a - b);
}

/** kB for each idle watcher. */
async function perClient({ child, url, person, path }: Watched): Promise<number> {
  const people = Math.ceil(CLIENTS / STREAMS);
  const tokens: string[] = [];
  await inParallel(4, [...Array(people).keys()], async (n) => {
    tokens.push(await person(`watcher-${n}`, { roles: ['auditor'] }));
  });
  const streams: ClientRequest[] = [];
  const more = async (count: number) => {
    const open = async (n: number) =>
      void streams.push(await opened(`${url}${path}`, tokens[Math.floor(n / STREAMS)]!));
    await inParallel(
      16,
      [...Array(count).keys()].map((n) => streams.length + n),
      open,
    );
    await sleep(10_000);
    return memory(child, 'VmRSS');
  };
  const few = await more(10);
  const all = await more(CLIENTS - 10);
  for (const stream of streams) stream.destroy();
  return ((all - few) * 1024) / (CLIENTS - 10);
}

export async function watching(watched: Watched): Promise<Figure[]> {
  const took = await delays(watched);
  const at = (share: number) => took[Math.floor(took.length * share)]!;
  const about = `${OTHERS_PER_SECOND}/s, ${took.length} corrections`;
  const clients = `10 → ${CLIENTS} idle`;
  const each = await perClient(watched);
  return [
    {
      id: 'S5',
      work: 'command → event of another, median',
      value: at(0.5),
      unit: 'ms',
      gate: 5,
      ambition: 1,
      less: true,
      about,
    },
    { id: 'S5', work: '… 99 of 100', value: at(0.99), unit: 'ms', gate: 40, ambition: 10, less: true, about },
    {
      id: 'S16',
      work: 'memory of a watcher',
      value: each,
      unit: 'kB',
      gate: 20,
      ambition: 8,
      less: true,
      about: clients,
    },
  ];
}
