// What the routes of an alliance’s work share: who records it, whose it is, and within which time.
import { isRefusal, type Refusal, refuse } from '@jiangong/contracts';
import { type Asking, readable } from './access.ts';
import { wrongState } from './state-labels.ts';
import { type AllianceRow, currentMembers } from './views.ts';

export const workers = ['organiser', 'alliance-leader'] as const;

/** What every piece of work says of its alliance. */
export const belongingTo = (alliance: AllianceRow) => ({
  alliance: alliance.alliance,
  owner: alliance.org,
  studios: currentMembers(alliance).map((m) => m.studio),
});

/** Work needs an alliance that was approved, and a day within its time. */
export function outside(alliance: AllianceRow, date: string): Refusal | undefined {
  const { name, status, since, to } = alliance;
  if (since === undefined) return wrongState('alliance-state', name, status, 'approved');
  if (date >= since && (to === undefined || date <= to)) return undefined;
  return refuse('outside-alliance-time', { date, from: since, to: to ?? '…' });
}

/** Lists show what belongs to the organisation, or to one alliance that the actor may read. */
export async function scope(asking: Asking, alliance: string | undefined) {
  if (alliance === undefined) return { owner: asking.actor.org };
  const row = await readable(asking, alliance);
  return isRefusal(row) ? row : { alliance };
}
