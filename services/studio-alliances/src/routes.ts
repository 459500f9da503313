// Routes of the studio-alliances service.
import { allianceRoutes } from './alliance-routes.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { consentRoutes } from './consent-routes.ts';
import { dutyCalendarRoutes } from './duty-calendar-routes.ts';
import { dutyRoutes } from './duty-routes.ts';
import { jointProjectRoutes } from './joint-project-routes.ts';
import { needRoutes } from './needs/need-routes.ts';
import { outputDecisionRoutes } from './output-decision-routes.ts';
import { outputRoutes } from './output-routes.ts';
import { outputRulesRoutes } from './output-rules-routes.ts';
import { pairingRoutes } from './pairing-routes.ts';
import { proposalRoutes } from './proposal-routes.ts';
import { studioImport } from './studio-import.ts';
import { studioRoutes } from './studio-routes.ts';
import { suggestionLinkRoutes } from './suggestions/link-routes.ts';
import { publicSuggestionRoutes } from './suggestions/public-routes.ts';
import { suggestionRoutes } from './suggestions/suggestion-routes.ts';

export const routes = [
  ...studioRoutes,
  studioImport,
  ...consentRoutes,
  ...bulkRoutes,
  ...pairingRoutes,
  ...proposalRoutes,
  ...allianceRoutes,
  ...dutyRoutes,
  ...dutyCalendarRoutes,
  ...jointProjectRoutes,
  ...outputRulesRoutes,
  ...outputRoutes,
  ...outputDecisionRoutes,
  ...suggestionLinkRoutes,
  ...suggestionRoutes,
  ...publicSuggestionRoutes,
  ...needRoutes,
];
