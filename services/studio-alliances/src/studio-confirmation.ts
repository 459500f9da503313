// When studios are confirmed again: so many years after they were recognised, or confirmed, as their union's calendar says.
import { type Actor, dutyCalendarId, type Read } from '@jiangong/contracts';
import { dutyCalendars, type StudioRow } from './views.ts';

interface Asking {
  actor: Pick<Actor, 'org'>;
  read: Read;
  businessDate: string;
}
/** What falls due so soon is a task already. */
const AHEAD = { days: 30 };
const yearsOf = async ({ actor, read }: Asking) =>
  (await read.get(dutyCalendars, dutyCalendarId(actor.org)))?.confirmYears;

export const confirmBy = (confirmedOn: string, years: number): string =>
  Temporal.PlainDate.from(confirmedOn).add({ years }).toString();

/** Recognised studios with the day of their next confirmation, and whether it is over. */
export async function withConfirmation(asking: Asking, rows: readonly StudioRow[]): Promise<StudioRow[]> {
  const years = await yearsOf(asking);
  return rows.map((row) => {
    if (years === undefined || row.status !== 'recognised' || row.confirmedOn === undefined) return row;
    const by = confirmBy(row.confirmedOn, years);
    return { ...row, confirmBy: by, toConfirm: by < asking.businessDate };
  });
}

/** Those that were confirmed so long ago that the next time is near or over. */
export async function nearConfirmation(asking: Asking) {
  const years = await yearsOf(asking);
  if (years === undefined) return undefined;
  const upTo = Temporal.PlainDate.from(asking.businessDate).add(AHEAD).subtract({ years }).toString();
  return { status: 'recognised' as const, confirmedOn: { upTo } };
}
