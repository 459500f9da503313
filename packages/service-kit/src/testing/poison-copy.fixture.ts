// One copy of the counter service in a process of its own, which carries out the requests it is sent.
import { flushCompileCache } from 'node:module';
import { counter, planted } from './counter.fixture.ts';
import { startTesting, type Testing } from './index.ts';

export type Request = Parameters<Testing['call']>;
export type Answered = Pick<Awaited<ReturnType<Testing['call']>>, 'status' | 'body'> & { number: number };

const { STORE_URL, LOG_URL, MENDED } = process.env as Record<string, string>;
planted.bug = MENDED === '';
const running = await startTesting([counter], { env: { STORE_URL: STORE_URL!, LOG_URL: LOG_URL! } });
process.on('message', async ({ number, request }: { number: number; request: Request }) => {
  const { status, body } = await running.call(...request);
  process.send!({ number, status, body } satisfies Answered);
});
process.on('disconnect', () => process.exit());
// It is killed, and never ends by itself: those after it find its modules compiled.
flushCompileCache();
process.send!('ready');
