// Routes of a run’s proposals: read, explain, accept, drop.
import {
  type CommandRequest,
  groupAnswer,
  id,
  isRefusal,
  leftOutAnswer,
  oddSetAnswer,
  pairingInputAnswer,
  priceAnswer,
  proposalAnswer,
  refuse,
  roles,
  whyAnswer,
} from '@jiangong/contracts';
import { download, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { completedRun } from './background/pairing-borders.ts';
import { pairingOffice } from './background/pairing-office.ts';
import { foundedAlready, isLive } from './founding.ts';
import { pairingCommand } from './pairing.ts';
import {
  allProposals,
  leftPage,
  pricePage,
  proposalsAfter,
  questionOf,
  runOf,
  withAlliances,
} from './pairing-reading.ts';
import { tables } from './tables.ts';
import { inputs, pageKey } from './views.ts';

const byId = z.object({ id });
const byNumber = z.object({ id, number: z.coerce.number().int().min(1) });
/** The cursor is the number of the last page. */
const byPage = z.object({ cursor: paging.cursor });
const nextPage = (page: number, pages: number | undefined) => (page < (pages ?? 0) ? { next: `${page}` } : {});

/** What an alliance came from stays decided as it is. */
const decision = (
  word: 'accept' | 'drop' | 'reopen',
  summary: readonly [string, string],
  command: (id: string, number: number) => CommandRequest,
) =>
  post(`/pairings/:id/proposals/:number/${word}`, {
    summary,
    roles: ['organiser'],
    params: byNumber,
    async handle({ params: { id, number }, read }) {
      const run = await runOf(read, id);
      if (isRefusal(run)) return run;
      const [proposal] = await withAlliances(read, run, await proposalsAfter(read, run, number - 1, 1));
      return word !== 'accept' && proposal && isLive(proposal.alliance)
        ? foundedAlready(proposal)
        : command(id, number);
    },
  });

export const proposalRoutes = [
  decision('accept', ['采纳一项配对建议', 'Accept a proposal'], (id, number) =>
    pairingCommand(id, 'accept', { number }),
  ),
  decision('drop', ['放弃一项配对建议', 'Drop a proposal'], (id, number) => pairingCommand(id, 'drop', { number })),
  decision('reopen', ['收回对一项配对建议的决定', 'Take back a decision on a proposal'], (id, number) =>
    pairingCommand(id, 'decide', { numbers: [number], decision: 'open' }),
  ),
  get('/pairings/:id/proposals', {
    summary: ['配对建议及理由', 'List proposals with their reasons'],
    roles,
    params: byId,
    querystring: z.object(paging),
    answer: pageOf(proposalAnswer),
    async query(request) {
      const { params, read } = request;
      const { cursor, limit } = request.query;
      const run = await completedRun(request, params.id);
      if (isRefusal(run)) return run;
      const after = Number(cursor ?? 0);
      const last = Math.min(run.count!, after + limit);
      const items = await withAlliances(read, run, await proposalsAfter(read, run, after, limit));
      return { items, ...(last < run.count! ? { next: `${last}` } : {}) };
    },
    table: ({ items }) => ({
      name: '配对建议',
      columns: ['序号', '工作室甲', '工作室乙', '得分', '理由'].map((title) => ({ title })),
      rows: items.map((p) => [
        p.number,
        ...p.names,
        p.weight,
        p.reasons.map((r) => `${r.zh}（${r.points}）`).join('；'),
      ]),
    }),
  }),
  get('/pairings/:id/groups', {
    summary: ['1+N 联盟建议（牵头工作室及其成员）', 'List 1+N proposals by leading studio'],
    roles,
    params: byId,
    answer: z.object({ items: z.array(groupAnswer) }),
    async query(request) {
      const { params, read } = request;
      const run = await completedRun(request, params.id);
      if (isRefusal(run)) return run;
      const groups = new Map<string, z.infer<typeof groupAnswer>>();
      for (const { studios, names, number, weight } of await allProposals(read, run)) {
        const [leader, member] = studios;
        const known = groups.get(leader) ?? { leader: { studio: leader, name: names[0] }, members: [], total: 0 };
        known.members.push({ studio: member, name: names[1], number, weight });
        groups.set(leader, { ...known, total: known.total + weight });
      }
      return { items: [...groups.values()] };
    },
    table: tables.groups,
  }),
  get('/pairings/:id/left-out', {
    summary: ['未获配对的工作室及原因', 'List unpaired studios with the reason'],
    roles,
    params: byId,
    querystring: byPage,
    answer: pageOf(leftOutAnswer),
    async query(request) {
      const { params, query, read } = request;
      const run = await completedRun(request, params.id);
      if (isRefusal(run)) return run;
      const page = Number(query.cursor ?? 0) + 1;
      return { items: await leftPage(read, run, page), ...nextPage(page, run.leftPages) };
    },
    table: tables.leftOut,
  }),
  get('/pairings/:id/prices', {
    summary: ['影子价格（可据此验算上界）', 'Shadow prices to verify the bound'],
    roles,
    params: byId,
    querystring: byPage,
    answer: pageOf(priceAnswer).extend({ odd: z.array(oddSetAnswer) }),
    async query(request) {
      const { params, query, read } = request;
      const run = await completedRun(request, params.id);
      if (isRefusal(run)) return run;
      const page = Number(query.cursor ?? 0) + 1;
      const { prices, odd } = await pricePage(read, run, page);
      return { items: prices, odd, ...nextPage(page, run.pricePages) };
    },
  }),
  get('/pairings/:id/input', {
    summary: ['配对的输入与参数', 'Read the input and parameters of a run'],
    roles,
    params: byId,
    querystring: byPage,
    answer: pageOf(pairingInputAnswer),
    async query({ params, query, read }) {
      const run = await runOf(read, params.id);
      if (isRefusal(run)) return run;
      const page = Number(query.cursor ?? 0) + 1;
      const part = await read.get(inputs, pageKey(run.pairing, page));
      return { items: part ? [part] : [], ...nextPage(page, run.inputPages) };
    },
  }),
  download('/pairings/:id/instance', {
    summary: ['配对实例文件（可用任何求解器验算）', 'The run as an instance file, for any solver'],
    roles,
    params: byId,
    produces: ['application/json'],
    async download(request) {
      const run = await completedRun(request, request.params.id);
      if (isRefusal(run)) return run;
      const { warm } = request.companion(pairingOffice);
      return {
        ...{ name: `配对-${run.digest!.slice(0, 8)}.json`, type: 'application/json; charset=utf-8' },
        async *chunks() {
          for (let at = 0; ; at++) {
            const piece = await warm.piece(run, at);
            if (piece === undefined) return;
            yield piece;
          }
        },
      };
    },
  }),
  get('/pairings/:id/why', {
    summary: ['两个工作室为何（未）配对', 'Explain why two studios were or were not paired'],
    roles,
    params: byId,
    querystring: z.object({ a: id, b: id }),
    answer: whyAnswer,
    async query(request) {
      const { params, read, companion } = request;
      const { a, b } = request.query;
      const run = await completedRun(request, params.id);
      if (isRefusal(run)) return run;
      const question = a === b ? undefined : await questionOf(read, run, a, b);
      if (!question) return refuse('not-found', { what: `${a} / ${b}` });
      return companion(pairingOffice).warm.why(run, question);
    },
  }),
];
