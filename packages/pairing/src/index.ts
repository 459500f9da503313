/** Pairs studios into alliances, with a proof that anybody can recompute. Pure: no clock, no randomness, no IO. */
export { type Candidates, candidatesOf, instanceOf } from './candidates.ts';
export { type Corpus, corpusOf } from './corpus.ts';
export { type Explanation, explain, type Reason } from './explain.ts';
export { type Graph, graphOf, graphOfCandidates } from './graph.ts';
export type { Answer, Instance, Mode } from './instance.ts';
export { type PairOptions, type Progress, pair, pairSteps, runToEnd } from './pair.ts';
export { type Form, type Parts, type Score, scorePair } from './score.ts';
export type { Studio } from './studio.ts';
export { defaultWeights, type Weights } from './weights.ts';
