// Routes of the quarterly-checks service.
import { appealRoutes } from './appeal-routes.ts';
import { checkRoutes } from './check-routes.ts';
import { liveRoutes } from './live-routes.ts';
import { markImport } from './mark-import.ts';
import { publicationRoutes } from './publication-routes.ts';
import { reminderRoutes } from './reminder-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { resultRoutes } from './result-routes.ts';
import { reviewImport } from './review-import.ts';
import { roundRoutes } from './round-routes.ts';
import { selectionRoutes } from './selection-routes.ts';
import { selfScoreRoutes } from './self-score-routes.ts';
import { planImport, progressImport } from './work-import.ts';
import { yearRoutes } from './year-routes.ts';

export const routes = [
  ...roundRoutes,
  planImport,
  progressImport,
  markImport,
  ...checkRoutes,
  ...selectionRoutes,
  ...selfScoreRoutes,
  ...appealRoutes,
  ...yearRoutes,
  reviewImport,
  ...resultRoutes,
  ...reportRoutes,
  ...publicationRoutes,
  ...reminderRoutes,
  ...liveRoutes,
];
