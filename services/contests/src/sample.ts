// A small race on the shipped scheme, for tests.
import { type Actor, type ContestEntrant, derivedId } from '@jiangong/contracts';
import { templates } from '@jiangong/scoring';
import { type Body, schemeOf } from './scheme.ts';
import type { Contender } from './stage/evaluate.ts';

export const organiser: Actor = { sub: 'u', org: 'o', roles: ['organiser'], departments: [], units: [] };
export const bodyOf = (template: string) => schemeOf(templates[template] as unknown as Body) as unknown as Body;
export const contest = derivedId('contest', 1);
export const frame = { id: contest, businessDate: '2024-04-10', now: '2024-04-10T09:00:00+08:00', actor: organiser };
export const announcement = {
  ...{ name: '“彩虹跑”五公里团体赛', year: 2024, scheme: derivedId('scheme', 1), schemeVersion: 1 },
  body: bodyOf('wu-gong-li'),
  registration: { from: '2024-04-01', to: '2024-04-20' },
};
export const person = (n: number, unit = 1): ContestEntrant => ({
  ...{ type: 'person', id: derivedId('person', n), unit: derivedId('unit', unit) },
});
export const runner = (n: number, seconds: number | undefined, unit = 1): Contender => ({
  ...{ contestant: derivedId('contestant', n), entrant: person(n, unit), group: null, members: [] },
  ...(seconds === undefined ? { marks: {}, absence: 'did-not-finish' } : { marks: { time: { value: seconds } } }),
});
export const race = { track: 'runners', stage: 'race', period: null };
