// One copy of the console that sends digests, in a process of its own; its starter sets the clock, which then runs.
import { startReminding } from '@jiangong/console/reminding-fixture';

const [storeUrl, logUrl, smtpUrl, begin] = process.argv.slice(2) as [string, string, string, string];
let [from, since] = [Date.parse(begin), Date.now()];
process.on('message', (instant: string) => {
  [from, since] = [Date.parse(instant), Date.now()];
});
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
const now = () => new Date(from + Date.now() - since).toISOString();
const env = { STORE_URL: storeUrl, LOG_URL: logUrl, SMTP_URL: smtpUrl, ROBOT_ADDRESSES: '127.0.0.0/8' };
await startReminding(now, env);
process.send!('ready');
