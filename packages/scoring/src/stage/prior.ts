// Earlier results, looked up by track, stage and period, then by entrant.
import type { EntrantResult, StageResult } from '../result.ts';

export interface Closing {
  result: StageResult;
  /** Nothing is pending, so the list of entrants is complete and places are final. */
  closed: boolean;
  of: (entrant: string) => EntrantResult | undefined;
  /** How many entrants are listed in the group (undefined = the whole track). */
  size: (group: string | null | undefined) => number;
  /** How many share the place in the group (undefined = the whole track). */
  sharing: (place: number, group: string | null | undefined) => number;
  /** Was the honour granted? undefined while the committee still decides. */
  granted: (honour: string, entrant: string) => boolean | undefined;
}

export type Prior = (track: string, stage: string, period: string | null) => Closing | undefined;

/** `track.stage` or `track.stage.period`. */
export function stageName(track: string, stage: string, period: string | null): string {
  return period === null ? `${track}.${stage}` : `${track}.${stage}.${period}`;
}

/** Of several results of the same stage and period, the last counts: a correction replaces what it corrects. */
export function indexPrior(results: readonly StageResult[]): Prior {
  const byName = new Map<string, Closing>();
  for (const result of results) {
    byName.set(stageName(result.track, result.stage, result.period), closing(result));
  }
  return (track, stage, period) => byName.get(stageName(track, stage, period));
}

function closing(result: StageResult): Closing {
  let byId: Map<string, EntrantResult> | undefined;
  let sizes: Map<string | null, number> | undefined;
  let shared: Map<string, number> | undefined;
  const seat = (place: number, group: string | null | undefined) =>
    `${place} ${group === undefined ? '' : `/${group}`}`;
  return {
    result,
    closed: result.pending.length === 0,
    of: (entrant) => {
      byId ??= new Map(result.entrants.map((e) => [e.id, e]));
      return byId.get(entrant);
    },
    size: (group) => {
      if (group === undefined) return result.entrants.length;
      if (!sizes) {
        sizes = new Map();
        for (const e of result.entrants) sizes.set(e.group, (sizes.get(e.group) ?? 0) + 1);
      }
      return sizes.get(group) ?? 0;
    },
    sharing: (place, group) => {
      if (!shared) {
        shared = new Map();
        for (const e of result.entrants) {
          if (e.place === null) continue;
          for (const key of [seat(e.place, e.group), seat(e.place, undefined)])
            shared.set(key, (shared.get(key) ?? 0) + 1);
        }
      }
      return shared.get(seat(place, group)) ?? 1;
    },
    granted: (honour, entrant) => {
      const own = result.honours.filter((h) => h.honour === honour);
      if (own.some((h) => h.granted.includes(entrant))) return true;
      return own.some((h) => h.referred.includes(entrant) || h.provisional.includes(entrant)) ? undefined : false;
    },
  };
}
