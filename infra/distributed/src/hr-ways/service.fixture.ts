// For tests: awards in a process of its own that may be killed at any moment; what its parent wants done is done once, however often
// it is said, and every way in which HR systems learn of grants is read as it answers.

import { hr, startWebhooks } from '@jiangong/awards/hr-fixture';
import { awardGranted, type Command, type Decided, derivedId, isRefusal, requestsOf } from '@jiangong/contracts';
import { fasterFrom } from './fast-clock.ts';
import type { Answer, Grants, Operations } from './service.ts';

const { STORE_URL, LOG_URL, CLOCK_FROM } = process.env as Record<'STORE_URL' | 'LOG_URL' | 'CLOCK_FROM', string>;
const s = await startWebhooks({ STORE_URL, LOG_URL }, fasterFrom(Number(CLOCK_FROM)));
const [{ handle, store }] = s.runtimes as [(typeof s.runtimes)[number]];
const actor = { org: 'union', sub: 'zhao', roles: ['committee' as const], departments: [], units: [] };
const { honour, collective, documentNumber, grantedBy } = awardGranted.example;
type DecisionCommand =
  | Command<'issue', Omit<Decided, 'decision'>>
  | Command<'revoke', { reason: string; returnBy: string }>;
type GrantCommand = Command<'correct', { recipientName: string; reason: string }>;
const decisionCommand = requestsOf<DecisionCommand>('decision');
const grantCommand = requestsOf<GrantCommand>('grant');

async function carryOut(request: Parameters<typeof handle>[0], cause: string) {
  const context = { cause, actor, now: s.now(), businessDate: '2025-02-05', correlation: cause, causation: cause };
  const result = await handle(request, context);
  if (isRefusal(result)) throw new Error(result.refused);
}
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
  issue: ({ decision, recipients }) =>
    carryOut(
      decisionCommand(decision, 'issue', {
        ...{ list: derivedId(decision, 'list'), title: '优胜单位', year: 2024, page: 1, pages: 1 },
        document: { number: documentNumber, date: '2025-01-20', signatory: '公司工会委员会', grantedBy },
        awards: recipients.map((recipient) => ({
          ...{ candidate: derivedId(recipient.id, 'candidate'), honour, collective, recipient, joint: false },
        })),
      }),
      `issue/${decision}`,
    ),
  correct: ({ grant, recipientName }) =>
    carryOut(grantCommand(grant, 'correct', { recipientName, reason: '名称有误' }), `correct/${grant}`),
  revoke: ({ decision }) =>
    carryOut(decisionCommand(decision, 'revoke', { reason: '弄虚作假', returnBy: '2025-06-30' }), `revoke/${decision}`),
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
