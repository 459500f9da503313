// The award list that a year's evaluation makes by itself: one candidate per unit it honours, refers or keeps waiting.
import type { EligibilityFailure, EventNamed } from '@jiangong/contracts';
import type { Draft } from './award-list.ts';
import { barsOf, reasonOf } from './eligibility.ts';

type Evaluated = EventNamed<'annual-evaluation-completed'>['data'];

/** At most so many UTF-16 units, without cutting a character in two. */
export function cut(text: string, length: number): string {
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept;
}

/** A name that fits a payroll's field; a long label is cut, and an organiser can name the honour better. */
export const shortNameOf = (year: number, label: string) => {
  const short = `${year}竞赛${label}`;
  return short.length <= 20 ? short : cut(`${year}${label}`, 20);
};

/** Every unit that an evaluation names for an honour. */
export const unitsOf = ({ honours }: Pick<Evaluated, 'honours'>) =>
  honours.flatMap((each) => [...each.granted, ...each.referred, ...each.provisional].map(({ unit }) => unit));

/** @param failures what stands against its units: they are on the list from the start as barred, with the reason */
export function draftFrom(evaluated: Evaluated, failures: readonly EligibilityFailure[]): Draft {
  const { evaluation, competition, competitionName, year, honours, scoredBy } = evaluated;
  const labels = [...new Set(honours.map((h) => h.label))].join('、');
  return {
    kind: 'competition',
    title: cut(`${competitionName}：${labels}`, 200),
    year,
    competition,
    evaluation,
    scoredBy,
    honours: honours.map(({ honour, label, group, seats }) => ({
      code: honour,
      name: cut(`${year}年度劳动竞赛${label}`, 200),
      shortName: shortNameOf(year, label),
      level: 'enterprise',
      group,
      seats,
    })),
    candidates: honours.flatMap(({ honour, group, granted, referred, provisional }) =>
      [
        ...granted.map((unit) => ({ unit, state: 'proposed' as const })),
        ...referred.map((unit) => ({ unit, state: 'referred' as const })),
        ...provisional.map((unit) => ({ unit, state: 'provisional' as const })),
      ].map(({ unit, state }) => {
        const recipient = { type: 'unit' as const, id: unit.unit, externalId: unit.code, name: unit.name };
        const bars = barsOf({}, failures, { honour, recipient });
        return {
          ...{ honour, group, recipient, place: unit.place, joint: unit.joint, score: unit.score },
          ...{ state, barred: bars.length ? reasonOf(bars) : undefined },
        };
      }),
    ),
  };
}
