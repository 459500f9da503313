// What `pnpm bench hr` measures runs to its end at a tiny size, so that a bench that nobody runs does not rot.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hrSpeed } from './hr-speed.ts';

test('the figures of HR are found for a decision of twelve grants', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-hr-speed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const url = `file:${folder}`;
  const { grants, revokedSeconds, stateLag, ...rates } = await hrSpeed({
    storeUrl: url,
    logUrl: url,
    grants: 12,
    pages: 6,
    page: 5,
  });
  expect(grants).toBe(12);
  expect(Object.entries({ ...rates, ...stateLag }).filter(([, rate]) => !(rate > 0))).toEqual([]);
  expect(Object.keys(revokedSeconds).sort()).toEqual(['csv', 'feed', 'reconciliation', 'state', 'webhook']);
});
