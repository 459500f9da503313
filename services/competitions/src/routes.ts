// Routes of the competitions service.
import { calendarRoutes } from './calendar-routes.ts';
import { competitionRoutes } from './competition-routes.ts';
import { copyRoutes } from './copy-routes.ts';
import { entryImport } from './entry-import.ts';
import { entryRoutes } from './entry-routes.ts';
import { personImport } from './person-import.ts';
import { personRoutes } from './person-routes.ts';
import { schemeRoutes } from './scheme-routes.ts';
import { statusImport } from './status-import.ts';
import { teamImport } from './team-import.ts';
import { teamRoutes } from './team-routes.ts';
import { unitImport } from './unit-import.ts';
import { unitRoutes } from './unit-routes.ts';

export const routes = [
  ...unitRoutes,
  unitImport,
  ...personRoutes,
  personImport,
  ...teamRoutes,
  teamImport,
  ...schemeRoutes,
  ...competitionRoutes,
  ...copyRoutes,
  ...calendarRoutes,
  ...entryRoutes,
  entryImport,
  statusImport,
];
