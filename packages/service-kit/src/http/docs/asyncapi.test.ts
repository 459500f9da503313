// Who consumes events finds their description and every schema at the installation's own address.
import { type EventDefinition, eventsOf, grant } from '@jiangong/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { counter } from '../../testing/counter.fixture.ts';
import { startTesting, type Testing } from '../../testing/index.ts';
import { asyncApiPage, type EventsDocument } from './asyncapi-page.ts';

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

test('the page shows every topic and each message once, with its fields, a sample and its schema’s address', async () => {
  const [{ body }, page] = await Promise.all([read('/asyncapi.json'), read('/asyncapi')]);
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  const { channels, components } = body as EventsDocument;
  for (const { address } of Object.values(channels)) expect(page.text).toContain(`<h2 id="${address}">`);
  const ids = [...page.text.matchAll(/<details id="([^"]+)">/g)].map(([, id]) => id!);
  expect([...ids].sort()).toEqual(Object.keys(components.messages).sort());
  for (const id of ids.filter((id) => components.messages[id]!.externalDocs))
    expect(page.text).toMatch(new RegExp(`href="/schemas/${id}/\\d+"`));
  const [granted] = /<details id="award-granted">.*?<\/details>/s.exec(page.text)!;
  for (const field of Object.keys(grant.shape)) expect(granted).toContain(`<code>${field}</code>`);
  expect(granted).toContain('&quot;type&quot;: &quot;award-granted&quot;');
});

test('the page runs no script, has nothing inline and nothing from elsewhere', async () => {
  const { text, headers } = await read('/asyncapi');
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(text).not.toMatch(/<script|<style|<img|<iframe|<[^>]* (?:style|src|on[a-z]+)=/i);
  const style = await read('/asyncapi.css');
  expect([style.status, style.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
});

test('what a description says is text on the page, whatever it says', () => {
  const awkward = '<b>"\'&';
  const message = { payload: { properties: { [awkward]: { type: awkward } } }, examples: [{ payload: awkward }] };
  const page = asyncApiPage({
    info: { title: awkward, version: '1', description: awkward },
    channels: { one: { address: awkward, messages: { [awkward]: {} } } },
    components: { messages: { [awkward]: message } },
  });
  expect(page).not.toContain('<b>');
});
