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
type Candidate = Omit<Drawn['pool'][number], 'ties'>;
/** Whom a judge may have to avoid: the entrant, and the unit it belongs to. */
interface Entrant {
  id: string;
  unit?: string | undefined;
}
/** `needed`: the fewest judges by the scheme. `field`: who takes part. */
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

export type Panel = Drawn & { status: 'drawn' | 'locked' };
export type State = Panel | undefined;
export const initial = undefined as State;

export function decide(panel: State, command: Draw | Lock): PanelEvent[] | Refusal {
  if (command.type === 'draw') return drawn(panel, command);
  if (!panel) return refuse('not-found', { what: command.id });
  if (panel.status === 'locked') return [];
  return [{ type: 'judging-panel-locked', data: { panel: command.id, by: command.actor.sub } }];
}

function drawn(panel: State, { id, data, actor }: Draw): PanelEvent[] | Refusal {
  const { pool, field, needed, reason, ...about } = data;
  if (panel && (panel.status === 'locked' || !reason)) return wrongStatus(panel.status);
  const isTwice = new Set(pool.map(({ judge }) => judge)).size < pool.length;
  if (about.seats < needed || pool.length < about.seats || isTwice)
    return refuse('judging-panel-small', { needed: Math.max(needed, about.seats) });
  const draw = (panel?.draw ?? 0) + 1;
  const order = lots(pool, field, about.seed);
  const why = reason ? { reason } : {};
  return [{ type: 'judging-panel-drawn', data: { panel: id, ...about, draw, pool: order, ...why, by: actor.sub } }];
}
export const wrongStatus = (status: Panel['status']) =>
  refuse('judging-panel-status', {
    status: status === 'locked' ? 'locked' : 'drawn already',
    statusZh: valueLabels.judgingPanel[status],
  });

export const avoids = ({ unit, avoids }: Candidate, entrant: Entrant): boolean =>
  (unit !== undefined && (unit === entrant.unit || unit === entrant.id)) ||
  avoids.some((each) => each === entrant.id || each === entrant.unit);

/** The pool in the order of the lot; whoever avoids fewer contestants comes first. The same seed gives the same order. */
function lots(pool: readonly Candidate[], field: readonly Entrant[], seed: string): Drawn['pool'] {
  const drawn = pool.map((candidate) => ({
    ...candidate,
    ties: field.filter((entrant) => avoids(candidate, entrant)).length,
    lot: digestOf([seed, candidate.judge]),
  }));
  drawn.sort((a, b) => a.ties - b.ties || (a.lot < b.lot ? -1 : 1));
  return drawn.map(({ lot: _, ...candidate }) => candidate);
}

/** The seats by number, and who sits on each. */
export const seatsOf = ({ pool, seats }: Pick<Panel, 'pool' | 'seats'>): Map<string, string> =>
  new Map(pool.slice(0, seats).map(({ judge }, n) => [String(n + 1), judge]));

export function evolve(panel: State, event: PanelEvent): State {
  if (event.type === 'judging-panel-drawn') return { ...event.data, status: 'drawn' };
  return panel && { ...panel, status: 'locked' };
}

/** Makes requests of this noun. */
export const panelCommand = requestsOf<Draw | Lock>('judging-panel');
