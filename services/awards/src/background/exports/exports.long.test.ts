// A million grants are exported as csv and xlsx, and 200,000 in every other form, within 200 MB above what the process takes when idle.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { awardGranted, derivedId } from '@jiangong/contracts';
import { startTesting } from '@jiangong/service-kit/testing';
import { expect, onTestFinished, test } from 'vitest';
import { targets } from '../../export-routes.ts';
import { awards } from '../../service.ts';
import { grants } from '../../views.ts';

const GRANTS = 1_000_000;
/** Of forms that are written in lines as csv is: what grew with the file would show in a fifth of it. */
const FEWER = 200_000;
/** The year that has only these. */
const EARLIER = 2023;
const WHOLE = ['csv', 'xlsx'];
const MB = 1024 * 1024;
const PEOPLE = 'people.state.v1';
/** Files of SuccessFactors have persons only. */
const person = { type: 'person' as const, id: derivedId('exports', 'person') };

/** Rows as the view keeps them, written past the service: a million commands would take the test's time. */
async function fill(folder: string) {
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
  const year = `CASE WHEN i <= ${FEWER} THEN ${EARLIER} ELSE ${row.year} END`;
  const grant = "printf('%08x-0000-7000-8000-000000000000', i)";
  sql
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${GRANTS})
       INSERT INTO "view grants" (key, org, mark, body, year, ${others.map((field) => `"${field}"`).join(', ')})
       SELECT ${grant}, 'union', 1, json_set(?, '$.grant', ${grant}, '$.year', ${year}), ${year}, ${fields.map(() => '?').join(', ')} FROM n`,
    )
    .run(JSON.stringify(row), ...fields);
  sql.close();
}

test('a million grants as csv and xlsx, and a fifth of them in every other form, take less than 200 MB above idle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-exports-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await fill(folder);
  const figures: Record<string, { seconds: number; bytes: number; above: number }> = {};
  for (const target of Object.keys(targets)) {
    const child = fork(new URL('./exporting.fixture.ts', import.meta.url), [folder], { stdio: 'inherit' });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [{ url, token }] = (await once(child, 'message')) as [{ url: string; token: string }];
    const memory = async () => {
      child.send('memory');
      const [{ memory }] = (await once(child, 'message')) as [{ memory: { now: number; most: number } }];
      return memory;
    };
    const read = async (query: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${url}/api/hr/exports/${target}${query}`, { headers });
      expect(answer.status).toBe(200);
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
    const isWhole = WHOLE.includes(target);
    const { bytes, lines } = await read(isWhole ? '' : `?year=${EARLIER}`);
    const { most } = await memory();
    figures[target] = {
      seconds: Math.round((performance.now() - began) / 1000),
      bytes,
      above: Math.round((most - idle.now) / MB),
    };
    if (target === 'xlsx') expect(bytes).toBeGreaterThan(GRANTS * 10);
    else expect(lines).toBe((isWhole ? GRANTS : FEWER) + 1);
    console.log(target, figures[target]);
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  expect(Object.values(figures).filter(({ above }) => above > 200)).toEqual([]);
});
