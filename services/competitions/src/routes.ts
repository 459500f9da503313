// How the world reaches units, schemes, competitions and entries.
import { competitionRoutes } from './competition-routes.ts';
import { entryRoutes } from './entry-routes.ts';
import { schemeRoutes } from './scheme-routes.ts';
import { unitRoutes } from './unit-routes.ts';

export const routes = [...unitRoutes, ...schemeRoutes, ...competitionRoutes, ...entryRoutes];
