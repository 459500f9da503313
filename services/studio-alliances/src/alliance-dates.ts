// Days lie within the life of the alliance and of its members, and have come.
import { type BusinessDate, type Refusal, refuse } from '@jiangong/contracts';
import type { State } from './alliance-state.ts';

type Alliance = NonNullable<State>;
export const outsideTime = (
  { since = '…' }: Pick<Alliance, 'since'>,
  date: BusinessDate,
  from: string = since,
): Refusal => refuse('outside-alliance-time', { date, from, to: '…' });
export const notYet = (date: BusinessDate, on: BusinessDate): Refusal | undefined =>
  date > on ? refuse('future-date', { date, on }) : undefined;
export const sinceFault = (since: BusinessDate | undefined, on: BusinessDate): Refusal | undefined =>
  since !== undefined && since > on ? refuse('future-since', { since, on }) : undefined;

/** Nobody joins before the alliance began, nor on a day of an earlier membership. */
export function joiningFault(alliance: Alliance, studio: string, from: BusinessDate, on: BusinessDate) {
  const { status, since, left } = alliance;
  if (status === 'proposed') return undefined;
  if (from < since!) return outsideTime(alliance, from);
  const last = left[studio];
  return last !== undefined && from <= last ? outsideTime(alliance, from, last) : notYet(from, on);
}

export function leavingFault(alliance: Alliance, joined: BusinessDate | undefined, to: BusinessDate, on: BusinessDate) {
  if (alliance.status !== 'approved') return undefined;
  return to < (joined ?? alliance.since!) ? outsideTime(alliance, to, joined) : notYet(to, on);
}

/** It ends no earlier than the last member came, and on a day that has come. */
export function endingFault(alliance: Alliance, to: BusinessDate, on: BusinessDate): Refusal | undefined {
  const { since, members, left } = alliance;
  if (since === undefined) return undefined;
  const days = [
    since,
    ...members.flatMap((m) => (m.place === 'reserved' && m.from ? [m.from] : [])),
    ...Object.values(left),
  ];
  const latest = days.sort().at(-1)!;
  return to < latest ? outsideTime(alliance, to, latest) : notYet(to, on);
}
