// Every grant anew: from the honours that results gave, over the list that named them, to the decision that granted them.
import { type EventNamed, type Grant, grantId } from '@jiangong/contracts';
import { byStream, type Fact, isOf } from './facts.ts';
import type { Collector } from './report.ts';

type Honours = EventNamed<'annual-evaluation-completed'>['data']['honours'];
type Drafted = EventNamed<'award-list-drafted'>['data'];
type Candidate = Drafted['candidates'][number];
type Award = EventNamed<'decision-issued'>['data']['awards'][number];

/** @param facts of the awards; `judged`: of the checks, whose honours make lists */
export function recomputeGrants(facts: readonly Fact[], judged: readonly Fact[], report: Collector): void {
  const candidates = new Map<string, Candidate>();
  const honours = honoursBySource(judged);
  for (const fact of facts) {
    if (!isOf(fact, 'award-list-drafted', 'candidates-added')) continue;
    for (const candidate of fact.data.candidates) {
      candidates.set(`${fact.data.list}/${candidate.candidate}`, candidate);
      const told = (candidate.sources ?? []).flatMap(({ stream }) => honours.get(stream) ?? []);
      if (told.length > 0) compareCandidate(report, fact, candidate, told);
    }
  }
  const decided = new Map<string, Award[]>();
  for (const fact of facts) {
    if (!isOf(fact, 'awards-decided')) continue;
    const { list, decision, page, awards } = fact.data;
    decided.set(`${decision}/${page}`, awards);
    for (const { candidate, recipient, place } of awards) {
      const known = candidates.get(`${list}/${candidate}`);
      const found = known && { recipient: known.recipient.id, place: known.place };
      report.compare('awards', fact, { recipient: recipient.id, place }, found);
    }
  }
  const expected = new Map<string, Omit<Grant, 'grant' | 'revision' | 'status'>>();
  for (const fact of facts) {
    if (!isOf(fact, 'decision-issued')) continue;
    const { decision, document, page, awards, year, competition } = fact.data;
    report.compare('decisions', fact, awards, decided.get(`${decision}/${page}`));
    const { number, date, grantedBy, validTo } = document;
    for (const { candidate: _, ...award } of awards)
      expected.set(grantId(decision, award.honour.code, award.recipient.id), {
        ...{ ...award, decision, documentNumber: number, grantedBy, year, decisionDate: date, validFrom: date },
        ...(competition ? { competition } : {}),
        ...(validTo ? { validTo } : {}),
      });
  }
  compareGrants(facts, expected, report);
}

/** By stream, everything that an evaluation or a round ever said of its honours. */
function honoursBySource(judged: readonly Fact[]): Map<string, Honours[]> {
  const found = new Map<string, Honours[]>();
  for (const fact of judged) {
    const isYear = isOf(fact, 'annual-evaluation-completed', 'annual-evaluation-revised');
    if (!isYear && !isOf(fact, 'round-honours-granted')) continue;
    const own = isYear
      ? fact.data.honours
      : fact.data.honours.map((each) => ({ ...each, honour: `${each.honour}@${fact.data.period}` }));
    found.set(fact.stream, [...(found.get(fact.stream) ?? []), own]);
  }
  return found;
}

/** A candidate stands where one of the honours that it was drafted from put it. */
function compareCandidate({ compare }: Collector, fact: Fact, candidate: Candidate, told: Honours[]): void {
  const { honour, group, recipient, place, joint, score, state } = candidate;
  const states = { granted: 'proposed', referred: 'referred', provisional: 'provisional' } as const;
  const found = told.flat().flatMap((each) => {
    if (each.honour !== honour || each.group !== group) return [];
    return (['granted', 'referred', 'provisional'] as const).flatMap((part) =>
      each[part]
        .filter(({ unit }) => unit === recipient.id)
        .map((unit) => ({ place: unit.place, joint: unit.joint, score: unit.score, state: states[part] as string })),
    );
  });
  const written = { place, joint, score, state: state === 'barred' ? found.at(-1)?.state : state };
  const same = found.find((each) => JSON.stringify(each) === JSON.stringify(written));
  compare('candidates', fact, written, same ?? found.at(-1));
}

/** Each award of a decision is one grant, and there is no other; later revisions follow one by one. */
function compareGrants(facts: readonly Fact[], expected: ReadonlyMap<string, object>, report: Collector): void {
  const granted = new Set<string>();
  for (const own of byStream(facts, 'grant').values())
    for (const [at, fact] of own.entries()) {
      if (!isOf(fact, 'award-granted', 'award-corrected', 'award-revoked')) continue;
      const { grant, revision, status, ...rest } = fact.data;
      const is = { 'award-granted': 'granted', 'award-corrected': 'corrected', 'award-revoked': 'revoked' }[fact.type];
      report.compare('revisions', fact, { revision, status }, { revision: at + 1, status: is });
      if (fact.type !== 'award-granted') continue;
      granted.add(grant);
      report.compare('grants', fact, rest, expected.get(grant));
    }
  const missing = [...expected.keys()].filter((grant) => !granted.has(grant));
  if (missing.length > 0) report.compare('grants', { stream: 'grant', version: 0 }, [], missing);
}
