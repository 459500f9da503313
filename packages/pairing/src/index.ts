/** Pairs studios into alliances, with a proof that anybody can recompute. Pure: no clock, no randomness, no IO. */
export { type CandidateOptions, type Candidates, candidateSteps, candidatesOf, instanceOf } from './candidates.ts';
export { type Corpus, corpusOf } from './corpus.ts';
export { type Explanation, explain, type Reason } from './explain.ts';
export { type Fault, type FaultType, fault, faultTypes } from './fault.ts';
export { type Graph, graphOf, graphOfCandidates } from './graph.ts';
export type { Answer, Instance, Mode } from './instance.ts';
export { type LeftOut, type LeftOutReason, leftOut } from './left-out.ts';
export { boundOverAll } from './overall.ts';
export { type PairOptions, pair, pairSteps, runToEnd } from './pair.ts';
export { readInstance } from './read-instance.ts';
export { type Form, type Parts, type Score, scorePair } from './score.ts';
export { compareModes, type ModeCost } from './share.ts';
export type { Progress } from './solve.ts';
export type { Studio } from './studio.ts';
export { termsOf } from './terms.ts';
export { defaultWeights, type Weights } from './weights.ts';
export { type WhyNot, type WhyNotReason, whyNot } from './why-not.ts';
