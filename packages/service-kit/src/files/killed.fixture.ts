// A process that uploads, names and sweeps files over the data of its STORE_URL, each request with a key of its own, until it is killed.
import { derivedId } from '@jiangong/contracts';
import { startTesting } from '../testing/index.ts';
import { filing, jpeg, upload } from './files.fixture.ts';
import { sweepFiles } from './sweep.ts';

const { STORE_URL, LOG_URL } = process.env as Record<string, string>;
const li = { org: 'org-1', sub: 'li', roles: ['organiser' as const] };
const t = await startTesting([filing], { env: { STORE_URL: STORE_URL!, LOG_URL: LOG_URL! } });
const { store, files } = t.runtimes[0]!;

for (let n = 0; n < 2; n += 1) {
  const unit = derivedId('unit', n);
  const key = (name: string) => `${name}-${n}`;
  const content = await jpeg({ width: 40 + n });
  await t.call(li, 'POST', `/api/units/${unit}`, { name: '甲' }, { 'idempotency-key': key('unit') });
  const named = await upload(t, li, '照片.jpg', content, { key: key('named') });
  const left = await upload(t, li, '草稿.jpg', content, { key: key('left') });
  if (named.status !== 201) throw new Error(named.text);
  const body = { files: [named.body.id] };
  const attached = await t.call(li, 'POST', `/api/units/${unit}/attach`, body, { 'idempotency-key': key('attach') });
  if (attached.status !== 200) throw new Error(attached.text);
  process.stdout.write(`${unit} ${named.body.id}\n`);
  // As if thirty days had passed: what is named stays, drafts go; a later process uploads them again.
  if (left.status === 201)
    await sweepFiles({
      store,
      files: files!.content,
      now: () => new Date(Date.now() + 31 * 86_400_000).toISOString(),
      retentionDays: 30,
    });
}
await t.stop();
