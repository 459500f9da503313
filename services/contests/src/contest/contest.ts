// A contest: announced with a scheme, perhaps cancelled. Who takes part and what they did, other nouns know.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import { type Body, outlineOf, sourcesOf } from '../scheme.ts';

type Announced = EventNamed<'contest-announced'>['data'];
export type ContestEvent = EventNamed<'contest-announced' | 'contest-cancelled'>;
type Tracks = Pick<Announced['tracks'][number], 'track' | 'entrants' | 'perUnit'>[];
/** `body`: the text of the scheme's published version, if there is that version. */
type Announce = Command<
  'announce',
  Omit<Announced, 'contest' | 'tracks' | 'body'> & { tracks: Tracks; body?: Body | undefined }
>;
type Cancel = Command<'cancel', { reason: string }>;

export type Contest = Announced & { state: 'announced' | 'cancelled'; reason?: string };
export type State = Contest | undefined;
export const initial = undefined as State;

export function decide(contest: State, command: Announce | Cancel): ContestEvent[] | Refusal {
  if (command.type === 'announce') return announced(contest, command);
  if (!contest) return refuse('not-found', { what: command.id });
  if (contest.state === 'cancelled') return [];
  return [{ type: 'contest-cancelled', data: { contest: contest.contest, reason: command.data.reason } }];
}

function announced(contest: State, { id, data }: Announce): ContestEvent[] | Refusal {
  if (contest) return refuse('already-exists', { what: contest.name });
  const { body, tracks: given, registration, ...head } = data;
  if (registration.from > registration.to)
    return refuse('competition-dates', { what: '报名期', whatEn: 'registration', ...registration });
  if (!body) return refuse('scheme-unpublished', { trackLabel: head.name, version: head.schemeVersion });
  const outline = outlineOf(body);
  const tracks: Announced['tracks'] = [];
  for (const track of given) {
    const own = outline.find((each) => each.track === track.track);
    if (!own || tracks.some((other) => other.track === track.track))
      return refuse('contest-track', {
        known: outline.map(({ track }) => track),
        knownLabels: outline.map(({ track, label }) => `${label}（${track}）`),
      });
    tracks.push({ ...own, ...track });
  }
  const missing = outline.filter(({ track }) => {
    const isCollected = tracks.some((own) =>
      own.stages.some(({ stage }) => sourcesOf(body, { ...own, stage }).some((source) => source.track === track)),
    );
    return isCollected && !tracks.some((own) => own.track === track);
  });
  if (missing.length > 0)
    return refuse('contest-tracks-missing', { tracks: missing.map(({ track, label }) => `${label}（${track}）`) });
  return [{ type: 'contest-announced', data: { contest: id, ...head, body, tracks, registration } }];
}

export function evolve(contest: State, event: ContestEvent): State {
  if (event.type === 'contest-announced') return { ...event.data, state: 'announced' };
  return contest && { ...contest, state: 'cancelled', reason: event.data.reason };
}

/** Makes requests of this noun. */
export const contestCommand = requestsOf<Announce | Cancel>('contest');
