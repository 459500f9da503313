// Routes of the competitions service.
import { competitionRoutes } from './competition-routes.ts';
import { entryImport } from './entry-import.ts';
import { entryRoutes } from './entry-routes.ts';
import { schemeRoutes } from './scheme-routes.ts';
import { statusImport } from './status-import.ts';
import { unitImport } from './unit-import.ts';
import { unitRoutes } from './unit-routes.ts';

export const routes = [
  ...unitRoutes,
  unitImport,
  ...schemeRoutes,
  ...competitionRoutes,
  ...entryRoutes,
  entryImport,
  statusImport,
];
