// Routes of the awards service.
import { exportRoutes } from './export-routes.ts';
import { grantRoutes } from './grant-routes.ts';
import { hrRoutes } from './hr-routes.ts';
import { listRoutes } from './list-routes.ts';
import { noticeRoutes } from './notice-routes.ts';
import { reconciliationRoutes } from './reconciliation-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

export const routes = [
  ...listRoutes,
  ...noticeRoutes,
  ...grantRoutes,
  ...hrRoutes,
  ...exportRoutes,
  ...reconciliationRoutes,
  ...webhookRoutes,
];
