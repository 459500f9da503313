// How the world reaches rounds, checks and the year.
import { checkRoutes } from './check-routes.ts';
import { roundRoutes } from './round-routes.ts';
import { yearRoutes } from './year-routes.ts';

export const routes = [...roundRoutes, ...checkRoutes, ...yearRoutes];
