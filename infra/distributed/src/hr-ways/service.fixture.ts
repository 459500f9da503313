// For tests: awards in a process of its own that may be killed at any moment; what its parent wants done is done once, however often
// it is said, and every way in which HR systems learn of grants is read as it answers.

import { hr, startWebhooks } from '@jiangong/awards/hr-fixture';
import { decisionsOf } from './decisions.ts';
import { fasterFrom } from './fast-clock.ts';
import type { Answer, Grants, Operations } from './service.ts';

const { STORE_URL, LOG_URL, CLOCK_FROM } = process.env as Record<'STORE_URL' | 'LOG_URL' | 'CLOCK_FROM', string>;
const s = await startWebhooks({ STORE_URL, LOG_URL }, fasterFrom(Number(CLOCK_FROM)));
const [{ store }] = s.runtimes as [(typeof s.runtimes)[number]];

async function read(path: string, body?: object) {
  const answer = await s.call(hr, body ? 'POST' : 'GET', `/api/hr/${path}`, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer;
}
async function paged(path: string): Promise<Grants> {
  const found: Grants = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const { body } = await read(`feed?limit=200${path}${next && `&cursor=${next}`}`);
    found.push(...body.items);
    next = body.next;
  }
  return found;
}

const operations: Operations = {
  ...decisionsOf(s),
  register: async ({ id, url }) => {
    const known = await s.call(hr, 'GET', `/api/hr/webhooks/${id}`);
    if (known.status === 404) await s.register(url, { id });
  },
  secret: async ({ webhook }) => {
    const { status, body } = await s.act(webhook, 'secret', {});
    if (status === 200) return body.secret;
    // Shown to a life that was killed before it could pass it on.
    await s.act(webhook, 'rotate');
    return (await s.act(webhook, 'secret', {})).body.secret;
  },
  sending: async ({ webhook }) => (await s.read(webhook)).sending,
  backlog: async () => (await store.backlog()).count,
  feed: () => paged(''),
  state: () => paged('&view=state'),
  file: async ({ target }) => (await read(`exports/${target}`)).text,
  reconcile: async ({ rows }) => (await read('reconciliations', { rows })).body,
};

process.on('message', async ({ id, what, data }: { id: number; what: keyof Operations; data: never }) => {
  let answer: Answer;
  try {
    answer = { id, result: (await operations[what](data)) ?? null };
  } catch (error) {
    answer = { id, failed: String(error) };
  }
  process.send!(answer);
});
process.once('disconnect', () => process.exit());
process.send!('ready');
