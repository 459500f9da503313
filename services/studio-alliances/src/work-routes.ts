// What the routes of an alliance’s work share: who records it, whose it is, within which time, and commands on it.
import { type CommandRequest, id, isRefusal, type Refusal, refuse, type View } from '@jiangong/contracts';
import { type Out, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { type Asking, readable, workable, workOf } from './access.ts';
import { wrongState } from './state-labels.ts';
import { type AllianceRow, currentMembers } from './views.ts';

export const workers = ['organiser', 'alliance-leader'] as const;

/** Commands on the work of one noun by those who work in its alliance. */
// biome-ignore lint/suspicious/noExplicitAny: whichever events feed the view
export function working<R extends { alliance: string }>(noun: string, view: View<R, any>) {
  return <B extends z.ZodType | undefined>(
    verb: string,
    summary: readonly [string, string],
    body: B,
    command: (id: string, data: Out<B>) => CommandRequest,
  ) =>
    post(`/${noun}/:id/${verb}`, {
      summary,
      roles: workers,
      params: z.object({ id }),
      body,
      async handle(request) {
        const work = await workOf(request, view, request.params.id, workable);
        if (isRefusal(work)) return work;
        return command(request.params.id, request.body);
      },
    });
}

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
