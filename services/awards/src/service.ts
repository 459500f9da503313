// The awards service: from a year's evaluation, or a list of plaques, through notice, objections and decision to grants
// and what HR systems read of them.
import { service } from '@jiangong/service-kit';
import { calendars } from '@jiangong/service-kit/calendar';
import * as awardBar from './award-bar.ts';
import * as awardList from './award-list.ts';
import * as awardRules from './award-rules.ts';
import { certificatePrinter } from './background/certificates/printer.ts';
import { feedWatch } from './background/feed-watch.ts';
import { webhookDispatcher } from './background/webhooks/dispatcher.ts';
import * as certificate from './certificate.ts';
import * as certificateLayout from './certificate-layout.ts';
import { certificateHeads, certificatePages } from './certificate-pages.ts';
import * as awardCommittee from './committee/award-committee.ts';
import * as ballot from './committee/ballot.ts';
import { awardCommittees, ballots } from './committee/committee-views.ts';
import { publicationConsents } from './consent/consent-views.ts';
import * as publicationConsent from './consent/publication-consent.ts';
import * as decision from './decision.ts';
import * as dossier from './dossier/dossier.ts';
import { readableDossier } from './dossier/dossier-routes.ts';
import { dossiers } from './dossier/dossier-views.ts';
import { awardBars, awardRulesRows, schemeLabels, yearBars } from './eligibility-views.ts';
import * as grant from './grant.ts';
import { countedOutputs, dutyYears } from './merits.ts';
import * as notice from './notice.ts';
import * as objection from './objection.ts';
import { deadlines, reactions } from './reactions.ts';
import { recipients } from './recipients.ts';
import * as awardReturn from './returns/award-return.ts';
import * as plaqueRemoval from './returns/plaque-removal.ts';
import { returnReactions } from './returns/reactions.ts';
import { awardReturns, plaqueRemovals } from './returns/return-views.ts';
import { routes } from './routes.ts';
import { tasks } from './tasks.ts';
import { awardLists, certificateLayouts, decisions, grants, hrFeed, notices, objections, webhooks } from './views.ts';
import * as webhook from './webhook.ts';

export const awards = service({
  name: 'awards',
  streams: {
    'award-list': awardList,
    'award-bar': awardBar,
    'award-committee': awardCommittee,
    'award-return': awardReturn,
    ballot,
    dossier,
    'plaque-removal': plaqueRemoval,
    'award-rules': awardRules,
    notice,
    'publication-consent': publicationConsent,
    objection,
    decision,
    grant,
    certificate,
    'certificate-layout': certificateLayout,
    webhook,
  },
  views: [
    recipients,
    awardLists,
    dutyYears,
    countedOutputs,
    yearBars,
    awardBars,
    awardRulesRows,
    schemeLabels,
    notices,
    publicationConsents,
    objections,
    decisions,
    grants,
    awardCommittees,
    ballots,
    dossiers,
    plaqueRemovals,
    awardReturns,
    certificateHeads,
    certificatePages,
    certificateLayouts,
    hrFeed,
    webhooks,
    calendars,
  ],
  states: ['people.state.v1', 'awards.state.v1'],
  reactions: [...reactions, ...returnReactions],
  deadlines,
  routes,
  files: { dossier: { upload: ['organiser'], mayRead: readableDossier } },
  tasks,
  async open(app, host, { WEBHOOK_ADDRESSES: addresses, PUBLIC_URL: address }) {
    // A server that stops does not wait for those who wait for news.
    app.addHook('preClose', async () => host.companion(feedWatch).release());
    host.companion(certificatePrinter).begin({ address });
    host.companion(webhookDispatcher).begin({ addresses });
    return {};
  },
});
