// A million grants are exported as csv and xlsx, and 200,000 in every other form, within 200 MB above what the process takes when idle.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { targets } from '../../export-routes.ts';
import { EARLIER, type Exported, exportFrom, fill } from './measured.fixture.ts';

const GRANTS = 1_000_000;
/** Of forms that are written in lines as csv is: what grew with the file would show in a fifth of it. */
const FEWER = 200_000;
const WHOLE = ['csv', 'xlsx'];

test('a million grants as csv and xlsx, and a fifth of them in every other form, take less than 200 MB above idle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-exports-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await fill(folder, GRANTS, FEWER);
  const figures: Record<string, Exported> = {};
  for (const target of Object.keys(targets)) {
    const isWhole = WHOLE.includes(target);
    const found = await exportFrom(folder, target, isWhole ? '' : `?year=${EARLIER}`);
    figures[target] = found;
    if (target === 'xlsx') expect(found.bytes).toBeGreaterThan(GRANTS * 10);
    else expect(found.lines).toBe((isWhole ? GRANTS : FEWER) + 1);
    console.log(target, found);
  }
  expect(Object.values(figures).filter(({ above }) => above > 200)).toEqual([]);
});
