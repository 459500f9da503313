// For tests: the service in a process of its own over a folder, which dies at a failpoint. In each life it gives the commands of
// the lives before again, and some more; its clock runs a thousand times as fast, so that schedules pass.

import { webhookDispatcher } from './dispatcher.ts';
import { startWebhooks } from './webhooks.fixture.ts';

const [folder, url, epoch, life] = process.argv.slice(2) as [string, string, string, string];
const from = Number(epoch);
const nowMs = () => from + (Date.now() - from) * 1000;
const env = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}`, LOG_LEVEL: 'error' };
const s = await startWebhooks(env, nowMs);
if (life === '0') process.send!({ webhook: await s.register(url) });
setInterval(() => s.runtimes[0]!.companion(webhookDispatcher).nudge(), 20);
const names = Array.from({ length: 6 * (Number(life) + 1) }, (_, n) => `g${n}`);
for (const name of names) await s.grant(name);
for (const name of names) await s.correct(name, '更正后的名称');
for (const name of names) await s.revoke(name);
process.on('message', async (webhook: string) => process.send!(await s.deliveries(webhook)));
process.send!('begun');
