// Whoever watches standings has them at once, then whenever they are others, goes on where it stopped, and is let go.
import { checkId, roundId, type StandingsView } from '@jiangong/contracts';
import { tokenOf } from '@jiangong/service-kit/testing';
import { expect, test } from 'vitest';
import { liveStandings } from './live-routes.ts';
import { accepted, competition, complete, foreigner, launch, organiser, projects, startYear } from './year.fixture.ts';

const path = `/api/standings/${competition}/live?track=projects&period=q1`;
const round = roundId(competition, 'projects', 'q1');

async function* statesOf(url: string, lastId?: string) {
  const headers = {
    authorization: `Bearer ${await tokenOf(organiser)}`,
    ...(lastId ? { 'last-event-id': lastId } : {}),
  };
  const answer = await fetch(url + path, { headers });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const field = (name: string) => lines.find((line) => line.startsWith(name))?.slice(name.length);
      const data = field('data: ');
      if (data) yield { id: field('id: ')!, view: JSON.parse(data) as StandingsView };
    }
  }
}

test('live standings', { timeout: 240_000 }, async () => {
  const year = await startYear();
  const watched = () => year.runtimes.at(-1)!.companion(liveStandings).count();
  for (const each of projects) await year.publish('entry', each.entry, accepted(each));
  await year.publish('competition', competition, launch);
  await year.quiet();
  expect((await year.call(organiser, 'POST', `/rounds/${round}/open`)).status).toBe(202);
  await year.quiet();
  const url = await year.app.listen({ port: 0, host: '127.0.0.1' });
  expect((await year.call(foreigner, 'GET', path)).status).toBe(404);

  for (const unknown of ['track=none', 'track=projects&group=none', 'track=projects&period=none', 'stage=none']) {
    const path = `/api/standings/${competition}/live?${unknown}`;
    expect([unknown, (await year.call(organiser, 'GET', path)).status]).toEqual([unknown, 404]);
  }
  const { computed } = watched();
  expect(computed).toBeLessThan(2);

  const watcher = statesOf(url);
  const before = (await watcher.next()).value!;
  expect(before.view.items.map(({ place }) => place)).toEqual([null, null, null]);
  const other = statesOf(url);
  expect((await other.next()).value).toEqual(before);

  for (const [n, { entry }] of projects.entries()) await complete(year, checkId(entry, 'q1'), [100, 80, 90][n]!);
  expect((await year.call(organiser, 'POST', `/rounds/${round}/close`)).status).toBe(202);
  let after = before;
  while (after.view.state !== 'final') after = (await watcher.next()).value!;
  expect(after.view.items.map(({ code, place }) => [code, place])).toEqual([
    ['U-11', 1],
    ['U-13', 2],
    ['U-12', 3],
  ]);
  expect(after.id).not.toBe(before.id);
  expect(watched()).toMatchObject({ watched: 1, viewers: 2 });
  await other.return(undefined);
  await expect.poll(watched).toMatchObject({ watched: 1, viewers: 1 });

  // Somewhere else, with the id it has: sent again only when there is something new.
  const again = statesOf(url, after.id);
  const next = again.next();
  const silence = new Promise<string>((resolve) => setTimeout(resolve, 2500, 'nothing'));
  expect(await Promise.race([next, silence])).toBe('nothing');

  const ended = Promise.allSettled([next, watcher.next()]);
  await year.stop();
  await ended;
});
