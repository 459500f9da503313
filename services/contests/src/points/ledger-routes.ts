// Routes of ledgers: every entry of a balance, vouchers drawn and given back.
import {
  type Actor,
  drawPointsVoucher,
  id,
  pointsLedgerSummary,
  pointsLedgerView,
  refuse,
  returnPointsVoucher,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { drawCode } from '../background/points/codes.ts';
import { isOwn, judges } from '../sight.ts';
import { tables } from '../tables.ts';
import { readers } from './campaign-routes.ts';
import { personNames } from './claim-routes.ts';
import { shownLedger, summaryOf } from './explained.ts';
import { ledgerCommand } from './ledger.ts';
import type { Ledger } from './ledger-state.ts';
import { campaigns, ledgers, vouchers } from './points-views.ts';

const byId = z.object({ id });
const reads = (actor: Actor, { person, unit }: Ledger) =>
  judges(actor) || isOwn(actor, { type: 'person', id: person, unit });
const spends = (actor: Actor, ledger: Ledger | undefined): ledger is Ledger =>
  ledger !== undefined && (actor.roles.includes('organiser') || reads({ ...actor, roles: [] }, ledger));

export const ledgerRoutes = [
  get('/points-campaigns/:id/ledgers', {
    summary: ['积分账列表', 'List ledgers of points'],
    roles: readers,
    params: byId,
    querystring: z.object(paging),
    answer: pageOf(pointsLedgerSummary),
    async query({ params, query: { cursor, limit }, actor, read, states }) {
      if (!(await read.get(campaigns, params.id))) return undefined;
      const filter = definedOnly({ campaign: params.id, unit: judges(actor) ? undefined : actor.units });
      const { items, ...next } = await read.page(ledgers, filter, { after: cursor, limit });
      const names = await personNames(
        items.map(({ person }) => person),
        states,
      );
      return { items: items.map((ledger) => summaryOf(ledger, names.get(ledger.person))), ...next };
    },
    table: tables.pointsLedgers,
  }),
  get('/points-ledgers/:id', {
    summary: ['查看积分账（逐笔及余额说明）', 'Read a ledger with every entry of its balance'],
    roles: readers,
    params: byId,
    answer: pointsLedgerView,
    async query({ params, actor, read, states }) {
      const ledger = await read.get(ledgers, params.id);
      if (!ledger || !reads(actor, ledger)) return undefined;
      return shownLedger(ledger, (await personNames([ledger.person], states)).get(ledger.person));
    },
    stream: ({ id }) => `points-ledger/${id}`,
  }),
  post('/points-ledgers/:id/vouchers', {
    summary: ['兑换积分（兑换码只显示一次）', 'Spend points on a reward; its code is shown once'],
    roles: ['organiser', 'entrant'],
    params: byId,
    body: drawPointsVoucher,
    shown: z.object({ code: z.string() }),
    async handle({ params, body, actor, read, hiddenId }) {
      const ledger = await read.get(ledgers, params.id);
      if (!spends(actor, ledger)) return refuse('not-found', { what: params.id });
      const campaign = (await read.get(campaigns, ledger.campaign))!;
      const code = drawCode();
      const voucher = hiddenId('points-voucher', actor.org, code);
      return { request: ledgerCommand(params.id, 'draw', { campaign, voucher, ...body }), shown: { code } };
    },
  }),
  post('/points-vouchers/:id/return', {
    summary: ['退回未使用的兑换码（积分返还）', 'Give a voucher back that was not used; its points return'],
    roles: ['organiser', 'entrant'],
    params: byId,
    body: returnPointsVoucher,
    async handle({ params, body, actor, read }) {
      const voucher = await read.get(vouchers, params.id);
      const ledger = voucher && (await read.get(ledgers, voucher.ledger));
      if (!spends(actor, ledger)) return refuse('not-found', { what: params.id });
      return ledgerCommand(ledger.ledger, 'return', { voucher: params.id, ...body });
    },
  }),
];
