// What an entry's events mean for its competition: it learns who takes part, so that the launch can tell everybody.
import { on } from '@jiangong/service-kit';
import { competitionCommand } from './competition.ts';

const competition = (id: string, type: string, data: object) => [competitionCommand(id, type, data)];

export const reactions = [
  on('entry-accepted', ({ data: { competition: id, entrant } }) => competition(id, 'note-entry', { entrant })),
  // Known only once it is accepted, so a change of group is noted only then; acceptance itself carries the group.
  on('entry-regrouped', ({ data: { competition: id, entrant } }) => competition(id, 'note-group', { entrant })),
  on('entry-withdrawn', ({ data: { competition: id, entrant } }) =>
    competition(id, 'note-withdrawal', { entry: entrant.entry }),
  ),
];
