// The thread that reads one file and hands its rows over, a few at a time, each when the last were taken.
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { recordsOf, type Separator, separators } from './csv.ts';
import { decode } from './decode.ts';
import { findHeader } from './header.ts';
import { counted, type Line, limits, tooManyRows, Unfit } from './limits.ts';
import type { Reading, Wanted } from './reading.ts';

const AT_ONCE = 250;
const port = parentPort!;
const { file, wanted } = workerData as { file: Uint8Array; wanted: Wanted };

function readCsv(lines: Line[]): Reading {
  const { text, encoding } = decode(file);
  const scores = (Object.keys(separators) as Separator[]).map((separator) => {
    const first: Line[] = [];
    for (const line of recordsOf(text, separator)) {
      if (line.cells.some((cell) => cell !== '')) first.push(line);
      if (first.length === limits.above) break;
    }
    return [separator, findHeader(first, wanted.headings)?.score ?? 0] as const;
  });
  const [separator] = scores.reduce((best, each) => (each[1] > best[1] ? each : best));
  const take = counted((line) => lines.push(line));
  for (const line of recordsOf(text, separator)) take(line);
  return { format: 'csv', encoding, separator };
}

try {
  const lines: Line[] = [];
  const isZip = file[0] === 0x50 && file[1] === 0x4b;
  const reading = isZip
    ? await (await import('./xlsx.ts')).readXlsx(
        Buffer.from(file.buffer, file.byteOffset, file.byteLength),
        wanted,
        lines,
      )
    : readCsv(lines);
  reading.header ??= findHeader(lines, wanted.headings);
  if (lines.length - 1 - (reading.header?.index ?? 0) > limits.rows) throw tooManyRows();
  for (let start = 0; start < lines.length; start += AT_ONCE) {
    port.postMessage({ lines: lines.slice(start, start + AT_ONCE) });
    await once(port, 'message');
  }
  port.postMessage({ reading });
} catch (error) {
  if (!(error instanceof Unfit)) throw error;
  port.postMessage({ refusal: error.refusal });
}
