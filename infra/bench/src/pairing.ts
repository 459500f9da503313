/** `pnpm bench pairing`: the pairing engine against its gates and goals (packages/pairing/bench). */
import { pairingRows } from '../../../packages/pairing/bench/rows.ts';
import { print, type Row } from '../../../packages/pairing/bench/table.ts';

export async function pairing({ json }: { json: boolean }): Promise<void> {
  const rows: Row[] = [];
  for await (const row of pairingRows()) {
    rows.push(row);
    if (!json) process.stderr.write(`${row.id} ${row.reached}: ${row.figure}\n`);
  }
  const order = (row: Row) => Number.parseInt(row.id.slice(1), 10);
  print(
    rows.sort((a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1)),
    json,
  );
  if (rows.some((row) => row.reached === 'missed')) process.exitCode = 1;
}
