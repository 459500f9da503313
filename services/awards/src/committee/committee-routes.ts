// Routes of committees and their ballots: who sits, who has a part in whom, secret votes and their count.
import {
  awardCommitteeView,
  ballotView,
  type Conflict,
  castVote,
  conflictsView,
  id,
  isRefusal,
  openBallot,
  recuse,
  refuse,
  setAwardCommittee,
  withRecordId,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post, put } from '@jiangong/service-kit';
import { failpoint } from '@jiangong/service-kit/failpoint';
import { z } from 'zod';
import { ballotBox, secretRow } from '../background/ballot-box.ts';
import { listWithNames } from '../people.ts';
import { readers } from '../readers.ts';
import { tables } from '../tables.ts';
import { awardLists } from '../views.ts';
import { committeeCommand } from './award-committee.ts';
import { ballotCommand } from './ballot.ts';
import { awardCommittees, ballots } from './committee-views.ts';
import { conflictsOf, isInTerm, seated } from './conflicts.ts';

const byId = z.object({ id });
const keepers = ['organiser', 'committee'] as const;
const because: Record<Conflict['why'], string> = {
  'own-unit': '本人所在单位在名单中',
  'own-person': '本人在名单中',
  nominated: '本人推荐了候选对象',
  scored: '本人参与了评分',
};

