// For tests and figures: a folder with many grants, and what exporting them takes in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
// biome-ignore lint/style/noRestrictedImports: only for tests, it writes past the service
import { DatabaseSync } from 'node:sqlite';
import { awardGranted, derivedId } from '@jiangong/contracts';
import { startTesting } from '@jiangong/service-kit/testing';
import { awards } from '../../service.ts';
import { grants } from '../../views.ts';

/** The year that has only the first of them. */
export const EARLIER = 2023;
const MB = 1024 * 1024;
const PEOPLE = 'people.state.v1';
/** Files of SuccessFactors have persons only. */
const person = { type: 'person' as const, id: derivedId('exports', 'person') };

/**
 * Rows as the view keeps them, written past the service: a million commands would take too long.
 * @param earlier how many of them are of {@link EARLIER}
 */
export async function fill(folder: string, count: number, earlier: number) {
  const env = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}` };
  const { runtimes, stop } = await startTesting([awards], { env });
  const known = {
    topic: PEOPLE,
    key: person.id,
    org: 'union',
    revision: 1,
    value: { externalId: 'YG-1', name: '张三' },
  };
  await runtimes[0]!.store.write({ privateRows: [{ table: PEOPLE, key: `union/${person.id}`, body: known }] });
  await stop();
  const sql = new DatabaseSync(join(folder, 'awards.db'));
  const data = { ...awardGranted.example, recipient: person, collective: false };
  const row = grants.apply(undefined, { time: '2025-01-20T01:00:00.000Z', data } as never)!;
  const others = grants.index!.filter((field) => field !== 'year');
  const fields = others.map((field) => row[field as keyof typeof row] as string | number);
  const year = `CASE WHEN i <= ${earlier} THEN ${EARLIER} ELSE ${row.year} END`;
  const grant = "printf('%08x-0000-7000-8000-000000000000', i)";
  sql
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
       INSERT INTO "view grants" (key, org, mark, body, year, ${others.map((field) => `"${field}"`).join(', ')})
       SELECT ${grant}, 'union', 1, json_set(?, '$.grant', ${grant}, '$.year', ${year}), ${year}, ${fields.map(() => '?').join(', ')} FROM n`,
    )
    .run(JSON.stringify(row), ...fields);
  sql.close();
}

/** What an export took. */
export interface Exported {
  seconds: number;
  bytes: number;
  /** Ends of lines: none are counted in a workbook. */
  lines: number;
  /** Megabytes that the process came to hold above what it held when idle. */
  above: number;
}
/** Exports from a folder, by a process that does nothing else. */
export async function exportFrom(folder: string, target: string, query = ''): Promise<Exported> {
  const child = fork(new URL('./exporting.fixture.ts', import.meta.url), [folder], { stdio: 'inherit' });
  try {
    const [{ url, token }] = (await once(child, 'message')) as [{ url: string; token: string }];
    const memory = async () => {
      child.send('memory');
      const [{ memory }] = (await once(child, 'message')) as [{ memory: { now: number; most: number } }];
      return memory;
    };
    const read = async (narrowed: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${url}/api/hr/exports/${target}${narrowed}`, { headers });
      if (answer.status !== 200) throw new Error(`${target}: ${answer.status}`);
      let [bytes, lines] = [0, 0];
      for await (const chunk of answer.body!) {
        bytes += chunk.length;
        if (target !== 'xlsx') for (const byte of chunk) if (byte === 10) lines += 1;
      }
      return { bytes, lines };
    };
    await read('?year=1999');
    const idle = await memory();
    const began = performance.now();
    const { bytes, lines } = await read(query);
    const { most } = await memory();
    const seconds = Math.round((performance.now() - began) / 1000);
    return { seconds, bytes, lines, above: Math.round((most - idle.now) / MB) };
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}
