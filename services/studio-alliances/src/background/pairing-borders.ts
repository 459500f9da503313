// Runs of the time when another union's studios could take part whether it showed them or not: what they hold of those studios
// is shown no more.
// A run's input never changes, so each run is looked through once in a process.
import { isRefusal, type Refusal, refuse } from '@jiangong/contracts';
import type { Companion, CompanionDeclaration, Host, Request } from '@jiangong/service-kit';
import { runOf } from '../pairing-reading.ts';
import { wrongState } from '../state-labels.ts';
import { entryOf } from '../studio-directory.ts';
import { type PairingRow, studios as studiosView } from '../views.ts';
import { pagesOfStudios, pairingOrderOf } from './pairing-input.ts';

export interface Borders extends Companion {
  /** Whether every studio of a run is of the run's own union, or was in the directory then. */
  within(run: PairingRow): Promise<boolean>;
}
export const pairingBorders: CompanionDeclaration<Borders> = { name: 'pairing-borders', make: openBorders };

const REMEMBERED = 1000;

function openBorders(host: Host): Borders {
  const known = new Map<string, Promise<boolean>>();

  async function look(run: PairingRow): Promise<boolean> {
    const read = host.read(run.org);
    const { studios } = await pairingOrderOf(read, run);
    const foreign = new Set(studios.map(({ studio }) => studio));
    for await (const rows of pagesOfStudios(read)) for (const { studio } of rows) foreign.delete(studio);
    for (const { studio, version } of studios) {
      if (!foreign.has(studio)) continue;
      const then = await host.rowAt(studiosView, `studio/${studio}`, version);
      if (!then || !entryOf(then)) return false;
    }
    return true;
  }
  return {
    within(run) {
      const before = known.get(run.pairing);
      if (before) return before;
      if (known.size === REMEMBERED) known.delete(known.keys().next().value!);
      const found = look(run);
      known.set(run.pairing, found);
      found.catch(() => known.delete(run.pairing));
      return found;
    },
  };
}

/** A run whose answer is whole, and tells of the union's own studios alone. */
export async function completedRun({ read, companion }: Request, id: string): Promise<PairingRow | Refusal> {
  const run = await runOf(read, id);
  if (isRefusal(run)) return run;
  if (run.status !== 'completed') return wrongState('pairing-state', '', run.status, 'completed');
  return (await companion(pairingBorders).within(run)) ? run : refuse('not-found', { what: id });
}
