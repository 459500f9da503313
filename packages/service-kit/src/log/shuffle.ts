// What partitions do in life, for tests: streams interleaved at random, each still in its own order.
import type { LogRecord } from './port.ts';

/** Only the last record of the window keeps the position: going on after any other would lose some. */
export function shuffled(records: LogRecord[], random: () => number): LogRecord[] {
  const lines = new Map<string, LogRecord[]>();
  for (const record of records) lines.set(record.key, [...(lines.get(record.key) ?? []), record]);
  const waiting = [...lines.values()];
  const out: LogRecord[] = [];
  while (waiting.length > 0) {
    const index = Math.floor(random() * waiting.length);
    const line = waiting[index]!;
    const { position: _, ...record } = line.shift()!;
    out.push(record);
    if (line.length === 0) waiting.splice(index, 1);
  }
  const position = records.at(-1)?.position;
  return out.map((record, index) => (index === out.length - 1 && position ? { ...record, position } : record));
}
