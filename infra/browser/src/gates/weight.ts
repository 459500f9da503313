// What a place weighs and how soon it is seen, with nothing kept and on the slow profile: 1.6 Mbit/s, 150 ms, a quarter of the CPU.
import type { Page } from 'playwright-core';
import { atMost, type Gate } from './gate.ts';
import { office, people, phone, type Stage, shown } from './stage.ts';

const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const PAINTED = `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
  .observe({ type: 'largest-contentful-paint', buffered: true }))`;
const SCRIPTS = `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).map(({ name }) => name)`;

async function kilobytes(page: Page): Promise<number> {
  const sizes = ((await page.evaluate(SCRIPTS)) as string[]).map(async (name) => {
    const { headers } = await fetch(name, { headers: { 'accept-encoding': 'gzip' } });
    return Number(headers.get('content-length')) / 1000;
  });
  return (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
}

async function seen(stage: Stage, userName: string, viewport: typeof phone, place: string) {
  const page = await stage.sit(userName, { viewport });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const painted = async () => {
    await shown(page);
    return Number(await page.evaluate(PAINTED));
  };
  await page.goto(place);
  const cold = await painted();
  const weight = await kilobytes(page);
  await page.reload();
  const warm = await painted();
  await page.context().close();
  return { cold, warm, weight };
}

export async function weightGates(stage: Stage): Promise<Gate[]> {
  const small = await seen(stage, people.checker, phone, '/sheets');
  const large = await seen(stage, people.organiser, office, '/standings');
  return [
    atMost('script of a phone’s place', 85, small.weight, 'kB gz', 'count'),
    atMost('script of an office’s place', 130, large.weight, 'kB gz', 'count'),
    atMost('largest paint on a phone, cold and slow', 1_500, small.cold, 'ms', 'time'),
    atMost('largest paint in an office, cold and slow', 2_000, large.cold, 'ms', 'time'),
    // The document and who is signed in are asked for again: two times 150 ms of it are the profile's.
    atMost('largest paint on a phone, warm and slow', 500, small.warm, 'ms', 'time'),
  ];
}
