// Parked keys: an event that cannot be applied waits with every later one of its key, in order, until an operator
// redrives them; nothing else waits.
import type { LogRecord } from '../log/port.ts';
import type { PrivateRow, Store } from '../store/port.ts';

const TABLE = 'parked';
/** The reason of a row that did not fail itself. */
export const WAITS = 'waits behind an earlier event of its key';

export interface ParkedRow {
  record: Pick<LogRecord, 'topic' | 'key' | 'value'>;
  /** Place in the key's line: the event's own sequence, so that copies which park the same event write the same row. */
  place: number;
  reason: string;
  at: string;
  /** An operator wants it tried again. */
  redrive: boolean;
}

export interface Parking {
  /** Learns which keys are parked, by whichever copy of the service. */
  load(): Promise<void>;
  isParked(key: string): boolean;
  /** The private row that parks a record behind the others of its key; undefined if that very event is there already. */
  park(record: LogRecord, reason: string, at: string): Promise<PrivateRow | undefined>;
  line(key: string): Promise<ParkedRow[]>;
  all(): Promise<ParkedRow[]>;
  /** Asks for a key, or every key, to be tried again. @returns how many keys were flagged */
  redrive(key?: string): Promise<number>;
  /**
   * Keys that wait for their redrive, or whose first row only waited behind others: another copy of the service has
   * applied those, so nothing holds it up.
   */
  flagged(): Promise<string[]>;
  privateRowOf(row: ParkedRow, body: ParkedRow | undefined): PrivateRow;
  unpark(key: string): void;
}

/** What cannot even be read has no sequence; it keeps the place in which it came. */
const placeOf = (value: unknown, last: number) => {
  const { sequence } = (value ?? {}) as { sequence?: unknown };
  return Number.isSafeInteger(sequence) ? (sequence as number) : last + 1;
};

export function parkingOf(store: Store): Parking {
  const keys = new Set<string>();
  const keyOf = (row: Pick<ParkedRow, 'record' | 'place'>) =>
    `${row.record.key}#${String(row.place).padStart(12, '0')}`;
  const rowsOf = async (prefix?: string) =>
    (await store.privateRows(TABLE, prefix)).map(({ body }) => body as ParkedRow);
  const privateRowOf = (row: ParkedRow, body: ParkedRow | undefined): PrivateRow => ({
    table: TABLE,
    key: keyOf(row),
    body,
  });
  const parking: Parking = {
    async load() {
      // Only adds: a key that another copy has drained parks one event more, which then drains by itself.
      for (const { record } of await rowsOf()) keys.add(record.key);
    },
    isParked: (key) => keys.has(key),
    async park({ topic, key, value }, reason, at) {
      keys.add(key);
      const line = await parking.line(key);
      const place = placeOf(value, line.at(-1)?.place ?? 0);
      if (line.some((row) => row.place === place)) return undefined;
      const row = { record: { topic, key, value }, place, reason, at, redrive: false };
      return privateRowOf(row, row);
    },
    line: (key) => rowsOf(`${key}#`),
    all: () => rowsOf(),
    async redrive(key) {
      const rows = key === undefined ? await rowsOf() : await parking.line(key);
      const first = rows.filter((row, index) => rows[index - 1]?.record.key !== row.record.key);
      await store.write({ privateRows: first.map((row) => privateRowOf(row, { ...row, redrive: true })) });
      return first.length;
    },
    async flagged() {
      if (keys.size === 0) return [];
      const rows = await rowsOf();
      const isFirst = (index: number) => rows[index - 1]?.record.key !== rows[index]!.record.key;
      const due = rows.filter((row, index) => row.redrive || (row.reason === WAITS && isFirst(index)));
      return [...new Set(due.map(({ record }) => record.key))];
    },
    privateRowOf,
    unpark: (key) => keys.delete(key),
  };
  return parking;
}
