// How far a round or a year is published, as its organiser decides; frozen, readers keep seeing the standings of that time.
import {
  type Command,
  type EventNamed,
  type PublicationState,
  type Refusal,
  refuse,
  requestsOf,
  type StandingsView,
  withoutRole,
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
    appealDays?: number | undefined;
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
      const refused = withoutRole(command.actor, 'organiser');
      if (refused) return refused;
      const { about, to, frozen, appealDays, reason, ready, due, now } = command.data;
      const before: Pick<Publication, 'to' | 'rows' | 'frozen' | 'freezes' | 'appeals'> = state ?? unset;
      const isOther = appealDays !== undefined && appealDays !== before.appeals?.workingDays;
      if (state && to === before.to && frozen === before.frozen && !isOther) return [];
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
      const appeals = appealsOf(command, before);
      const event = set({ publication, ...about, to, frozen, freezes, ...appeals, ...why, by: command.actor.sub });
      return starts && now ? [...pagesOf(publication, freezes, now), event] : [event];
    }
    default:
      return command satisfies never;
  }
}

/** Appeals are taken of a round: from the day on which its entrants first see their results. */
function appealsOf(
  { data, businessDate }: Publish,
  before: Pick<Publication, 'to' | 'appeals'>,
): Pick<Data, 'appeals'> {
  if (data.about.period === null || data.to === 'hidden') return {};
  const known = before.to === 'hidden' ? undefined : before.appeals;
  const { from = businessDate, workingDays = APPEAL_DAYS } = known ?? {};
  return { appeals: { from, workingDays: data.appealDays ?? workingDays } };
}
/** Working days for an appeal, unless the organiser sets others: as many as a public notice has. */
const APPEAL_DAYS = 5;

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
