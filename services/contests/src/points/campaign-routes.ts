// Routes of campaigns and their partners: open, close, list; the links by which partners redeem.
import {
  closePointsCampaign,
  id,
  isRefusal,
  openPointsCampaign,
  openPointsPartner,
  pointsCampaignView,
  pointsPartnerView,
  refuse,
  revokePointsPartner,
} from '@jiangong/contracts';
import { definedOnly, drawKey, get, hashOfKey, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { tables } from '../tables.ts';
import { type Campaign, campaignCommand } from './campaign.ts';
import { feedsOf } from './feeding.ts';
import { partnerCommand } from './partner.ts';
import { campaigns, partners } from './points-views.ts';

const byId = z.object({ id });
export const readers = ['organiser', 'committee', 'auditor', 'entrant'] as const;
const shownCampaign = ({ by: _, ...campaign }: Campaign) => campaign;

export const campaignRoutes = [
  post('/points-campaigns', {
    summary: ['开展积分活动（得分办法、兑换项目、计入的比赛）', 'Open a points campaign'],
    roles: ['organiser'],
    body: openPointsCampaign,
    async handle({ body: { id, feeds, ...head }, read, newId }) {
      const fed = feeds ? await feedsOf(feeds, read) : { stages: [] };
      if (isRefusal(fed)) return fed;
      const earning = head.earning.map((way) => definedOnly(way) as typeof way);
      return campaignCommand(id ?? newId(), 'open', { ...head, earning, ...fed });
    },
  }),
  post('/points-campaigns/:id/close', {
    summary: ['结束积分活动（说明理由）', 'Close a points campaign, with a reason'],
    roles: ['organiser'],
    params: byId,
    body: closePointsCampaign,
    handle: ({ params, body }) => campaignCommand(params.id, 'close', body),
  }),
  get('/points-campaigns', {
    summary: ['积分活动列表', 'List points campaigns'],
    roles: readers,
    querystring: z.object({ ...paging, year: z.coerce.number().int().optional() }),
    answer: pageOf(pointsCampaignView),
    async query({ query: { cursor, limit, ...filter }, read }) {
      const { items, ...next } = await read.page(campaigns, definedOnly(filter), { after: cursor, limit });
      return { items: items.map(shownCampaign), ...next };
    },
    table: tables.pointsCampaigns,
  }),
  get('/points-campaigns/:id', {
    summary: ['查看积分活动', 'Read a points campaign'],
    roles: readers,
    params: byId,
    answer: pointsCampaignView,
    async query({ params, read }) {
      const campaign = await read.get(campaigns, params.id);
      return campaign && shownCampaign(campaign);
    },
    stream: ({ id }) => `points-campaign/${id}`,
  }),
  post('/points-campaigns/:id/partners', {
    summary: ['登记兑换商户（兑换链接只显示一次）', 'Register a partner; its link is shown once'],
    roles: ['organiser'],
    params: byId,
    within: ({ id }) => `points-campaign/${id}`,
    body: openPointsPartner,
    shown: z.object({ address: z.string() }),
    async handle({ params, body: { label, rewards: chosen }, read, newId }) {
      const campaign = await read.get(campaigns, params.id);
      if (!campaign) return refuse('not-found', { what: params.id });
      const known = campaign.rewards.map(({ reward }) => reward);
      const rewards = chosen ?? known;
      if (rewards.length === 0 || rewards.some((reward) => !known.includes(reward)))
        return refuse('points-reward', {
          knownLabels: campaign.rewards.map(({ reward, label }) => `${label}（${reward}）`),
        });
      const key = drawKey();
      const about = { campaign: params.id, label, rewards, check: hashOfKey(key), until: campaign.spendBy };
      return {
        request: partnerCommand(newId(), 'open', about),
        shown: { address: `/api/public/points-partners/${key}` },
      };
    },
  }),
  get('/points-campaigns/:id/partners', {
    summary: ['兑换商户列表', 'List partners'],
    roles: ['organiser', 'auditor'],
    params: byId,
    querystring: z.object(paging),
    answer: pageOf(pointsPartnerView),
    async query({ params, query: { cursor, limit }, read }) {
      if (!(await read.get(campaigns, params.id))) return undefined;
      const { items, ...next } = await read.page(partners, { campaign: params.id }, { after: cursor, limit });
      return { items: items.map(({ check: _, by: __, org: ___, ...row }) => row), ...next };
    },
    table: tables.pointsPartners,
  }),
  post('/points-partners/:id/revoke', {
    summary: ['停用兑换商户的链接', 'Revoke a partner’s link'],
    roles: ['organiser'],
    params: byId,
    body: revokePointsPartner,
    handle: ({ params, body }) => partnerCommand(params.id, 'revoke', body),
  }),
];
