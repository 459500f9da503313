// An event as a Kafka record: key = its stream, value = CloudEvents' structured JSON, and the same attributes once more
// as `ce_` headers, for those who route without reading the value; in binary mode the value is the data alone. A state has the
// headers `state_org` and `state_revision`; without a value it is a tombstone.
import type { CloudEvent, StateRecord } from '@jiangong/contracts';

export const CONTENT_TYPE = 'application/cloudevents+json; charset=utf-8';
/** Size counts per partition and batch; brokers refuse more than 1 MB by default. */
export const SEND_LIMIT = 512 * 1024;

/** How CloudEvents' binding for Kafka puts an event into a record. */
export type EventMode = (typeof eventModes)[number];
export const eventModes = ['structured', 'binary'] as const;

export interface RecordToSend {
  key: string;
  value: string | null;
  headers: Record<string, string>;
}

/**
 * An event as a Kafka record: its stream is the key, its attributes are headers too.
 * @example
 * ```ts
 * import type { CloudEvent } from '@jiangong/contracts';
 * const event = { type: 'unit-registered', subject: 'unit/u1', data: {} } as unknown as CloudEvent;
 * recordOf(event).headers.ce_subject; // → 'unit/u1'
 * ```
 */
export function recordOf(event: CloudEvent, mode: EventMode = 'structured'): RecordToSend {
  const { data, ...attributes } = event;
  const { datacontenttype, ...rest } = attributes;
  const isBinary = mode === 'binary';
  const headers: Record<string, string> = { 'content-type': isBinary ? datacontenttype : CONTENT_TYPE };
  for (const [name, value] of Object.entries(isBinary ? rest : attributes))
    if (value !== undefined) headers[`ce_${name}`] = String(value);
  return { key: event.subject, value: JSON.stringify(isBinary ? data : event), headers };
}

export function stateRecordOf({ key, org, revision, value }: StateRecord): RecordToSend {
  const headers = { state_org: org, state_revision: String(revision) };
  return { key, value: value === undefined ? null : JSON.stringify(value), headers };
}
/** The state that a record of a state topic carries. */
export function stateIn(topic: string, message: Message): StateRecord {
  const { key, value, headers } = message;
  const header = (name: string) => String(headers?.[name] ?? '');
  const [org, revision] = [header('state_org'), Number(header('state_revision'))];
  const state = { topic, key: key?.toString() ?? '', org, revision };
  return value ? { ...state, value: jsonOf(value) as NonNullable<StateRecord['value']> } : state;
}
interface Message {
  key: Buffer | string | null;
  value: Buffer | string | null;
  headers?: Record<string, unknown>;
}

/**
 * What a record carries, in whichever mode it was written; its text if that is no JSON, since reading it is the subscriber's
 * business.
 */
export function contentOf({ value, headers }: Pick<Message, 'value' | 'headers'>): unknown {
  const content = jsonOf(value);
  const type = String(headers?.['content-type'] ?? '');
  if (headers?.ce_id === undefined || !type.startsWith('application/json')) return content;
  const attributes = Object.entries(headers).flatMap(([name, text]) =>
    name.startsWith('ce_') ? [[name.slice('ce_'.length), String(text)]] : [],
  );
  const event = Object.fromEntries(attributes);
  return { ...event, datacontenttype: type, sequence: Number(event.sequence), data: content };
}
function jsonOf(value: Message['value']): unknown {
  const text = value?.toString() ?? '';
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Cuts records, in their order, into sends of at most {@link SEND_LIMIT} bytes. */
export function sendsOf(records: RecordToSend[]): RecordToSend[][] {
  const sends: RecordToSend[][] = [];
  let room = 0;
  for (const record of records) {
    const size = Buffer.byteLength(record.value ?? '') + 1024;
    if (size > room || sends.length === 0) {
      sends.push([]);
      room = SEND_LIMIT;
    }
    sends.at(-1)!.push(record);
    room -= size;
  }
  return sends;
}

/** One at a time, in the order of the calls. */
export function inLine(): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = tail.then(work, work);
    tail = result.catch(() => {});
    return result;
  };
}
