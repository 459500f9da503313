// Rows by which awards know who is barred: what evaluations found, what a union recorded, and how schemes call their vetoes.
import type { awardBarView, EventNamed, View } from '@jiangong/contracts';
import type { z } from 'zod';
import * as awardBar from './award-bar.ts';
import * as awardRules from './award-rules.ts';

type Evaluated = EventNamed<'annual-standings-paged' | 'annual-evaluation-completed' | 'annual-evaluation-revised'>;
interface YearBar {
  unit: string;
  cause: string;
  level: 'stage' | 'year';
  /** Stage and period that it comes from. */
  at: string;
}
/** Whom an evaluation bars. The year is known with its last event only. */
export interface YearBars {
  evaluation: string;
  competition: string;
  competitionName?: string;
  year?: number;
  scheme?: string;
  bars: YearBar[];
}
export const yearBars: View<YearBars, Evaluated> = {
  name: 'year-bars',
  events: ['annual-standings-paged', 'annual-evaluation-completed', 'annual-evaluation-revised'],
  key: ({ data }) => data.evaluation,
  apply(row, { type, data }) {
    const { evaluation, competition } = data;
    const known = row ?? { evaluation, competition, bars: [] };
    if (type === 'annual-standings-paged') {
      const found = data.results.flatMap(({ entrant, result }) =>
        result.bars.map(({ cause, level, at }) => ({ unit: entrant.unit, cause, level, at })),
      );
      return { ...known, bars: data.page === 1 ? found : [...known.bars, ...found] };
    }
    const { competitionName, year, scheme, schemeVersion } = data;
    return { ...known, competitionName, year, ...(scheme ? { scheme: `${scheme}/${schemeVersion}` } : {}) };
  },
  index: ['year'],
};

type Bar = Parameters<typeof awardBar.evolve>[1];
/** The bars that a union recorded. */
export const awardBars: View<z.infer<typeof awardBarView>, EventNamed<Bar['type']>> = {
  name: 'award-bars',
  events: ['award-bar-recorded', 'award-bar-lifted'],
  key: ({ data }) => data.bar,
  apply: awardBar.evolve,
};
/** A union's rules for its honours. */
export const awardRulesRows: View<NonNullable<awardRules.State>, EventNamed<'award-rules-set'>> = {
  name: 'award-rules',
  events: ['award-rules-set'],
  key: ({ data }) => data.rules,
  apply: awardRules.evolve as never,
};

interface Labelled {
  id: string;
  label: string | { zh: string; en: string };
}
/** How a published scheme calls its vetoes and groups. */
export interface SchemeLabels {
  labels: Record<string, { zh: string; en: string }>;
  groups: Record<string, { zh: string; en: string }>;
}
export const schemeLabels: View<SchemeLabels, EventNamed<'scheme-published'>> = {
  name: 'veto-labels',
  events: ['scheme-published'],
  key: ({ data }) => `${data.scheme}/${data.version}`,
  apply: (_, { data }) => ({ labels: labelsIn(data.body, 'vetoes'), groups: labelsIn(data.body, 'groups') }),
  revision: 2,
};
const both = (label: Labelled['label']) => (typeof label === 'string' ? { zh: label, en: label } : label);
/** A scheme says its vetoes with each sheet and its groups with each track, wherever those stand. */
function labelledIn(part: unknown, as: string): Labelled[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === as && Array.isArray(value) ? (value as Labelled[]).filter((each) => each?.label) : labelledIn(value, as),
  );
}
const labelsIn = (body: unknown, as: string) =>
  Object.fromEntries(labelledIn(body, as).map(({ id, label }) => [id, both(label)]));
