// What an entry's events mean for its competition: it learns who takes part, so that the launch can tell everybody.
import { on } from '@jiangong/service-kit';
import { competitionCommand } from './competition.ts';

export const reactions = [
  on('entry-accepted', ({ data: { competition, entrant } }) => [
    competitionCommand(competition, 'note-entry', { entrant }),
  ]),
  // Known only once it is accepted, so a change of group is noted only then; acceptance itself carries the group.
  on('entry-regrouped', ({ data: { competition, entrant } }) => [
    competitionCommand(competition, 'note-group', { entrant }),
  ]),
  on('entry-withdrawn', ({ data: { competition, entrant } }) => [
    competitionCommand(competition, 'note-withdrawal', { entry: entrant.entry }),
  ]),
];
