// How states are called in Chinese, where refusals name them; each refusal says the state there is and those it takes.
import { type CompetitionState, type EntryState, type Refusal, refuse, valueLabels } from '@jiangong/contracts';

const { competition, entry } = valueLabels;

export const wrongCompetitionState = (state: CompetitionState, ...needed: CompetitionState[]): Refusal =>
  refuse('competition-state', {
    state,
    stateZh: competition[state],
    needed: needed.join(' or '),
    neededZh: needed.map((each) => competition[each]),
  });

export const wrongEntryState = (name: string, state: EntryState, ...needed: EntryState[]): Refusal =>
  refuse('entry-state', {
    name,
    state,
    stateZh: entry[state],
    needed: needed.join(' or '),
    neededZh: needed.map((each) => entry[each]),
  });
