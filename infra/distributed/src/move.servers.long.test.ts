// A year that was played on one machine is the same year on MongoDB and Kafka, and goes on there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readEvent, topics } from '@jiangong/contracts';
import { install, playUnseen, settle } from '@jiangong/demo/fixture';
import { consoleConsumer } from '@jiangong/servers/console-consumer';
import { readConfig } from '@jiangong/service-kit/config';
import { migrate, rebuildLog } from '@jiangong/service-kit/migrate';
import { type Running, start } from '@jiangong/service-kit/start';
import type { Store, StoredRow } from '@jiangong/service-kit/store';
import { expect, test } from 'vitest';
import { manifests, now } from './moving.fixture.ts';
import { freshUrls, onServers, urls } from './servers.fixture.ts';

onServers('moving', () => {
  test('a data folder of the year gives the same digest, without a command; so does a rebuilt log', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiangong-move-'));
    const { storeUrl, logUrl } = freshUrls('move');
    const from = await install({}, { DATA: folder });
    const year = await playUnseen({ url: from.url, admin: from.admin });
    await settle(from.running);
    // Every HR system goes on from the cursor that it holds.
    const numbersOf = (store: Store) => store.numbered({ view: 'hr-feed', org, after: 0, limit: 1000 });
    const awardsOf = ({ runtimes }: Running) => runtimes.find(({ manifest }) => manifest.name === 'awards')!.store;
    const [{ org }] = (await awardsOf(from.running).rows({ view: 'hr-feed', filter: {}, limit: 1 })) as [StoredRow];
    const numbered = await numbersOf(awardsOf(from.running));
    expect(numbered.length).toBeGreaterThan(5);
    const options = { from: folder, storeUrl, logUrl, now, manifests };
    await expect(migrate(options)).rejects.toThrow(/is in use/);
    await from.running.stop();

    const { counts, ...moved } = await migrate(options);
    expect([moved, counts.filter(({ same }) => !same)]).toEqual([{ same: true, before: false }, []]);
    const events = Object.fromEntries(
      manifests.map(({ name }) => [
        name,
        counts.find(({ service, what }) => service === name && what.startsWith('主题'))!.there,
      ]),
    );
    // The year plays everything but a contest.
    expect(Object.keys(events).filter((name) => events[name] === 0)).toEqual(['contests']);
    expect(await migrate(options)).toEqual({ counts, same: true, before: true });

    // A letter that has become another stops a move, as it stops a service.
    const journal = new DatabaseSync(join(folder, 'competitions.db'));
    journal.exec(`UPDATE commits SET body = replace(body, '"status":201', '"status":200') WHERE place = 1`);
    journal.close();
    const elsewhere = freshUrls('damaged');
    await expect(migrate({ ...options, ...elsewhere })).rejects.toThrow(/competitions\.db is damaged/);
    rmSync(folder, { recursive: true });

    async function yearOn(logUrl: string) {
      const settings = { STORE_URL: storeUrl, LOG_URL: logUrl, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'fatal' };
      const there = await start(manifests, readConfig(settings));
      const url = await there.listen();
      const arrived = async () => Object.values(await there.lag()).every((lag) => lag === 0);
      await expect.poll(arrived, { timeout: 60_000 }).toBe(true);
      const commands: string[] = [];
      const watching: typeof fetch = (input, init) => {
        const path = String(input).slice(url.length);
        if (init?.method !== 'GET' && path !== '/sign-in') commands.push(path);
        return fetch(input, init);
      };
      expect(await numbersOf(awardsOf(there))).toEqual(numbered);
      const { digest } = await playUnseen({ url, admin: from.admin, fetch: watching });
      await there.stop();
      return [digest, commands];
    }
    expect(await yearOn(logUrl)).toEqual([year.digest, []]);

    await readBySomebodyElse(`${logUrl.split('/').at(-1)}.${topics.awards}`, events.awards!);

    // A lost log is rebuilt in another namespace, and every consumer reads it without repeating any work.
    const written = await rebuildLog(storeUrl, `${logUrl}-second`);
    expect(written).toEqual(events);
    await expect(rebuildLog(storeUrl, `${logUrl}-second`)).rejects.toThrow(/-second-\d+\.|-second\./);
    expect(await yearOn(`${logUrl}-second`)).toEqual([year.digest, []]);
    expect(await rebuildLog(storeUrl, `${logUrl}-third`)).toEqual(written);
  });
});

/** Who reads the log need not be one of ours: every event in its documented form, headers and value. */
async function readBySomebodyElse(topic: string, events: number) {
  const read = await consoleConsumer(urls.kafka, topic);
  if ('missing' in read) {
    process.stderr.write(`NOT RUN: Kafka's console consumer. ${read.missing}\n`);
    return;
  }
  expect(read.length).toBe(events);
  for (const { headers, key, value } of read) {
    const { data, ...attributes } = readEvent(JSON.parse(value))!;
    expect(data).toBeTypeOf('object');
    expect(key).toBe(attributes.subject);
    const credentials = Object.entries(attributes).map(([name, attribute]) => [`ce_${name}`, String(attribute)]);
    expect(headers).toEqual({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      ...Object.fromEntries(credentials),
    });
  }
  process.stderr.write(`Kafka's console consumer read ${read.length} award events\n`);
}
