// What a browser does while nobody touches it, and how soon others see what was done.
import type { BrowserContext, Page } from 'playwright-core';
import { atMost, type Gate, percentile } from './gate.ts';
import { ask, people, phone, type Stage, shown } from './stage.ts';

const MINUTE_MS = 60_000;
const TURN_MS = 15_000;
const TABS = 8;

/** Requests of one idle minute, by a clock that is moved. */
async function idle(stage: Stage, place: string): Promise<number> {
  const page = await stage.sit(people.organiser);
  await page.clock.install();
  await page.goto(place);
  await shown(page);
  await page.clock.runFor(10_000);
  let requests = 0;
  page.on('request', () => {
    requests += 1;
  });
  await page.clock.runFor(MINUTE_MS);
  await page.context().close();
  return requests;
}

/** Streams of a browser that are open. */
function streamsOf(context: BrowserContext): Set<unknown> {
  const open = new Set<unknown>();
  context.on('request', (request) => request.url().includes('/live?') && open.add(request));
  const ended = (request: unknown) => void open.delete(request);
  context.on('requestfinished', ended).on('requestfailed', ended);
  return open;
}
async function tabs(stage: Stage): Promise<number> {
  const first = await stage.sit(people.organiser);
  const context = first.context();
  const open = streamsOf(context);
  const all = [first];
  while (all.length < TABS) all.push(await context.newPage());
  for (const page of all) {
    await page.goto('/standings');
    await shown(page);
  }
  // Whoever began at the same time as another has given way after two beats.
  await first.waitForTimeout(7_000);
  const figure = open.size === 0 ? Number.POSITIVE_INFINITY : open.size;
  await context.close();
  return figure;
}

interface Explained {
  entrant: { name: string };
  criteria: { criterion: string; mark?: { value?: number } }[];
}
interface Placed {
  result: string;
  name: string;
  score: number | null;
}
/** From the answer to a correction until another browser has painted its score. */
async function elsewhere(stage: Stage, times: number): Promise<number[]> {
  const organiser = await stage.sit(people.organiser);
  await organiser.goto('/standings?period=q3');
  const other = await stage.sit(people.entrant);
  await other.goto('/standings?period=q3');
  await Promise.all([shown(organiser), shown(other)]);
  await other.waitForTimeout(7_000);
  const { items } = await ask<{ items: { competition: string }[] }>(
    organiser,
    'GET',
    '/competitions?state=launched&limit=1',
  );
  const { items: placed } = await ask<{ items: Placed[] }>(
    organiser,
    'GET',
    `/standings/${items[0]!.competition}?period=q3`,
  );
  const durations: number[] = [];
  for (const { result, name } of placed.slice(0, times)) {
    const { criteria } = await ask<Explained>(organiser, 'GET', `/explanations/${result}`);
    const line = criteria.find(({ mark }) => typeof mark?.value === 'number' && mark.value > 1);
    if (!line) continue;
    const row = other.locator('tr', { has: other.getByRole('rowheader', { name, exact: true }) });
    const before = await row.textContent();
    const begun = performance.now();
    const marks = { [line.criterion]: { value: line.mark!.value! - 1 } };
    await ask(organiser, 'POST', `/checks/${result}/corrections`, { reason: '复核后更正', marks });
    while ((await row.textContent()) === before && performance.now() - begun < 20_000) await other.waitForTimeout(20);
    durations.push(performance.now() - begun);
  }
  await Promise.all([organiser.context().close(), other.context().close()]);
  return durations.length > 0 ? durations : [Number.POSITIVE_INFINITY];
}

const TAP = `new Promise((resolve) => {
  const rates = [...document.querySelectorAll('button.rate')].filter((each) => !each.disabled);
  const begun = performance.now();
  new MutationObserver((_, observer) => { observer.disconnect(); requestAnimationFrame(() => resolve(performance.now() - begun)); })
    .observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true, attributes: true });
  rates[0].click();
})`;
async function taps(stage: Stage, times: number): Promise<number[]> {
  const page = await stage.sit(people.checker, { viewport: phone });
  await page.goto('/sheets');
  await page.locator('.rows a').first().click();
  await page.locator('.sheet-foot').waitFor();
  const durations: number[] = [];
  while (durations.length < times) durations.push(Number(await page.evaluate(TAP)));
  await page.context().close();
  return durations;
}

/** Bytes that a wall keeps more after eight hours, from its turns once it is warm. */
async function memory(stage: Stage, turns: number): Promise<number> {
  const page: Page = await stage.sit(people.organiser, { viewport: { width: 1920, height: 1080 } });
  await page.clock.install();
  await page.goto('/wall');
  await shown(page);
  const session = await page.context().newCDPSession(page);
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const pass = async (count: number) => {
    for (let turn = 0; turn < count; turn += 1) {
      await page.clock.runFor(TURN_MS);
      await page.waitForTimeout(10);
    }
  };
  await pass(turns);
  const before = await used();
  await pass(turns);
  const growth = ((await used()) - before) / turns;
  await page.context().close();
  return Math.max(0, (growth * (8 * 60 * MINUTE_MS)) / TURN_MS / 1e6);
}

export async function liveGates(stage: Stage, isFull: boolean): Promise<Gate[]> {
  const places = ['/', '/rounds', '/standings', '/wall'];
  const requests: number[] = [];
  for (const place of places) requests.push(await idle(stage, place));
  const wild = places.map((place, at) => `${place}: ${requests[at]}`).filter((_, at) => requests[at]! > 2);
  return [
    { ...atMost('requests of an idle minute', 2, Math.max(...requests), 'requests', 'count'), found: wild },
    atMost(`streams of ${TABS} tabs`, 1, await tabs(stage), 'connections', 'count'),
    atMost(
      'command to painted elsewhere, p95',
      1_500,
      percentile(await elsewhere(stage, isFull ? 10 : 3), 0.95),
      'ms',
      'time',
    ),
    atMost('tap to painted, p95', 100, percentile(await taps(stage, isFull ? 50 : 20), 0.95), 'ms', 'time'),
    atMost('memory a wall gains in 8 hours', 20, await memory(stage, isFull ? 240 : 40), 'MB', 'count'),
  ];
}
