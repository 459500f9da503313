// Routes for many at once: studios recognised, proposals decided, alliances founded.
import {
  decideProposals,
  foundAlliances,
  id,
  isRefusal,
  type proposalDecision,
  recogniseStudios,
  refuse,
} from '@jiangong/contracts';
import { type BulkRow, bulk } from '@jiangong/service-kit';
import { z } from 'zod';
import { sinceFault } from './alliance-dates.ts';
import { completedRun } from './background/pairing-borders.ts';
import { pairingOrderOf } from './background/pairing-input.ts';
import { foundedAlready, foundingOf, groupsOf, isLive } from './founding.ts';
import { pageOf, pairingCommand } from './pairing.ts';
import { allProposals, type FoundProposal, withAlliances } from './pairing-reading.ts';
import { studioCommand } from './studio.ts';

const byId = z.object({ id });

/** One command a page, so that however many are decided, no commit grows beyond what a store takes. */
function rowsOf(
  pairing: string,
  all: readonly FoundProposal[],
  { numbers, fromWeight }: z.infer<typeof decideProposals>,
  decision: Exclude<z.infer<typeof proposalDecision>, 'open'>,
): BulkRow[] {
  // Those that are decided so already stay among them: the request may be repeated.
  const isMeant = (p: FoundProposal) => p.weight >= fromWeight! && [decision, 'open'].includes(p.decision);
  const chosen = new Set(numbers ?? all.filter(isMeant).map((p) => p.number));
  const unknown = [...chosen].filter((number) => !all[number - 1]);
  const founded = all.filter((p) => chosen.has(p.number) && p.decision !== decision && isLive(p.alliance));
  const pages = new Map<number, number[]>();
  for (const { number } of all)
    if (chosen.has(number) && !founded.some((p) => p.number === number))
      pages.set(pageOf(number), [...(pages.get(pageOf(number)) ?? []), number]);
  const refused = (number: number, command: BulkRow['command']) => ({ key: `${number}`, of: [`${number}`], command });
  return [
    ...unknown.map((number) => refused(number, refuse('not-found', { what: `${pairing} / ${number}` }))),
    ...founded.map((proposal) => refused(proposal.number, foundedAlready(proposal))),
    ...[...pages].map(([page, numbers]) => ({
      ...{ key: `page ${page}`, of: numbers.map(String) },
      command: pairingCommand(pairing, 'decide', {
        ...{ numbers, decision },
        ...(fromWeight === undefined ? {} : { undecided: true as const }),
      }),
    })),
  ];
}

const decisions = (
  word: 'accept' | 'drop',
  decision: 'accepted' | 'dropped',
  summary: readonly [zh: string, en: string],
) =>
  bulk(`/pairings/:id/proposals/${word}`, {
    summary,
    roles: ['organiser'],
    params: byId,
    body: decideProposals,
    async rows(request) {
      const { params, read, body } = request;
      const run = await completedRun(request, params.id);
      if (isRefusal(run)) return run;
      return rowsOf(run.pairing, await withAlliances(read, run, await allProposals(read, run)), body, decision);
    },
  });

export const bulkRoutes = [
  bulk('/studios/recognise', {
    summary: ['批量认定工作室', 'Recognise many studios'],
    roles: ['organiser'],
    body: recogniseStudios,
    rows: ({ body }) =>
      [...new Set(body.ids)].map((id) => ({ key: id, of: [id], command: studioCommand(id, 'recognise', {}) })),
  }),
  decisions('accept', 'accepted', [
    '批量采纳配对建议（按序号或最低得分）',
    'Accept many proposals by number or weight',
  ]),
  decisions('drop', 'dropped', ['批量放弃配对建议（按序号或最低得分）', 'Drop many proposals by number or weight']),
  bulk('/pairings/:id/found', {
    summary: ['按已采纳的建议批量成立联盟', 'Found alliances from accepted proposals'],
    roles: ['organiser'],
    params: byId,
    body: foundAlliances,
    async rows(request) {
      const { params, read, body, businessDate } = request;
      const run = await completedRun(request, params.id);
      if (isRefusal(run)) return run;
      const { numbers } = body;
      const early = sinceFault(body.since, businessDate);
      if (early) return early;
      const all = await withAlliances(read, run, await allProposals(read, run));
      const { leaders } = await pairingOrderOf(read, run);
      const chosen = new Set(numbers);
      const groups = groupsOf(all, leaders.length > 0, ({ number, decision }) =>
        numbers ? chosen.has(number) : decision === 'accepted',
      );
      const rows: BulkRow[] = [...chosen]
        .filter((number) => !all[number - 1])
        .map((number) => ({
          ...{ key: `${number}`, of: [`${number}`] },
          command: refuse('not-found', { what: `${run.pairing} / ${number}` }),
        }));
      for (const group of groups)
        rows.push({
          ...{ key: `${group.number}`, of: group.proposals.map((p) => `${p.number}`) },
          command: await foundingOf(request, run, group, body),
        });
      return rows;
    },
  }),
];
