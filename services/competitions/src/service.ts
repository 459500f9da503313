// The competitions service: units, schemes, competitions and entries, up to the launch of the year.
import { service } from '@jiangong/service-kit';
import { routes } from './routes.ts';
import * as unit from './unit.ts';
import { units } from './views.ts';

export const competitions = service({
  name: 'competitions',
  streams: { unit },
  views: [units],
  reactions: [],
  deadlines: [],
  routes,
});
