// Routes of the contests service.
import { appealRoutes } from './appeal/appeal-routes.ts';
import { contestRoutes } from './contest/contest-routes.ts';
import { fixtureRoutes } from './fixture/fixture-routes.ts';
import { gameRoutes } from './fixture/game-routes.ts';
import { panelRoutes } from './judging/panel-routes.ts';
import { scorecardRoutes } from './judging/scorecard-routes.ts';
import { performanceImport } from './performance/performance-import.ts';
import { performanceRoutes } from './performance/performance-routes.ts';
import { campaignRoutes } from './points/campaign-routes.ts';
import { claimRoutes } from './points/claim-routes.ts';
import { ledgerRoutes } from './points/ledger-routes.ts';
import { redeemingRoutes } from './points/redeeming-routes.ts';
import { squadImport } from './squad/squad-import.ts';
import { squadRoutes } from './squad/squad-routes.ts';
import { stageRoutes } from './stage/stage-routes.ts';

export const routes = [
  ...contestRoutes,
  ...squadRoutes,
  squadImport,
  ...stageRoutes,
  ...performanceRoutes,
  performanceImport,
  ...panelRoutes,
  ...scorecardRoutes,
  ...fixtureRoutes,
  ...gameRoutes,
  ...campaignRoutes,
  ...claimRoutes,
  ...ledgerRoutes,
  ...redeemingRoutes,
  ...appealRoutes,
];
