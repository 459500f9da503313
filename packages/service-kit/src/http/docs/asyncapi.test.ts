// Who consumes events finds their description and every schema at the installation's own address.
import { type EventDefinition, eventsOf } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counter } from '../../testing/counter.fixture.ts';
import { startTesting, type Testing } from '../../testing/index.ts';

let t: Testing;
beforeAll(async () => {
  t = await startTesting([counter]);
});
afterAll(() => t.stop());
const read = (path: string, headers = {}) => t.call(undefined, 'GET', path, undefined, headers);

test('the description names the address of each event’s schema, which answers there', async () => {
  const { status, body } = await read('/asyncapi.json', { host: 'jiangong.example.cn:8080' });
  expect([status, body.asyncapi]).toEqual([200, '3.0.0']);
  const messages = body.components.messages as Record<string, { externalDocs?: { url: string } }>;
  const definitions = Object.values(eventsOf).flat() as EventDefinition[];
  for (const { type, version } of definitions) {
    const url = messages[type]!.externalDocs!.url;
    expect(url).toBe(`http://jiangong.example.cn:8080/schemas/${type}/${version}`);
    const answer = await read(new URL(url).pathname);
    expect([answer.status, answer.body.$id]).toEqual([200, `urn:jiangong:${type}:${version}`]);
    expect(answer.headers['content-type']).toContain('application/schema+json');
  }
  expect(Object.values(body.channels).map((channel) => (channel as { address: string }).address)).toEqual(
    expect.arrayContaining(['awards.v1', 'awards.grants.v1', 'awards.state.v1']),
  );
});

test('events of earlier versions have their schema, what nobody declared has none', async () => {
  const { status, body } = await read('/schemas/user-registered/1');
  expect([status, body.$id]).toEqual([200, 'urn:jiangong:user-registered:1']);
  const statuses = await Promise.all(
    ['user-registered/3', 'user-registered/0', 'nothing/1', 'asyncapi/1', '..%2Fasyncapi/1', 'user-registered/x'].map(
      async (name) => (await read(`/schemas/${name}`)).status,
    ),
  );
  expect(statuses).toEqual([404, 400, 404, 404, 404, 400]);
});

test('an address that is none is not repeated', async () => {
  const { status, text } = await read('/asyncapi.json', { host: '"><b' });
  expect(status < 500 && !text.includes('"><b')).toBe(true);
});
