// What compiling a sheet knows: where it stands in the scheme, and the slots given out so far.
import type { Criterion } from '../schema/criterion.ts';
import type { Scheme, Track } from '../schema/scheme.ts';
import type { Sheet } from '../schema/sheet.ts';
import type { Stage } from '../schema/stage.ts';

export interface Slot {
  criterion: Criterion;
  index: number;
  /** JSON pointer to the criterion. */
  at: string;
  adjustment: boolean;
}

export interface Context {
  scheme: Scheme;
  track: Track;
  stage: Stage;
  sheet: Sheet;
  /** JSON pointer to the sheet. */
  at: string;
  slots: Slot[];
  byId: Map<string, Slot>;
  /** Slots that somebody reads one by one: what nobody reads need not be kept. */
  observed: Set<number>;
  /** Does a step of the sheet round, whatever is entered? */
  rounds: boolean;
}

export function takeSlot(context: Context, criterion: Criterion, at: string, adjustment: boolean): Slot {
  const slot = { criterion, index: context.slots.length + 1, at, adjustment };
  context.slots.push(slot);
  context.byId.set(criterion.id, slot);
  return slot;
}

/**
 * The track and stage that `from` names: `stage` within the track `own`, or `track.stage`. Returns undefined if there is none.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * const [track] = scheme.tracks;
 * findStage(scheme, 'projects.quarter', track!)?.stage.id; // → 'quarter'
 * findStage(scheme, 'decade', track!); // → undefined
 * ```
 */
export function findStage(scheme: Scheme, from: string, own: Track): { track: Track; stage: Stage } | undefined {
  const dot = from.indexOf('.');
  const track = dot < 0 ? own : scheme.tracks.find((t) => t.id === from.slice(0, dot));
  const stage = track?.stages.find((s) => s.id === from.slice(dot + 1));
  return track && stage ? { track, stage } : undefined;
}

/**
 * The sheet of a stage, its own or a shared one, and the JSON pointer (RFC 6901) to it. Returns undefined if the stage names a
 * sheet that the scheme does not have.
 *
 * @example
 * ```ts
 * const scheme = parseScheme(templates['wu-bi-wu-sai']!);
 * const [track] = scheme.tracks;
 * findSheet(scheme, track!, track!.stages[0]!)?.at; // → '/sheets/0'
 * ```
 */
export function findSheet(scheme: Scheme, track: Track, stage: Stage): { sheet: Sheet; at: string } | undefined {
  if (typeof stage.sheet !== 'string') {
    return {
      sheet: stage.sheet,
      at: `/tracks/${scheme.tracks.indexOf(track)}/stages/${track.stages.indexOf(stage)}/sheet`,
    };
  }
  const index = (scheme.sheets ?? []).findIndex((s) => s.id === stage.sheet);
  const sheet = scheme.sheets?.[index];
  return sheet && { sheet, at: `/sheets/${index}` };
}
