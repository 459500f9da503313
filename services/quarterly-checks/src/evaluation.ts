// The annual evaluation of a track: completed once, when nothing that is due is pending.
import { type Command, digestOf, type EventNamed, type Refusal, refuse } from '@jiangong/contracts';
import { published } from './evaluate.ts';
import { annualResults, evaluateYear, honoursOf, pendingInWords, type YearInput } from './year.ts';

/** `open`: what must be closed or corrected first, as people name it. */
type Complete = Command<
  'complete',
  {
    competition: string;
    competitionName: string;
    year: number;
    input: YearInput;
    open: string[];
    scoredBy: string[];
  }
>;
type Event = EventNamed<'annual-standings-paged' | 'annual-evaluation-completed'>;

export type State = Pick<EventNamed<'annual-evaluation-completed'>['data'], 'evaluation' | 'digest'> | undefined;
export const initial = undefined as State;

const PAGE = 100;

export function decide(evaluation: State, command: Complete): Event[] | Refusal {
  switch (command.type) {
    case 'complete': {
      if (evaluation) return refuse('year-evaluated');
      const { competition, competitionName, year, input, open, scoredBy } = command.data;
      if (open.length > 0) return refuse('evaluation-incomplete', { missing: open });
      const stage = evaluateYear(input);
      const missing = pendingInWords(input, stage);
      if (missing.length > 0)
        return refuse('evaluation-incomplete', { missing: missing.slice(0, 20), count: missing.length });
      const results = annualResults(input, stage);
      const about = { evaluation: command.id, competition, track: input.track };
      const pages: Event[] = [];
      for (let page = 0; page * PAGE < results.length; page += 1)
        pages.push({
          type: 'annual-standings-paged',
          data: {
            ...about,
            stage: input.stage,
            page: page + 1,
            results: results.slice(page * PAGE, (page + 1) * PAGE),
          },
        });
      // By what everybody can see and check, not by ids.
      const standings = results.map(({ entrant, place, result }) => [entrant.code, place, published(result.score)]);
      const honours = honoursOf(input, stage, results);
      const data = { ...about, competitionName, year, honours, scoredBy, digest: digestOf(standings) };
      return [...pages, { type: 'annual-evaluation-completed', data }];
    }
    default:
      return command.type satisfies never;
  }
}

export function evolve(before: State, event: Event): State {
  return event.type === 'annual-evaluation-completed'
    ? { evaluation: event.data.evaluation, digest: event.data.digest }
    : before;
}
