// The award lists that a year's evaluation and the honours of a period make by themselves: one candidate per unit they honour, refer
// or keep waiting.
import type { candidateSource, EligibilityFailure, EventNamed } from '@jiangong/contracts';
import type { z } from 'zod';
import type { Draft } from './award-list.ts';
import { barsOf, reasonOf } from './eligibility.ts';
import { cut, honoursOfPeriod } from './period-honours.ts';

type Evaluated = EventNamed<'annual-evaluation-completed'>['data'];
type RoundHonours = EventNamed<'round-honours-granted'>['data'];
type Honours = Evaluated['honours'];

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
  return {
    ...{ kind: 'competition', title: cut(`${competitionName}：${labelsOf(honours)}`, 200), year, competition },
    ...{ evaluation, scoredBy },
    honours: honoursNamed(honours, year, `${year}年度劳动竞赛`),
    candidates: candidatesOf(honours, failures, {
      event: 'annual-evaluation-completed',
      stream: `evaluation/${evaluation}`,
    }),
  };
}

/** The list of the honours of a period (a travelling flag, single prizes). */
export function draftFromRound(granted: RoundHonours, failures: readonly EligibilityFailure[]): Draft {
  const { round, competition, competitionName, year, trackLabel, periodLabel, scoredBy } = granted;
  const honours = honoursOfPeriod(granted);
  return {
    kind: 'competition',
    title: cut(`${competitionName} ${trackLabel}${periodLabel}：${labelsOf(honours)}`, 200),
    ...{ year, competition, evaluation: round, scoredBy },
    honours: honoursNamed(honours, year, `${year}年${periodLabel}劳动竞赛`),
    candidates: candidatesOf(honours, failures, { event: 'round-honours-granted', stream: `round/${round}` }),
  };
}

const labelsOf = (honours: Honours) => [...new Set(honours.map((h) => h.label))].join('、');
const honoursNamed = (honours: Honours, year: number, before: string): Draft['honours'] =>
  honours.map(({ honour, label, group, seats }) => ({
    code: honour,
    name: cut(`${before}${label}`, 200),
    shortName: shortNameOf(year, label),
    level: 'enterprise',
    group,
    seats,
  }));
function candidatesOf(
  honours: Honours,
  failures: readonly EligibilityFailure[],
  source: z.infer<typeof candidateSource>,
): Draft['candidates'] {
  return honours.flatMap(({ honour, group, granted, referred, provisional }) =>
    [
      ...granted.map((unit) => ({ unit, state: 'proposed' as const })),
      ...referred.map((unit) => ({ unit, state: 'referred' as const })),
      ...provisional.map((unit) => ({ unit, state: 'provisional' as const })),
    ].map(({ unit, state }) => {
      const recipient = { type: 'unit' as const, id: unit.unit, externalId: unit.code, name: unit.name };
      const bars = barsOf({}, failures, { honour, recipient });
      return {
        ...{ honour, group, recipient, place: unit.place, joint: unit.joint, score: unit.score },
        ...{ state, barred: bars.length ? reasonOf(bars) : undefined, sources: [source] },
      };
    }),
  );
}
