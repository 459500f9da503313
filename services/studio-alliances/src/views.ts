// What readers see of studios, pairings, outputs, joint projects and duties; fed by events, one stream to a row.
import type { EventNamed, OutputAnswer, StudioAnswer, View } from '@jiangong/contracts';
import { yearOf } from './duty-rules.ts';
import { withoutPlaque, withPlaque } from './plaque-rows.ts';

export { type AllianceRow, alliances, currentMembers, whoOf } from './alliance-view.ts';
export { type DutyRow, duties, dutyCalendars, dutyHolds } from './duty-views.ts';
export { type ProjectRow, projects } from './joint-project-view.ts';
export { outputRules, outputRulesVersions } from './output-rules-views.ts';
export * from './pairing-views.ts';

const studioEvents = [
  'studio-registered',
  'studio-amended',
  'studio-recognised',
  'studio-confirmed',
  'studio-leader-changed',
  'studio-suspended',
  'studio-listed',
  'studio-unlisted',
  'place-reserved',
  'place-released',
  'studio-need-added',
  'studio-need-removed',
  'plaque-conferred',
  'plaque-removed',
] as const;
type StudioEvent = EventNamed<(typeof studioEvents)[number]>;
export interface StudioRow extends StudioAnswer {
  org: string;
  /** The event of the studio's stream that made it what it is: later, the row of then is found by it. */
  version: number;
  listed: 'yes' | 'no';
  /** When it was recognised, or confirmed since. */
  confirmedOn?: string;
}
type Known = Omit<StudioRow, 'org' | 'version' | 'listed'>;
export const studios: View<StudioRow, StudioEvent> = {
  name: 'studios',
  events: studioEvents,
  key: ({ data }) => ('studio' in data ? data.studio : data.of === 'studio' ? data.id : undefined),
  apply(row, event) {
    const next = studioAfter(row, event);
    return next && { ...next, org: event.org, version: event.sequence, listed: next.shows ? 'yes' : 'no' };
  },
  index: ['code', 'status', 'level', 'trade', 'employer', 'district', 'listed', 'confirmedOn'],
  revision: 4,
};
function studioAfter(row: Known | undefined, event: StudioEvent): Known | undefined {
  if (event.type === 'studio-registered') return { ...event.data, status: 'registered', places: [], plaques: [] };
  if (!row) return undefined;
  switch (event.type) {
    case 'studio-amended':
      return { ...row, ...event.data };
    case 'studio-recognised':
      return { ...row, status: 'recognised', confirmedOn: event.data.from };
    case 'studio-confirmed':
      return { ...row, confirmedOn: event.data.from };
    case 'studio-leader-changed':
      return { ...row, leader: event.data.leader, name: event.data.name };
    case 'studio-suspended':
      return { ...row, status: 'suspended' };
    case 'studio-listed':
      return { ...row, shows: event.data.shows };
    case 'studio-unlisted': {
      const { shows: _, ...unlisted } = row;
      return unlisted;
    }
    case 'place-reserved': {
      const { alliance, code, name } = event.data;
      return { ...row, places: [...row.places, { alliance, code, name }] };
    }
    case 'place-released':
      return { ...row, places: row.places.filter((p) => p.alliance !== event.data.alliance) };
    case 'studio-need-added': {
      const { studio: _, ...need } = event.data;
      return { ...row, needs: [...(row.needs ?? []), need] };
    }
    case 'studio-need-removed':
      return { ...row, needs: (row.needs ?? []).filter(({ need }) => need !== event.data.need) };
    case 'plaque-conferred':
      return { ...row, plaques: withPlaque(row.plaques, event.data) };
    case 'plaque-removed':
      return { ...row, plaques: withoutPlaque(row.plaques, event.data) };
    default:
      return event satisfies never;
  }
}

const outputEvents = [
  'output-logged',
  'output-amended',
  'output-submitted',
  'output-benefit-certified',
  'output-accepted',
  'output-rejected',
  'output-withdrawn',
  'output-award-noted',
  'output-adopted',
  'output-benefit-year-ended',
] as const;
export interface OutputRow extends OutputAnswer {
  /** Since when the whole of a benefit that was certified for less can be certified. */
  benefitDue?: string;
}
export const outputs: View<OutputRow, EventNamed<(typeof outputEvents)[number]>> = {
  name: 'outputs',
  events: outputEvents,
  key: (event) => event.data.output,
  apply(row, event) {
    if (event.type === 'output-logged') return { ...event.data, status: 'draft', ...countingOf(event.data) };
    if (!row) return undefined;
    switch (event.type) {
      case 'output-amended':
        return { ...standing(row, event.data.adoptedOn), ...event.data, ...countingOf(event.data) };
      case 'output-submitted': {
        const { reason: _, rule: __, ...rest } = row;
        return { ...rest, status: 'submitted', ...(event.data.rule ? { rule: event.data.rule } : {}) };
      }
      case 'output-benefit-certified': {
        const { output: _, alliance: __, points, ...benefit } = event.data;
        return { ...withoutBenefit(row), benefit, ...(points === undefined ? {} : { points }) };
      }
      case 'output-benefit-year-ended':
        return { ...row, benefitDue: event.data.until };
      case 'output-accepted': {
        const { output: _, alliance: __, ...decided } = event.data;
        return { ...row, status: 'accepted', ...decided };
      }
      case 'output-rejected':
        return { ...row, status: 'rejected', reason: event.data.reason };
      case 'output-withdrawn': {
        const { benefitDue: _, ...rest } = row;
        return { ...rest, status: 'withdrawn', reason: event.data.reason };
      }
      case 'output-adopted': {
        const { output: _, alliance: __, ...adopted } = event.data;
        return { ...row, adoptions: [...(row.adoptions ?? []), adopted] };
      }
      case 'output-award-noted':
        return { ...row, wonElsewhere: event.data.wonElsewhere, counts: false };
      default:
        return event satisfies never;
    }
  },
  index: ['alliance', 'owner', 'status', 'year', 'benefitDue'],
  revision: 4,
};
function withoutBenefit(row: OutputRow): OutputRow {
  const { benefit, benefitDue: _, ...rest } = row;
  return benefit ? { ...rest, benefitsBefore: [...(row.benefitsBefore ?? []), benefit] } : row;
}
/** A benefit is certified from the adoption on: another day of adoption needs another certificate. */
const standing = (row: OutputRow, adoptedOn: string) => (adoptedOn === row.adoptedOn ? row : withoutBenefit(row));
const countingOf = ({ adoptedOn, wonElsewhere }: { adoptedOn: string; wonElsewhere?: string | undefined }) => ({
  year: yearOf(adoptedOn),
  counts: wonElsewhere === undefined,
});
