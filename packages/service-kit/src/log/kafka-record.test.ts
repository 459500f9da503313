// Events as records in both modes of CloudEvents' binding for Kafka: our own reader and the official one for JavaScript make the
// same event of either.
import { awardGranted } from '@jiangong/contracts';
import { type Headers, Kafka } from 'cloudevents';
import { expect, test } from 'vitest';
import { eventsOfCommit } from '../relay/envelope.ts';
import type { Commit } from '../store/port.ts';
import { contentOf, eventModes, recordOf } from './kafka-record.ts';
import { kafkaAddress } from './kafka-url.ts';

const commit = {
  ...{ stream: 'grant/g1', version: 3, org: 'union', actor: 'zhao', behalf: 'li', time: '2025-01-20T01:00:00.000Z' },
  ...{ correlation: 'c1', causation: 'c2', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` },
  events: [{ type: awardGranted.type, version: awardGranted.version, data: awardGranted.example }],
};
const [event] = eventsOfCommit('awards', commit as unknown as Commit);

test.for(eventModes)('in %s mode an event is read whole', (mode) => {
  const { key, value, headers } = recordOf(event!, mode);
  expect(key).toBe('grant/g1');
  const message = { value: Buffer.from(value!), headers: headersOf(headers) };
  expect(contentOf(message)).toEqual(JSON.parse(JSON.stringify(event)));
  const read = Kafka.toEvent({ key, value: value!, headers: headers as Headers } as never);
  const { time, data, ...attributes } = event!;
  // A header is a text, whatever the attribute was.
  const sequence = mode === 'binary' ? '3' : 3;
  expect(JSON.parse(JSON.stringify(read))).toMatchObject({ ...attributes, sequence, time, data });
});

test('in binary mode the value is the data alone, and its type is that of the record', () => {
  const { value, headers } = recordOf(event!, 'binary');
  expect(JSON.parse(value!)).toEqual(event!.data);
  expect(headers).toMatchObject({ 'content-type': 'application/json', ce_specversion: '1.0', ce_sequence: '3' });
  expect(headers).not.toHaveProperty('ce_datacontenttype');
});

test('what is no JSON stays a text, and what is no event the value that it is', () => {
  const { headers } = recordOf(event!, 'binary');
  expect(contentOf({ value: Buffer.from('{') })).toBe('{');
  expect(contentOf({ value: Buffer.from('{"a":1}') })).toEqual({ a: 1 });
  expect(contentOf({ value: Buffer.from('{'), headers })).toMatchObject({ type: 'award-granted', data: '{' });
});

test('the mode stands in the address of the log, and no other than these two', () => {
  const modeOf = (query: string) => kafkaAddress(`kafka://host/jiangong${query}`).nounMode;
  expect(['', '?grants=structured', '?tls=true&grants=binary'].map(modeOf)).toEqual([
    'structured',
    'structured',
    'binary',
  ]);
  expect(() => modeOf('?grants=avro')).toThrow('LOG_URL: grants=structured|binary');
});

const headersOf = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]));
