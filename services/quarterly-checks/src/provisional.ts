// Results of a round before they are sealed: what is in, what is missing, and the score if the rest were no points or full points.
import type { Marks, Provisional } from '@jiangong/contracts';
import { sealedInput } from './assemble.ts';
import type { Check } from './check-state.ts';
import { applies } from './criteria.ts';
import { evaluable, evaluate, published, type Scored, type TrackInput } from './evaluate.ts';
import type { Round } from './round.ts';
import { inputsOf, missingOf, standing } from './seal.ts';

const refOf = ({ track, stage, period }: Round) => ({ track, stage, period: period.id });

/** What counts of a check now: its sealed result, or what is in so far. A mark that nothing can be computed from is not in. */
export function standingInput(check: Check, round: Round): Scored {
  const [sealed] = sealedInput(check);
  return sealed ?? triedInput(check, round, inputsOf(check), standing(check));
}

/** The same with other marks and vetoes. */
export function triedInput(
  { entry, entrant }: Check,
  { body, ...round }: Round,
  inputs: Marks,
  vetoes: Scored['vetoes'],
) {
  const { track, stage, period } = round;
  return evaluable(
    body,
    { track, stage, period: period.id },
    { id: entry, group: entrant.group ?? null, inputs, vetoes },
  );
}

/** The round as a stage of its own, as far as it has come. */
export function standingRound(round: Round, all: readonly Check[]): TrackInput {
  const { scheme, schemeVersion, body } = round;
  const entrants = all.filter(({ status }) => status !== 'withdrawn').map((check) => standingInput(check, round));
  return { scheme, schemeVersion, body, stages: [{ ...refOf(round), entrants }] };
}

/** Of every check that is not sealed, by entry; `as`: what is tried instead of what is in. Its work grows with the checks. */
export function provisionalIn(round: Round, all: readonly Check[], as?: Scored): Map<string, Provisional> {
  const [stage] = standingRound(round, all).stages;
  const entrants = stage!.entrants.map((each) => (each.id === as?.id ? as : each));
  const scoresIf = (assume: 'full' | 'nothing') =>
    new Map(evaluate(round.body, refOf(round), entrants, [], { assume }).entrants.map(({ id, score }) => [id, score]));
  const [nothing, full] = [scoresIf('nothing'), scoresIf('full')];
  const open = all.filter(({ status }) => status === 'made' || status === 'open');
  return new Map(
    open.map((check) => {
      const { entry } = check;
      const scores = { ifNothing: published(nothing.get(entry) ?? null), ifFull: published(full.get(entry) ?? null) };
      const inputs = entry === as?.id ? as : undefined;
      return [entry, { ...comeTo(check, round, inputs), ...scores }];
    }),
  );
}

/** How many of the due criteria are in, and what is missing as people name it. */
function comeTo(check: Check, { body }: Round, as: Scored | undefined): Pick<Provisional, 'due' | 'in' | 'missing'> {
  const missing = missingOf(check, body, as);
  const lacks = new Set(missing.flatMap(({ criteria }) => criteria));
  const own = check.criteria.filter((each) => each.from !== 'site-days' && applies(each, check.entrant.group));
  const due = own.filter(({ id, due }) => due || lacks.has(id)).length;
  const labels = new Map(own.map(({ id, label }) => [id, label]));
  return {
    due,
    in: due - lacks.size,
    missing: missing.map(({ what, departmentLabel, criteria }) => ({
      what,
      ...(departmentLabel === undefined ? {} : { departmentLabel }),
      criteria: criteria.map((id) => labels.get(id) ?? id),
    })),
  };
}
