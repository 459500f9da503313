// Routes of the awards service.
import { certificateLayoutRoutes } from './certificate-layout-routes.ts';
import { certificateRoutes } from './certificate-routes.ts';
import { committeeRoutes } from './committee/committee-routes.ts';
import { consentRoutes } from './consent/consent-routes.ts';
import { dossierRoutes } from './dossier/dossier-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { eligibilityRoutes } from './eligibility-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { grantRoutes } from './grant-routes.ts';
import { hrRoutes } from './hr-routes.ts';
import { letterRoutes } from './letter-routes.ts';
import { listRoutes } from './list-routes.ts';
import { noticeRoutes } from './notice-routes.ts';
import { reconciliationRoutes } from './reconciliation-routes.ts';
import { returnRoutes } from './returns/return-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';
import { sendingRoutes } from './webhook-sending-routes.ts';

export const routes = [
  ...draftRoutes,
  ...listRoutes,
  ...eligibilityRoutes,
  ...committeeRoutes,
  ...dossierRoutes,
  ...noticeRoutes,
  ...consentRoutes,
  ...grantRoutes,
  ...returnRoutes,
  ...certificateLayoutRoutes,
  ...certificateRoutes,
  ...letterRoutes,
  ...hrRoutes,
  ...exportRoutes,
  ...reconciliationRoutes,
  ...webhookRoutes,
  ...sendingRoutes,
];
