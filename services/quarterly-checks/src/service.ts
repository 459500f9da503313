// The quarterly-checks service: from the launch of a competition to the annual evaluation of its tracks.
import { service } from '@jiangong/service-kit';
import * as check from './check.ts';
import * as evaluation from './evaluation.ts';
import { reactions } from './reactions.ts';
import * as review from './review.ts';
import * as round from './round.ts';
import { routes } from './routes.ts';
import {
  annualPages,
  checks,
  competitions,
  entries,
  entryPages,
  evaluationRevisions,
  evaluations,
  reviews,
  rounds,
} from './views.ts';

export const quarterlyChecks = service({
  name: 'quarterly-checks',
  streams: { round, check, review, evaluation },
  views: [rounds, checks, reviews, evaluations, evaluationRevisions, annualPages, competitions, entryPages, entries],
  reactions,
  deadlines: [],
  routes,
});
