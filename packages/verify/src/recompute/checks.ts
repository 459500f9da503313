// Every sealed result anew: from what was entered to what it is scored by, and from there to the score.
import type { EntrantResult, Entrant as Entry, Marks } from '@jiangong/contracts';
import { canonical, type Entrant, evaluateStage, parseScheme, type Scheme, type StageResult } from '@jiangong/scoring';
import { byStream, type Fact, isOf } from './facts.ts';
import { type Entered, enter, inputsOf, reopened, type Sealing, vetoesOf } from './inputs.ts';
import { type Collector, digestOf } from './report.ts';

/** A result of a check, by attempt at closing its round and by revision. */
export interface Sealed {
  check: string;
  round: string;
  entrant: Entry;
  revision: number;
  attempt: number;
  inputs: Marks;
  vetoes: { id: string }[];
  digest: string;
  scoredBy: string[];
  /** When it came to stand. */
  at: string;
}
const parsed = new WeakMap<object, Scheme>();
export function schemeOf(body: object): Scheme {
  const known = parsed.get(body) ?? parseScheme(body);
  parsed.set(body, known);
  return known;
}

export const scoredOf = ({ entrant, inputs, vetoes }: Pick<Sealed, 'entrant' | 'inputs' | 'vetoes'>): Entrant => ({
  ...{ id: entrant.entry, group: entrant.group ?? null, inputs, vetoes },
});
export function resultOf({ id: _, group: __, place: ___, ...result }: StageResult['entrants'][number]): EntrantResult {
  return result;
}

/** By check, its results in the order in which they came to stand. */
export function recomputeChecks(facts: readonly Fact[], report: Collector): Map<string, Sealed[]> {
  const rounds = new Map(facts.flatMap((f) => (isOf(f, 'round-made') ? [[f.data.round, f.data.body as object]] : [])));
  const found = new Map<string, Sealed[]>();
  for (const own of byStream(facts, 'check').values()) {
    let entered: Entered | undefined;
    let sealed: { data: Sealing; attempt: number } | undefined;
    let undone: Sealing | undefined;
    for (const fact of own) {
      if (isOf(fact, 'check-sealed', 'result-corrected') && entered) {
        const { data } = fact;
        const attempt: number = isOf(fact, 'check-sealed') ? fact.data.attempt : sealed!.attempt;
        if (isOf(fact, 'check-sealed')) compareSealed(report, fact, entered, undone);
        else compareCorrected(report, fact, entered, sealed!.data);
        compareScore(report, fact, rounds.get(data.round));
        sealed = { data, attempt };
        const { check, round, entrant, revision, inputs, vetoes, digest, scoredBy } = data;
        const result = { check, round, entrant, revision, attempt, inputs, vetoes, digest, scoredBy, at: fact.at };
        found.set(check, [...(found.get(check) ?? []), result]);
      } else if (isOf(fact, 'check-unsealed') && entered && sealed) {
        entered = reopened(entered, sealed.data);
        if (fact.data.reason && fact.data.by) undone = sealed.data;
        sealed = undefined;
      } else entered = enter(entered, fact);
    }
  }
  return found;
}

const unsigned = (inputs: Marks) =>
  Object.fromEntries(Object.entries(inputs).map(([id, { by: _, at: __, ...mark }]) => [id, mark]));

/** What it is sealed by is what was entered; of a round that was opened again, the result before if nothing has changed. */
function compareSealed(
  { compare }: Collector,
  fact: Fact<'check-sealed'>,
  entered: Entered,
  undone: Sealing | undefined,
): void {
  const { inputs, vetoes, revision, entrant } = fact.data;
  const now = { inputs: inputsOf(entered), vetoes: vetoesOf(entered), group: entered.group };
  const said = (marks: Marks, raised: unknown, group: string | undefined) =>
    canonical([unsigned(marks), raised, group]);
  const isSame =
    undone && said(undone.inputs, undone.vetoes, undone.entrant.group) === said(now.inputs, now.vetoes, now.group);
  const expected = isSame
    ? { inputs: undone.inputs, vetoes: undone.vetoes, group: now.group, revision: undone.revision }
    : { ...now, revision: (undone?.revision ?? 0) + 1 };
  compare('inputs', fact, { inputs, vetoes, group: entrant.group, revision }, expected);
}

/** A correction changes marks and vetoes in the name of whoever makes it, and days on site as they are by then. */
function compareCorrected(
  { compare }: Collector,
  fact: Fact<'result-corrected'>,
  entered: Entered,
  before: Sealing,
): void {
  const { inputs, vetoes, by, revision } = fact.data;
  const isOnSite = (id: string) => entered.made.criteria.some((c) => c.id === id && c.from === 'site-days');
  const foreign = Object.keys({ ...before.inputs, ...inputs }).filter((id) => {
    const mark = inputs[id];
    if (canonical(mark) === canonical(before.inputs[id])) return false;
    return isOnSite(id) ? canonical(mark) !== canonical(entered.siteDays) : mark?.by !== by;
  });
  const raised = vetoes.filter((veto) => !before.vetoes.some((known) => canonical(known) === canonical(veto)));
  const unknown = raised.filter((veto) => veto.by !== by).map(({ id }) => id);
  compare(
    'inputs',
    fact,
    { revision, unexplained: [...foreign, ...unknown] },
    { revision: before.revision + 1, unexplained: [] },
  );
}

function compareScore({ compare }: Collector, fact: Fact<'check-sealed' | 'result-corrected'>, body?: object): void {
  const { track, stage, period, result, inputs, vetoes, entrant, revision, scoredBy } = fact.data;
  const scheme = body && schemeOf(body);
  const own = scheme && evaluateStage(scheme, { track, stage, period }, [scoredOf(fact.data)]).entrants[0];
  const found = own && resultOf(own);
  compare('scores', fact, result, found);
  const { digest, inputDigest, resultDigest } = fact.data;
  compare(
    'digests',
    fact,
    { digest, inputDigest, resultDigest },
    {
      digest: digestOf({ inputs, vetoes, result: found, revision, scoredBy }),
      ...(inputDigest ? { inputDigest: digestOf({ inputs, vetoes, group: entrant.group ?? null }) } : {}),
      ...(resultDigest ? { resultDigest: digestOf(found) } : {}),
    },
  );
}
