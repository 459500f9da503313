// The awards service: from a year's evaluation, or a list of plaques, through notice, objections and decision to grants
// and what HR systems read of them.
import { service } from '@jiangong/service-kit';
import * as awardList from './award-list.ts';
import * as decision from './decision.ts';
import * as grant from './grant.ts';
import * as notice from './notice.ts';
import * as objection from './objection.ts';
import { deadlines, reactions } from './reactions.ts';
import { routes } from './routes.ts';
import { awardLists, decisions, grants, hrFeed, notices, objections, recipients } from './views.ts';

export const awards = service({
  name: 'awards',
  streams: { 'award-list': awardList, notice, objection, decision, grant },
  views: [recipients, awardLists, notices, objections, decisions, grants, hrFeed],
  states: ['people.state.v1', 'awards.state.v1'],
  reactions,
  deadlines,
  routes,
});
