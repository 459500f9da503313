// A panel of judges: drawn by lot from a pool, drawn again with a reason until it is locked.
import {
  type Command,
  digestOf,
  type EventNamed,
  type Refusal,
  refuse,
  requestsOf,
  valueLabels,
} from '@jiangong/contracts';

export type PanelEvent = EventNamed<'judging-panel-drawn' | 'judging-panel-locked'>;
type Drawn = EventNamed<'judging-panel-drawn'>['data'];
type Candidate = Omit<Drawn['pool'][number], 'ties' | 'seed'>;
/** Whom a judge may have to avoid: the entrant, and the unit it belongs to. */
interface Entrant {
  id: string;
  unit?: string | undefined;
}
/** `needed`: the fewest judges by the scheme. `field`: who takes part. `seed`: drawn by the system once the pool is given. */
type Draw = Command<
  'draw',
  Omit<Drawn, 'panel' | 'draw' | 'pool' | 'by' | 'reason'> & {
    pool: Candidate[];
    field: Entrant[];
    needed: number;
    reason?: string | undefined;
  }
>;
type Lock = Command<'lock', object>;

/** `seeds`: by judge, of the draw in which they first came to the pool. */
export type Panel = Drawn & { status: 'drawn' | 'locked'; seeds: Readonly<Record<string, string>> };
export type State = Panel | undefined;
export const initial = undefined as State;

export function decide(panel: State, command: Draw | Lock): PanelEvent[] | Refusal {
  if (command.type === 'draw') return drawn(panel, command);
  if (!panel) return refuse('not-found', { what: command.id });
  if (panel.status === 'locked') return [];
  return [{ type: 'judging-panel-locked', data: { panel: command.id, by: command.actor.sub } }];
}

function drawn(panel: State, { id, data, actor }: Draw): PanelEvent[] | Refusal {
  const { pool, field, needed, reason, seed: fresh, ...about } = data;
  if (panel && (panel.status === 'locked' || !reason)) return wrongStatus(panel.status);
  const isTwice = new Set(pool.map(({ judge }) => judge)).size < pool.length;
  if (about.seats < needed || pool.length < about.seats || isTwice)
    return refuse('judging-panel-small', { needed: Math.max(needed, about.seats) });
  const draw = (panel?.draw ?? 0) + 1;
  const seeds = panel?.seeds ?? {};
  // Without a newcomer nothing is drawn anew: nobody draws until they like who sits on the panel.
  const seed = panel && pool.every(({ judge }) => seeds[judge] !== undefined) ? panel.seed : fresh;
  const order = lots(pool, field, seeds, seed);
  const why = reason ? { reason } : {};
  return [
    { type: 'judging-panel-drawn', data: { panel: id, ...about, seed, draw, pool: order, ...why, by: actor.sub } },
  ];
}
export const wrongStatus = (status: Panel['status']) =>
  refuse('judging-panel-status', {
    status: status === 'locked' ? 'locked' : 'drawn already',
    statusZh: valueLabels.judgingPanel[status],
  });

export const avoids = ({ unit, avoids }: Candidate, entrant: Entrant): boolean =>
  (unit !== undefined && (unit === entrant.unit || unit === entrant.id)) ||
  avoids.some((each) => each === entrant.id || each === entrant.unit);

/**
 * The pool in the order of the lot; whoever avoids fewer contestants comes first. The same seeds give the same order, and
 * whoever was in the pool before keeps their lot.
 */
function lots(
  pool: readonly Candidate[],
  field: readonly Entrant[],
  seeds: Panel['seeds'],
  seed: string,
): Drawn['pool'] {
  const drawn = pool.map((candidate) => {
    const own = seeds[candidate.judge] ?? seed;
    const ties = field.filter((entrant) => avoids(candidate, entrant)).length;
    return { ...candidate, ties, ...(own === seed ? {} : { seed: own }), lot: digestOf([own, candidate.judge]) };
  });
  drawn.sort((a, b) => a.ties - b.ties || (a.lot < b.lot ? -1 : 1));
  return drawn.map(({ lot: _, ...candidate }) => candidate);
}

/** The seats by number, and who sits on each. */
export const seatsOf = ({ pool, seats }: Pick<Panel, 'pool' | 'seats'>): Map<string, string> =>
  new Map(pool.slice(0, seats).map(({ judge }, n) => [String(n + 1), judge]));

export function evolve(panel: State, event: PanelEvent): State {
  if (event.type === 'judging-panel-drawn') {
    const joined = event.data.pool.map(({ judge, seed = event.data.seed }) => [judge, seed]);
    return { ...event.data, status: 'drawn', seeds: { ...Object.fromEntries(joined), ...panel?.seeds } };
  }
  return panel && { ...panel, status: 'locked' };
}

/** Makes requests of this noun. */
export const panelCommand = requestsOf<Draw | Lock>('judging-panel');
