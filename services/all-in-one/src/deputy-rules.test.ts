// Whoever acts on another's behalf counts as both: neither decides what the other did. Every rule by every pair of people.
import { type Actor, definitionOf, isRefusal, peopleOf } from '@jiangong/contracts';
import { describe, expect, test } from 'vitest';
import * as objection from '../../awards/src/objection.ts';
import { performances } from '../../contests/src/views.ts';
import * as check from '../../quarterly-checks/src/check.ts';
import * as review from '../../quarterly-checks/src/review.ts';
import { type AnotherPerson, after, anotherPerson, frame, idOf } from './deputy-rules.fixture.ts';

const people = {
  li: { sub: 'li' },
  zhang: { sub: 'zhang' },
  'zhang for li': { sub: 'zhang', behalf: 'li' },
  zhao: { sub: 'zhao' },
} as const;
type Who = keyof typeof people;
const everybody = Object.keys(people) as Who[];

function actorOf(who: Who, role: Actor['roles'][number], unit: string | undefined): Actor {
  const units = unit !== undefined && who !== 'zhang' && who !== 'zhao' ? [unit] : [];
  return { ...people[who], org: 'union', roles: [role], departments: ['safety'], units };
}
function isBarred(rule: AnotherPerson, deed: Who, decision: Who): boolean {
  const doing = peopleOf(people[deed]);
  const shares = peopleOf(people[decision]).some((person) => doing.includes(person));
  return rule.entering === undefined ? shares : shares || actorOf(decision, 'entrant', rule.entering).units.length > 0;
}

describe.each(Object.entries(anotherPerson))('%s', (_, rule) => {
  const id = idOf(rule);
  const doers = everybody.filter(
    (who) => rule.entering === undefined || actorOf(who, 'entrant', rule.entering).units[0],
  );
  test.each(doers.flatMap((deed) => everybody.map((decision) => [deed, decision] as const)))(
    '%s, then %s',
    (deed, decision) => {
      const state = after(rule, id, actorOf(deed, rule.deed.role, rule.entering));
      const { type, data, role } = rule.decision;
      const actor = actorOf(decision, role, rule.entering);
      const outcome = rule.noun.decide(state, { ...frame, id, actor, type, data });
      const refused = isRefusal(outcome) ? outcome.refused : undefined;
      if (isBarred(rule, deed, decision)) expect(refused).toBe(rule.refused);
      else expect(refused).not.toBe(rule.refused);
    },
  );
});

test('a deputy decides on nobody’s behalf about the units that they act for as themselves', () => {
  const entrant = definitionOf('check-made')!.example as { entrant: { unit: string } };
  const state = check.evolve(undefined, { type: 'check-made', data: entrant } as never);
  const verify = (ownUnits: string[]) => {
    const actor = { ...actorOf('zhang for li', 'checker', undefined), ownUnits };
    const outcome = check.decide(state, { ...frame, id: 'o1', actor, type: 'verify-progress', data: { items: {} } });
    return isRefusal(outcome) ? outcome.refused : undefined;
  };
  expect(verify([])).not.toBe('own-decision');
  expect(verify([entrant.entrant.unit])).toBe('own-decision');
});

test('an objection is decided by nobody for whom, or who for somebody, nominated the candidate', () => {
  const filed = {
    ...(definitionOf('objection-filed')!.example as object),
    nominatedBy: peopleOf(people['zhang for li']),
  };
  const state = objection.evolve(objection.initial, { type: 'objection-filed', data: filed } as never);
  const data = { outcome: 'dismissed' as const, finding: '—', effect: '—', recipients: [] };
  const decided = everybody.map((who) => {
    const actor = actorOf(who, 'committee', undefined);
    const outcome = objection.decide(state, { ...frame, id: 'o1', actor, type: 'decide', data } as never);
    return isRefusal(outcome) ? outcome.refused : 'decided';
  });
  expect(decided).toEqual(['own-nomination', 'own-nomination', 'own-nomination', 'decided']);
});

test('whoever recorded a review or a performance for another has both among those who scored', () => {
  const by = { actor: 'zhang', behalf: 'li' };
  const recorded = {
    type: 'review-recorded',
    data: { ...(definitionOf('review-recorded')!.example as object), by: 'zhang' },
  };
  expect(review.evolve(undefined, { ...recorded, ...by } as never)?.recordedBy).toEqual(['li', 'zhang']);
  const data = { ...(definitionOf('performance-recorded')!.example as object), by: 'zhang' };
  const performed = { type: 'performance-recorded', data, ...by };
  expect(performances.apply(undefined, performed as never)?.recordedBy).toEqual(['zhang', 'li']);
});
