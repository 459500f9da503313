// The competitions service: units, schemes, competitions and entries, up to the launch of the year.
import { service } from '@jiangong/service-kit';
import * as competition from './competition.ts';
import { deadlines } from './deadlines.ts';
import * as entry from './entry.ts';
import { routes } from './routes.ts';
import * as scheme from './scheme.ts';
import * as unit from './unit.ts';
import { competitions as competitionRows, entries, schemes, schemeVersions, units } from './views.ts';

export const competitions = service({
  name: 'competitions',
  streams: { unit, scheme, competition, entry },
  views: [units, schemes, schemeVersions, competitionRows, entries],
  reactions: [],
  deadlines,
  routes,
});
