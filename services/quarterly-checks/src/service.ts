// The quarterly-checks service: from the launch of a competition to the annual evaluation of its tracks.
import { service } from '@jiangong/service-kit';
import { calendars } from '@jiangong/service-kit/calendar';
import { appeals } from './appeal-views.ts';
import { paperPrinter } from './background/reports/printer.ts';
import * as check from './check.ts';
import { deadlines } from './deadlines.ts';
import * as evaluation from './evaluation.ts';
import * as publication from './publication.ts';
import { frozenPages, publications } from './publication-views.ts';
import { reactions } from './reactions.ts';
import * as reminder from './reminder.ts';
import { reminderReactions } from './reminder-reactions.ts';
import * as reminderRulesNoun from './reminder-rules.ts';
import { reminderRules } from './reminder-views.ts';
import * as review from './review.ts';
import * as round from './round.ts';
import * as roundPage from './round-page.ts';
import { routes } from './routes.ts';
import { readableCheck } from './sight.ts';
import { tasks } from './tasks.ts';
import {
  annualPages,
  checks,
  competitions,
  entries,
  evaluationRevisions,
  evaluations,
  reviews,
  roundPages,
  rounds,
} from './views.ts';

export const quarterlyChecks = service({
  name: 'quarterly-checks',
  streams: {
    round,
    'round-page': roundPage,
    check,
    review,
    evaluation,
    publication,
    reminder,
    'reminder-rules': reminderRulesNoun,
  },
  views: [
    rounds,
    roundPages,
    checks,
    reviews,
    evaluations,
    evaluationRevisions,
    annualPages,
    competitions,
    entries,
    publications,
    frozenPages,
    calendars,
    reminderRules,
    appeals,
  ],
  reactions: [...reactions, ...reminderReactions],
  deadlines,
  routes,
  tasks,
  async open(_, host, { PUBLIC_URL: address }) {
    host.companion(paperPrinter).begin({ address });
    return {};
  },
  files: { check: { upload: ['entrant'], mayRead: readableCheck } },
});
