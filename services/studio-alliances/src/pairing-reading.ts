// A finished run read page by page: proposals with people's decisions, studios left out, prices.
import { type proposalAnswer, proposalsPerPage, type Read, type Refusal, refuse } from '@jiangong/contracts';
import type { z } from 'zod';
import { pageOf } from './pairing.ts';
import { type Couple, coupleKey } from './pairing-constraints.ts';
import {
  alliances,
  leftOuts,
  type PairingRow,
  type ProposalPage,
  pageKey,
  pairings,
  prices,
  proposals,
} from './views.ts';
import type { Question } from './why.ts';

export const runOf = async (read: Read, id: string): Promise<PairingRow | Refusal> =>
  (await read.get(pairings, id)) ?? refuse('not-found', { what: id });

type Proposal = ProposalPage['proposals'][number];
/** A proposal with the alliance that came of it; of several the one that lives. */
export type FoundProposal = z.infer<typeof proposalAnswer>;
/** Proposals after a number, as many as requested. */
export async function proposalsAfter(read: Read, run: PairingRow, after: number, limit: number): Promise<Proposal[]> {
  const last = Math.min(run.count ?? 0, after + limit);
  const found: Proposal[] = [];
  for (let page = pageOf(after + 1); page <= pageOf(last); page++)
    found.push(...((await read.get(proposals, pageKey(run.pairing, page)))?.proposals ?? []));
  return found.slice(after % proposalsPerPage, (after % proposalsPerPage) + limit);
}
export const allProposals = (read: Read, run: PairingRow) => proposalsAfter(read, run, 0, run.count ?? 0);

export async function withAlliances(
  read: Read,
  run: PairingRow,
  listed: readonly Proposal[],
): Promise<FoundProposal[]> {
  const rows = await read.all(alliances, { pairing: run.pairing });
  // The living last, so that they stand.
  rows.sort((a, b) => Number(a.status !== 'dissolved') - Number(b.status !== 'dissolved'));
  const founded = new Map<string, FoundProposal['alliance']>();
  for (const { alliance, code, name, status, members } of rows) {
    const present = members.filter((m) => m.to === undefined && m.place !== 'refused').map((m) => m.studio);
    for (const a of present)
      for (const b of present) if (a < b) founded.set(coupleKey(a, b), { alliance, code, name, status });
  }
  return listed.map((p) => {
    const alliance = founded.get(coupleKey(...p.studios));
    return { ...p, ...(alliance ? { alliance } : {}) };
  });
}

export async function leftPage(read: Read, run: PairingRow, page: number) {
  return (await read.get(leftOuts, pageKey(run.pairing, page)))?.studios ?? [];
}
export async function pricePage(read: Read, run: PairingRow, page: number) {
  return (await read.get(prices, pageKey(run.pairing, page))) ?? { prices: [], odd: [] };
}

/** What people decided in a run. */
export async function decidedIn(read: Read, run: PairingRow): Promise<{ accepted: Couple[]; dropped: Couple[] }> {
  const all = await allProposals(read, run);
  const of = (decision: Proposal['decision']) =>
    all.filter((p) => p.decision === decision).map((p) => p.studios as Couple);
  return { accepted: of('accepted'), dropped: of('dropped') };
}

/** Pairs are written down in the order of their ids, so that few pages are looked at. */
async function isProposed(read: Read, run: PairingRow, a: string, b: string): Promise<boolean> {
  const key = coupleKey(a, b);
  for (let low = 1, high = run.pages ?? 0; low <= high; ) {
    const middle = (low + high) >> 1;
    const page = (await read.get(proposals, pageKey(run.pairing, middle)))?.proposals ?? [];
    const keys = page.map(({ studios }) => coupleKey(...studios));
    if (keys.includes(key)) return true;
    if (keys.length === 0 || key < keys[0]!) high = middle - 1;
    else if (key > keys.at(-1)!) low = middle + 1;
    else return false;
  }
  return false;
}

/** What a question about two studios needs from the answer; undefined if one of them took no part. */
export async function questionOf(read: Read, run: PairingRow, a: string, b: string): Promise<Question | undefined> {
  const found: Record<string, number> = {};
  const odd = new Map<number, { of: string[]; price: number }>();
  for (let page = 1; page <= (run.pricePages ?? 0); page++) {
    const part = await pricePage(read, run, page);
    for (const { studio, price } of part.prices) if (studio === a || studio === b) found[studio] = price;
    for (const { set, of, price } of part.odd) odd.set(set, { price, of: [...(odd.get(set)?.of ?? []), ...of] });
  }
  if (found[a] === undefined || found[b] === undefined) return undefined;
  const chosen = await isProposed(read, run, a, b);
  return { a, b, prices: found, odd: [...odd.values()], chosen, bound: run.bound! };
}
