// Which papers each candidate needs, which are there, and who lacks what.
import {
  type AwardListView,
  type dossierView,
  type Refusal,
  type RequiredPaper,
  refuse,
  standardPapers,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { calledOf } from '../names.ts';

type Candidate = AwardListView['candidates'][number];
type Papered = Pick<AwardListView, 'papers'>;
export type Dossier = z.infer<typeof dossierView>;
/** The papers of a candidate that were handed in or waived. */
export interface There {
  candidate: string;
  papers: string[];
}
export interface Lacking {
  name: string;
  labels: string[];
}

/** What a union's candidates need unless it says something else. */
export const usualPapers: RequiredPaper[] = [...standardPapers];

/** Why these cannot be what candidates need; undefined if they can. */
export function papersTwice(papers: readonly RequiredPaper[]): Refusal | undefined {
  const codes = papers.map(({ paper }) => paper);
  const position = codes.findIndex((paper, at) => codes.indexOf(paper) !== at) + 1;
  return position === 0 ? undefined : refuse('paper-twice', { position });
}

export const neededOf = ({ papers = [] }: Papered, { recipient }: Pick<Candidate, 'recipient'>): RequiredPaper[] =>
  papers.filter(({ neededBy }) => neededBy === 'all' || (neededBy === 'personal') === (recipient.type === 'person'));

export const thereOf = (dossiers: readonly Dossier[]): There[] =>
  dossiers.map(({ dossier: candidate, papers }) => ({ candidate, papers: papers.map(({ paper }) => paper) }));

/** Those of the candidates who lack something, each with the labels of what it is. */
export function lackingOf(list: Papered, candidates: readonly Candidate[], there: readonly There[]): Lacking[] {
  const known = new Map(there.map(({ candidate, papers }) => [candidate, papers]));
  return candidates.flatMap((candidate) => {
    const missing = neededOf(list, candidate).filter(({ paper }) => !known.get(candidate.candidate)?.includes(paper));
    return missing.length ? [{ name: calledOf(candidate.recipient), labels: missing.map(({ label }) => label) }] : [];
  });
}

/** Why nothing is decided; undefined if nobody lacks anything. */
export function papersMissing(lacking: readonly Lacking[]): Refusal | undefined {
  if (lacking.length === 0) return undefined;
  const names = lacking.slice(0, 20).map(({ name, labels }) => `${name}（${labels.join('、')}）`);
  return refuse('papers-missing', { names, count: lacking.length });
}
