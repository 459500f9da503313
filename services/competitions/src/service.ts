// The competitions service: units, schemes, competitions and entries, up to the launch of the year.
import { service } from '@jiangong/service-kit';
import { calendars } from '@jiangong/service-kit/calendar';
import * as calendar from './calendar.ts';
import * as competition from './competition.ts';
import { deadlines } from './deadlines.ts';
import * as entry from './entry.ts';
import { people, teams } from './people-views.ts';
import * as person from './person.ts';
import { roundsClosed, yearsEvaluated } from './progress-views.ts';
import { routes } from './routes.ts';
import * as scheme from './scheme.ts';
import { tasks } from './tasks.ts';
import * as team from './team.ts';
import * as unit from './unit.ts';
import { competitions as competitionRows, entries, schemes, schemeVersions, units } from './views.ts';

export const competitions = service({
  name: 'competitions',
  streams: { unit, person, team, scheme, competition, entry, calendar },
  views: [
    units,
    people,
    teams,
    schemes,
    schemeVersions,
    competitionRows,
    entries,
    calendars,
    roundsClosed,
    yearsEvaluated,
  ],
  states: ['people.state.v1'],
  reactions: [],
  deadlines,
  routes,
  tasks,
});
