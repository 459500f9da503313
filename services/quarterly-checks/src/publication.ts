// How far a round or a year is published, as its organiser decides; frozen, readers keep seeing the standings of that time.
import {
  type Command,
  type EventNamed,
  type PublicationState,
  type Refusal,
  refuse,
  requestsOf,
  type StandingsView,
} from '@jiangong/contracts';

type Data = EventNamed<'publication-set'>['data'];
type About = Pick<Data, 'competition' | 'track' | 'period'>;
/** It is launched: nobody sees results yet. */
type Hide = Command<'hide', About>;
/** `ready`: there are results. `due`: what must be published first, as people name it. `now`: the standings, to be frozen. */
type Publish = Command<
  'publish',
  {
    about: About;
    to: PublicationState;
    frozen: boolean;
    reason?: string | undefined;
    ready: boolean;
    due: { zh: string; en: string }[];
    now?: Pick<StandingsView, 'state' | 'items' | 'honours'> | undefined;
  }
>;
export type PublicationEvent = EventNamed<'publication-set'>;
type Event = PublicationEvent | EventNamed<'standings-frozen'>;

export interface Publication extends Omit<Data, 'by'> {
  rows: 'own' | 'all';
}
export type State = Publication | undefined;
export const initial = undefined as State;

const PAGE = 100;
/** How much is published, as a number. */
export const reach = ({ to, rows }: Pick<Publication, 'to' | 'rows'>) =>
  to === 'hidden' ? 0 : to === 'public' ? 3 : rows === 'all' ? 2 : 1;
/** The one that publishes least. */
export const least = <P extends Pick<Publication, 'to' | 'rows'>>(a: P, b: P): P => (reach(b) < reach(a) ? b : a);

/** What is launched is hidden, also before its row says so. */
export const hiddenYet = { to: 'hidden', rows: 'own', frozen: false, freezes: 0 } as const;
/** What was launched before 0.2.0: all entrants see all rows. */
export const unset = { to: 'entrants', rows: 'all', frozen: false, freezes: 0 } as const;

export function decide(state: State, command: Hide | Publish): Event[] | Refusal {
  const publication = command.id;
  switch (command.type) {
    case 'hide':
      if (state) return [];
      return [set({ publication, ...command.data, to: 'hidden', frozen: false, freezes: 0, by: command.actor.sub })];
    case 'publish': {
      const { about, to, frozen, reason, ready, due, now } = command.data;
      const before = state ?? unset;
      if (state && to === before.to && frozen === before.frozen) return [];
      if (to !== 'hidden') {
        if (!ready) return refuse('publication-not-ready');
        if (due.length > 0)
          return refuse('rounds-less-published', {
            results: due.map(({ zh }) => zh),
            resultsEn: due.map(({ en }) => en),
          });
      }
      if (reach({ to, rows: 'own' }) < reach(before) && !reason) return refuse('publication-reason-required');
      const starts = frozen && !before.frozen;
      const freezes = before.freezes + (starts ? 1 : 0);
      const why = reason ? { reason } : {};
      const event = set({ publication, ...about, to, frozen, freezes, ...why, by: command.actor.sub });
      return starts && now ? [...pagesOf(publication, freezes, now), event] : [event];
    }
    default:
      return command satisfies never;
  }
}

const set = (data: Data): Event => ({ type: 'publication-set', data });

function pagesOf(
  publication: string,
  freeze: number,
  { state, items, honours }: Pick<StandingsView, 'state' | 'items' | 'honours'>,
): Event[] {
  const pages = Math.max(1, Math.ceil(items.length / PAGE));
  return Array.from({ length: pages }, (_, at) => ({
    type: 'standings-frozen',
    data: {
      ...{ publication, freeze, page: at + 1, state },
      items: items.slice(at * PAGE, (at + 1) * PAGE),
      honours: at === 0 ? honours : [],
    },
  }));
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'standings-frozen') return state;
  const { by: _, ...data } = event.data;
  return { ...data, rows: 'own' };
}

/** Makes requests of this noun. */
export const publicationCommand = requestsOf<Hide | Publish>('publication');