export const committeeRoutes = [
  put('/award-committees/:id', {
    summary: ['设置评审委员会成员及任期', 'Set who is on a committee, and for how long'],
    roles: ['organiser'],
    params: byId,
    body: setAwardCommittee,
    handle: ({ params, body }) => committeeCommand(params.id, 'set', body),
  }),
  get('/award-committees', {
    summary: ['评审委员会列表', 'List committees'],
    roles: readers,
    querystring: z.object(paging),
    answer: pageOf(awardCommitteeView),
    query: ({ query: { cursor, limit }, read }) => read.page(awardCommittees, {}, { after: cursor, limit }),
    table: tables.committees,
  }),
  get('/award-committees/:id', {
    summary: ['查看评审委员会', 'Read a committee'],
    roles: readers,
    params: byId,
    answer: awardCommitteeView,
    query: ({ params, read }) => read.get(awardCommittees, params.id),
    stream: ({ id }) => `award-committee/${id}`,
  }),
  get('/award-lists/:id/conflicts', {
    summary: ['会前查找应回避的委员', 'Find before the meeting who has a part in whom'],
    roles: readers,
    params: byId,
    querystring: z.object({ committee: id }),
    answer: conflictsView,
    async query({ params, query, read, states, businessDate }) {
      const row = await read.get(awardLists, params.id);
      const committee = row && (await read.get(awardCommittees, query.committee));
      if (!row || !committee) return undefined;
      const list = await listWithNames(row, states);
      const about = list.candidates.filter(({ state }) => ['proposed', 'referred', 'provisional'].includes(state));
      const { recused } = seated(committee.members, list, about, businessDate);
      const sitting = committee.members.filter((member) => isInTerm(member, businessDate));
      const items = sitting.map((member) => ({
        ...{ user: member.user, seat: member.seat, voting: member.voting, conflicts: conflictsOf(member, list, about) },
        ...definedOnly({ substitute: recused.find(({ user }) => user === member.user)?.substitute }),
      }));
      return { list: list.list, committee: committee.committee, items };
    },
    table: tables.conflicts,
  }),
  post('/ballots', {
    summary: ['发起无记名投票', 'Open a secret ballot on a list'],
    roles: keepers,
    body: openBallot,
    async handle({ body, read, newId, businessDate }) {
      const { id: given, list: of, committee: by, candidates, quorum, majority, of: basis, closesAt, reason } = body;
      const list = await read.get(awardLists, of);
      const committee = list && (await read.get(awardCommittees, by));
      if (!list || !committee) return refuse('not-found', { what: list ? by : of });
      if (list.reviewed) return refuse('list-reviewed', { title: list.title });
      if (list.ballot && reason === undefined) return refuse('ballot-held', { title: list.title });
      const proposed = list.candidates.filter(({ state }) => state === 'proposed');
      const wanted = new Set(candidates ?? proposed.map(({ candidate }) => candidate));
      const strange = [...wanted].filter((each) => !proposed.some(({ candidate }) => candidate === each));
      if (strange.length > 0) return refuse('candidate-unknown', { candidates: strange });
      if (wanted.size === 0) return refuse('no-candidates', { title: list.title, held: 0 });
      const about = proposed.filter(({ candidate }) => wanted.has(candidate));
      const { voters, recused } = seated(committee.members, list, about, businessDate);
      const recusals = recused.map(({ why, ...recusal }) => ({
        ...recusal,
        reason: why.map((each) => because[each]).join('；'),
      }));
      const head = { list: of, committee: by, title: list.title, candidates: [...wanted], voters, recusals };
      const data = { ...head, rule: { quorum, majority, of: basis }, closesAt, ...definedOnly({ reason }) };
      const request = withRecordId(given, newId(), (ballot) => ballotCommand(ballot, 'open', data));
      return isRefusal(request) ? request : { request, privateRows: [secretRow(request.id)] };
    },
  }),
  get('/ballots', {
    summary: ['投票列表', 'List ballots'],
    roles: readers,
    querystring: z.object({ ...paging, list: id.optional(), status: ballotView.shape.status.optional() }),
    answer: pageOf(ballotView),
    query: ({ query: { cursor, limit, ...filter }, read }) =>
      read.page(ballots, definedOnly(filter), { after: cursor, limit }),
    table: tables.ballots,
  }),
  get('/ballots/:id', {
    summary: [
      '查看投票（谁已投，不知投什么；截止后公布票数）',
      'Read a ballot: who voted, never what; counts once closed',
    ],
    roles: readers,
    params: byId,
    answer: ballotView,
    query: ({ params, read }) => read.get(ballots, params.id),
    stream: ({ id }) => `ballot/${id}`,
    table: tables.ballot,
  }),
  post('/ballots/:id/votes', {
    summary: ['投票（本人，一次）', 'Vote, in person and once'],
    roles: ['committee'],
    params: byId,
    body: castVote,
    async handle({ params, body, actor, companion }) {
      const row = await companion(ballotBox).voteRow(params.id, actor.sub, body.votes);
      return { request: ballotCommand(params.id, 'cast', body), privateRows: row ? [row] : [] };
    },
  }),
  post('/ballots/:id/recuse', {
    summary: ['本人回避（由候补投票）', 'Step back; the substitute votes'],
    roles: ['committee'],
    params: byId,
    body: recuse,
    async handle({ params, body: { reason }, read, actor, businessDate }) {
      const ballot = await read.get(ballots, params.id);
      const list = ballot && (await read.get(awardLists, ballot.list));
      const committee = ballot && (await read.get(awardCommittees, ballot.committee));
      if (!ballot || !list || !committee) return refuse('not-found', { what: params.id });
      const about = list.candidates.filter(({ candidate }) => ballot.candidates.includes(candidate));
      const own = committee.members.find(({ user }) => user === actor.sub);
      const substitute = committee.members.find(({ user, voting }) => user === own?.substitute && !voting);
      const isFree =
        substitute &&
        isInTerm(substitute, businessDate) &&
        !ballot.voters.includes(substitute.user) &&
        conflictsOf(substitute, list, about).length === 0;
      return ballotCommand(params.id, 'recuse', { reason, ...(isFree ? { substitute: substitute.user } : {}) });
    },
  }),
  post('/ballots/:id/close', {
    summary: ['截止投票并计票', 'Close a ballot and count it'],
    roles: keepers,
    params: byId,
    async handle({ params, read, companion }) {
      const ballot = await read.get(ballots, params.id);
      if (!ballot) return refuse('not-found', { what: params.id });
      const { emptied, ...count } = await companion(ballotBox).count(params.id, ballot.candidates, ballot.cast);
      failpoint('ballot-counted');
      return { request: ballotCommand(params.id, 'close', count), privateRows: emptied };
    },
  }),
];
