// A list whose evaluation was revised: it stays as the committee has it, says what changed, and until something is decided
// it goes no further before the committee has acknowledged that.
import {
  type AwardListView,
  type acknowledgeRevision,
  type Command,
  type EventNamed,
  type Refusal,
  refuse,
} from '@jiangong/contracts';
import type { z } from 'zod';
import { honoursOfPeriod } from './period-honours.ts';

type Revised = EventNamed<'annual-evaluation-revised'>['data'];
type Noted = EventNamed<'evaluation-revision-noted'>;
export type Note = Pick<Revised, 'revision' | 'reason' | 'scoredBy'> & { changes: Noted['data']['changes'] };
export type Acknowledge = z.infer<typeof acknowledgeRevision>;

const seats = ['granted', 'referred', 'provisional'] as const;

/** What the revision means for whoever stands on the list: another part in an honour, another place or score. */
export function noteOf({ revision, reason, scoredBy, honours, honourMoves, moves }: Revised): Note {
  const parts = honourMoves.map(({ honour, group, unit, name, before, after }) => ({
    ...{ honour, group, unit, name, before, after },
  }));
  const standing = new Map(moves.map((move) => [move.entry, move]));
  const placeAndScore = (place: number | null, score: number | null) => `${place ?? '—'} / ${score ?? '—'}`;
  const shifted = honours.flatMap(({ honour, group, ...units }) =>
    seats
      .flatMap((seat) => units[seat])
      .flatMap(({ entry, unit, name }) => {
        const move = standing.get(entry);
        if (!move || parts.some((part) => part.unit === unit && part.honour === honour)) return [];
        const [before, after] = [move.before, move.after].map(({ place, score }) => placeAndScore(place, score));
        return [{ honour, group, unit, name, before: before!, after: after! }];
      }),
  );
  return { revision, reason, scoredBy, changes: [...parts, ...shifted].slice(0, 500) };
}

/** What another revision of a period's honours means for a list: who gets an honour and is not on it, and who no longer does. */
export function noteOfRound(list: AwardListView, granted: EventNamed<'round-honours-granted'>['data']): Note {
  const { revision, periodLabel, scoredBy } = granted;
  const now = honoursOfPeriod(granted).flatMap(({ honour, group, ...units }) =>
    seats.flatMap((seat) => units[seat].map(({ unit, name }) => ({ honour, group, unit, name, after: seat }))),
  );
  type Place = Pick<(typeof now)[number], 'honour' | 'group' | 'unit'>;
  const keyOf = ({ honour, group, unit }: Place) => JSON.stringify([honour, group, unit]);
  const before = list.candidates
    .filter(({ state }) => state !== 'removed')
    .map(({ honour, group, recipient: { id: unit, name } }) => ({ honour, group, unit, name: name ?? unit }));
  const [known, present] = [new Set(before.map(keyOf)), new Set(now.map(keyOf))];
  const changes: Note['changes'] = [
    ...now.filter((each) => !known.has(keyOf(each))).map((each) => ({ ...each, before: null })),
    ...before.filter((each) => !present.has(keyOf(each))).map((each) => ({ ...each, before: 'granted', after: null })),
  ];
  return { revision, scoredBy, reason: `${periodLabel}：评选结果重新登记`, changes: changes.slice(0, 500) };
}

/** Nothing is noted twice, nor if it concerns nobody on the list. */
export function noted(list: AwardListView, note: Note): Noted[] {
  const known = list.revisions?.some(({ revision }) => revision >= note.revision);
  if (known || note.changes.length === 0) return [];
  const blocking = list.decisions.length === 0;
  return [{ type: 'evaluation-revision-noted', data: { list: list.list, ...note, blocking } }];
}

const openIn = ({ revisions = [], decisions }: AwardListView) =>
  decisions.length > 0 ? [] : revisions.filter(({ blocking, acknowledged }) => blocking && acknowledged === undefined);

/** Why the list goes no further; undefined if it does. */
export function revisionOpen(list: AwardListView): Refusal | undefined {
  const open = openIn(list);
  if (open.length === 0) return undefined;
  const reasons = open.map(({ reason }) => reason);
  const names = [...new Set(open.flatMap(({ changes }) => changes.map(({ name }) => name)))].slice(0, 20);
  return refuse('revision-open', { list: list.list, title: list.title, reasons, names });
}

export function acknowledged(
  list: AwardListView,
  { data: { revision, reason }, actor }: Command<'acknowledge-revision', Acknowledge>,
): EventNamed<'evaluation-revision-acknowledged'>[] | Refusal {
  const known = list.revisions?.find((each) => each.revision === revision);
  if (!known) return refuse('not-found', { what: `${list.title}：${revision}` });
  if (known.acknowledged !== undefined) return [];
  return [{ type: 'evaluation-revision-acknowledged', data: { list: list.list, revision, reason, by: actor.sub } }];
}
