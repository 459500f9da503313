// For tests: the service in a process of its own over a folder, connected to a SuccessFactors, which dies at a failpoint. In each life
// it gives the commands of the lives before again, and some more; its clock runs a thousand times as fast, so that schedules pass.

import { webhooks } from '../../views.ts';
import { webhookDispatcher } from '../webhooks/dispatcher.ts';
import { webhookRecords } from '../webhooks/records.ts';
import { startConnector } from './connector.fixture.ts';

const [folder, url, epoch, life, account, commands] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const from = Number(epoch);
const nowMs = () => from + (Date.now() - from) * 1000;
const env = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}`, LOG_LEVEL: 'error' };
const s = await startConnector(env, nowMs);
if (life === '0') await s.connect({ url, account: JSON.parse(account) });
setInterval(() => s.runtimes[0]!.companion(webhookDispatcher).nudge(), 20);
const names = Array.from({ length: 6 * (Number(life) + 1) }, (_, n) => `g${n}`);
await s.know(...names);
for (const name of names) await s.honour(name);
if (commands === 'all') {
  for (const name of names) await s.amend(name, { documentNumber: '更正号' });
  for (const [n, name] of names.entries()) if (n % 3 === 0) await s.revoke(name);
}
/** What is not right yet, as the service itself says. */
process.on('message', async () => {
  const [runtime] = s.runtimes as [(typeof s.runtimes)[number]];
  const [row] = await runtime.read('union').all(webhooks, {});
  const { waiting, failed, behind } = (await runtime.companion(webhookRecords).shown(row!)).sending;
  process.send!({ open: waiting + (failed ?? 0) + behind });
});
process.send!('begun');
