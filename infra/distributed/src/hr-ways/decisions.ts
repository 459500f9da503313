// For tests and figures: decisions with their grants, corrected and revoked by the service's own commands, each once however often it is
// said.
import type { startWebhooks } from '@jiangong/awards/hr-fixture';
import {
  awardGranted,
  type Command,
  type CommandRequest,
  type Decided,
  derivedId,
  isRefusal,
  type Recipient,
  requestsOf,
} from '@jiangong/contracts';

const actor = { org: 'union', sub: 'zhao', roles: ['committee' as const], departments: [], units: [] };
const { honour, collective, documentNumber, grantedBy } = awardGranted.example;
type DecisionCommand =
  | Command<'issue', Omit<Decided, 'decision'>>
  | Command<'revoke', { reason: string; returnBy: string }>;
type GrantCommand = Command<'correct', { recipientName: string; reason: string }>;
const decisionCommand = requestsOf<DecisionCommand>('decision');
const grantCommand = requestsOf<GrantCommand>('grant');
/** Awards of one page. */
const PAGE = 500;
/** The code of the honour that all are granted. */
export const HONOUR = honour.code;

export const unitsOf = (decision: string, count: number): Recipient[] =>
  Array.from({ length: count }, (_, n) => ({
    type: 'unit',
    id: derivedId(decision, 'unit', n),
    externalId: `XM-${decision.slice(-4)}-${n}`,
    name: `第${n}项目部`,
  }));

export function decisionsOf(s: Pick<Awaited<ReturnType<typeof startWebhooks>>, 'runtimes' | 'now'>) {
  async function carryOut(request: CommandRequest, cause: string) {
    const context = { cause, actor, now: s.now(), businessDate: '2025-02-05', correlation: cause, causation: cause };
    const result = await s.runtimes[0]!.handle(request, context);
    if (isRefusal(result)) throw new Error(result.refused);
  }
  return {
    async issue({ decision, recipients }: { decision: string; recipients: Recipient[] }) {
      const pages = Math.ceil(recipients.length / PAGE);
      for (let page = 1; page <= pages; page += 1) {
        const awards = recipients.slice((page - 1) * PAGE, page * PAGE).map((recipient) => ({
          ...{ candidate: derivedId(recipient.id, 'candidate'), honour, collective, recipient, joint: false },
        }));
        const document = { number: documentNumber, date: '2025-01-20', signatory: '公司工会委员会', grantedBy };
        const head = { list: derivedId(decision, 'list'), title: '优胜单位', year: 2024, page, pages, document };
        await carryOut(decisionCommand(decision, 'issue', { ...head, awards }), `issue/${decision}/${page}`);
      }
    },
    correct: ({ grant, recipientName }: { grant: string; recipientName: string }) =>
      carryOut(grantCommand(grant, 'correct', { recipientName, reason: '名称有误' }), `correct/${grant}`),
    revoke: ({ decision }: { decision: string }) =>
      carryOut(
        decisionCommand(decision, 'revoke', { reason: '弄虚作假', returnBy: '2025-06-30' }),
        `revoke/${decision}`,
      ),
  };
}
