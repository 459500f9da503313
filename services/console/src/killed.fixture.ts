// For tests: a console in a process of its own over a folder, which dies at a failpoint. Each life reminds new people, and gives
// what the lives before gave once more.
import { startReminding } from './reminding.fixture.ts';

const [folder, url, life, most] = process.argv.slice(2) as [string, string, string, string];
let now = '2024-03-24T09:00:00+08:00';
const env = { STORE_URL: `file:${folder}`, LOG_URL: `file:${folder}`, LOG_LEVEL: 'error', SMTP_URL: url };
const t = await startReminding(() => now, env);
const people = Array.from({ length: Number(most) * (Number(life) + 1) }, (_, n) => n);
for (const n of people) {
  await t.user(n);
  await t.remind(n);
}
while ((await t.digests()).length < people.length) await new Promise((resolve) => setTimeout(resolve, 20));
now = '2024-03-24T09:31:00+08:00';
await t.run();
process.send!((await t.digests()).filter(({ state }) => state === 'settled').length);
await t.running.stop();
process.disconnect!();
