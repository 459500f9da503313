// Routes of dossiers: what a list's candidates need, who handed in what, and what the committee does without.
import {
  type AwardListView,
  dossiersView,
  dossierView,
  handIn,
  id,
  isRefusal,
  type Read,
  refuse,
  setListPapers,
  valueLabels,
  waivePaper,
} from '@jiangong/contracts';
import { definedOnly, get, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { awardListCommand } from '../award-list.ts';
import { dossierTexts, textRow } from '../background/dossier-texts.ts';
import { rulesOf } from '../eligibility-facts.ts';
import { calledOf, honourName } from '../names.ts';
import { ownMatter } from '../own-matter.ts';
import { listWithNames } from '../people.ts';
import { readers } from '../readers.ts';
import { awardLists } from '../views.ts';
import { dossierCommand } from './dossier.ts';
import { dossiers, dossiersOf } from './dossier-views.ts';
import { type Dossier, lackingOf, neededOf, thereOf, usualPapers } from './papers.ts';
import { dossierTable } from './tables.ts';

const byId = z.object({ id });
const ofCandidate = z.object({ id, candidate: id });
const open = ['proposed', 'referred', 'provisional'];
type Candidate = AwardListView['candidates'][number];
type Shown = z.infer<typeof dossiersView>['items'][number]['papers'][number];

/** The list, and one of its candidates about whom nothing is settled. */
async function openCandidate(read: Read, { id, candidate: of }: z.infer<typeof ofCandidate>) {
  const list = await read.get(awardLists, id);
  const candidate = list?.candidates.find((each) => each.candidate === of);
  if (!list || !candidate) return refuse('not-found', { what: list ? of : id });
  const { recipient, state } = candidate;
  const name = calledOf(recipient);
  if (!open.includes(state)) return refuse('dossier-settled', { name, state, stateZh: valueLabels.candidate[state] });
  return { list, candidate, name };
}
function shownOf(list: AwardListView, candidate: Candidate, dossier: Dossier | undefined): Shown[] {
  const there = new Map(dossier?.papers.map((each) => [each.paper, each]));
  return neededOf(list, candidate).map(({ paper, label }) => {
    const { handedIn, waived } = there.get(paper) ?? {};
    const { by, on, files } = { ...waived, ...handedIn } as Partial<NonNullable<typeof handedIn>>;
    const state = handedIn ? 'handed-in' : waived ? 'waived' : 'missing';
    return { paper, label, state, ...definedOnly({ by, on, files, reason: waived?.reason }) };
  });
}

export const dossierRoutes = [
  post('/award-lists/:id/papers', {
    summary: ['设定候选对象须交的材料及截止日', 'Set which papers candidates need, and until when'],
    roles: ['organiser'],
    params: byId,
    body: setListPapers,
    async handle({ params, body: { papers: given, lastDay }, read, actor }) {
      const papers = given ?? (await rulesOf(read, actor.org)).papers ?? usualPapers;
      return awardListCommand(params.id, 'set-papers', { papers, lastDay });
    },
  }),
  get('/award-lists/:id/dossiers', {
    summary: ['候选对象材料：谁缺什么', 'Papers of candidates: who lacks what'],
    roles: readers,
    params: byId,
    answer: dossiersView,
    async query({ params, read, states }) {
      const row = await read.get(awardLists, params.id);
      if (!row) return undefined;
      const list = await listWithNames(row, states);
      const known = await dossiersOf(read, list.list);
      const byCandidate = new Map(known.map((each) => [each.dossier, each]));
      const shown = list.candidates.filter(({ state }) => open.includes(state) || state === 'granted');
      const items = shown.map((each) => ({
        ...{ candidate: each.candidate, ...definedOnly({ name: each.recipient.name }) },
        ...{ honour: each.honour, honourName: honourName(list, each.honour), state: each.state },
        papers: shownOf(list, each, byCandidate.get(each.candidate)),
      }));
      const waiting = list.candidates.filter(({ state }) => open.includes(state));
      const lacking = lackingOf(list, waiting, thereOf(known)).length;
      return { list: list.list, title: list.title, ...definedOnly({ lastDay: list.papersLastDay }), lacking, items };
    },
    table: dossierTable,
  }),
  get('/award-lists/:id/dossiers/:candidate', {
    summary: ['查看一个候选对象的材料', 'Read the papers of a candidate'],
    roles: readers,
    params: ofCandidate,
    answer: dossierView,
    async query({ params, read, companion, states }) {
      const dossier = await read.get(dossiers, params.candidate);
      const row = dossier && (await read.get(awardLists, dossier.list));
      if (!dossier || row?.list !== params.id) return undefined;
      const list = await listWithNames(row, states);
      const { recipient } = list.candidates.find(({ candidate }) => candidate === params.candidate)!;
      // What was written of somebody who is erased is read no more, whether or not it is erased yet.
      const isGone = recipient.type === 'person' && recipient.name === undefined;
      const papers = dossier.papers.map(async (each) => {
        const isText = each.handedIn?.characters !== undefined && !isGone;
        const text = isText ? await companion(dossierTexts).textOf(params.candidate, each.paper) : undefined;
        return { ...each, ...definedOnly({ text }) };
      });
      return { ...dossier, papers: await Promise.all(papers) };
    },
    stream: ({ candidate }) => `dossier/${candidate}`,
  }),
  post('/award-lists/:id/dossiers/:candidate/hand-in', {
    summary: ['提交候选对象材料', 'Hand in a paper of a candidate'],
    roles: ['organiser'],
    params: ofCandidate,
    body: handIn,
    async handle({ params, body: { paper, text, files: ids }, read, files: named }) {
      const found = await openCandidate(read, params);
      if (isRefusal(found)) return found;
      const { list, candidate, name } = found;
      const record = (await read.get(dossiers, params.candidate)) ? { record: params.candidate } : {};
      const files = ids && (await named(ids, { noun: 'dossier', ...record }));
      if (isRefusal(files)) return files;
      const needed = neededOf(list, candidate).find((each) => each.paper === paper);
      // Counted as people count: a rare character is one.
      const characters = text === undefined ? undefined : [...text].length;
      const data = { list: list.list, name, needed, lastDay: list.papersLastDay, files, characters };
      return {
        request: dossierCommand(params.candidate, 'hand-in', data),
        files: files ?? [],
        privateRows: text === undefined ? [] : [textRow(params.candidate, paper, text)],
      };
    },
  }),
  post('/award-lists/:id/dossiers/:candidate/waive', {
    summary: ['豁免材料（说明理由）', 'Do without a paper, with a reason'],
    roles: ['committee'],
    params: ofCandidate,
    body: waivePaper,
    async handle({ params, body: { paper, reason }, read, actor }) {
      const found = await openCandidate(read, params);
      if (isRefusal(found)) return found;
      const { list, candidate, name } = found;
      const own = ownMatter(list, actor, [candidate]);
      if (own) return own;
      const needed = neededOf(list, candidate).find((each) => each.paper === paper);
      return dossierCommand(params.candidate, 'waive', { list: list.list, name, needed, reason });
    },
  }),
  post('/award-lists/:id/dossiers/:candidate/erase-texts', {
    summary: ['删除材料中的文字', 'Erase the texts of a candidate’s papers'],
    roles: ['organiser', 'hr'],
    params: ofCandidate,
    async handle({ params, read }) {
      const dossier = await read.get(dossiers, params.candidate);
      if (dossier?.list !== params.id) return refuse('not-found', { what: params.candidate });
      const texts = dossier.papers.filter(({ handedIn }) => handedIn?.characters !== undefined);
      return {
        request: dossierCommand(params.candidate, 'erase-texts', {}),
        privateRows: texts.map(({ paper }) => textRow(params.candidate, paper, undefined)),
      };
    },
  }),
];

/** Files of a dossier are read by whoever reads its list. */
export const readableDossier = async ({ actor, read }: Reading, record: string) =>
  readers.some((role) => actor.roles.includes(role)) ? read.get(dossiers, record) : undefined;
interface Reading {
  actor: { roles: readonly string[] };
  read: Read;
}
