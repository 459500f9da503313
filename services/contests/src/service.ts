// The contests service: competitions of persons, teams, studios and units next to the quarterly drive.
import { service } from '@jiangong/service-kit';
import { calendars } from '@jiangong/service-kit/calendar';
import * as appeal from './appeal/appeal.ts';
import { appealReactions } from './appeal/reactions.ts';
import { appealTasks } from './appeal/tasks.ts';
import * as contest from './contest/contest.ts';
import * as fixture from './fixture/fixture.ts';
import { latestVersions, people, schemeVersions, studios, teams, units } from './followed-views.ts';
import * as panel from './judging/panel.ts';
import * as scorecard from './judging/scorecard.ts';
import * as performance from './performance/performance.ts';
import * as campaign from './points/campaign.ts';
import * as ledger from './points/ledger.ts';
import * as partner from './points/partner.ts';
import { campaigns, claims, ledgers, partners, vouchers } from './points/points-views.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import * as squad from './squad/squad.ts';
import * as stage from './stage/stage.ts';
import { tasks } from './tasks.ts';
import {
  appeals,
  contestants,
  contests as contestRows,
  fixtures,
  panels,
  performances,
  resultPages,
  scorecards,
  stageRevisions,
  stages,
} from './views.ts';

export const contests = service({
  name: 'contests',
  streams: {
    contest,
    squad,
    performance,
    'judging-panel': panel,
    scorecard,
    'contest-stage': stage,
    fixture,
    'points-campaign': campaign,
    'points-ledger': ledger,
    'points-partner': partner,
    'contest-appeal': appeal,
  },
  views: [
    contestRows,
    contestants,
    performances,
    panels,
    scorecards,
    fixtures,
    stages,
    resultPages,
    stageRevisions,
    campaigns,
    partners,
    ledgers,
    claims,
    vouchers,
    appeals,
    calendars,
    schemeVersions,
    latestVersions,
    units,
    teams,
    studios,
    people,
  ],
  states: ['people.state.v1'],
  reactions: [...reactions, ...appealReactions],
  deadlines: [],
  routes,
  tasks: [...tasks, ...appealTasks],
});
