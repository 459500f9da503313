// The studio-alliances service: studios and their places, pairing, alliances, joint projects, outputs and the yearly duty.
import { service } from '@jiangong/service-kit';
import { readable, workOf } from './access.ts';
import * as alliance from './alliance.ts';
import { pairingOffice } from './background/pairing-office.ts';
import { suggestionDesk } from './background/suggestions/desk.ts';
import { deadlines } from './deadlines.ts';
import * as duty from './duty.ts';
import * as dutyCalendar from './duty-calendar.ts';
import * as dutyClosing from './duty-closing.ts';
import * as invitation from './invitation.ts';
import { invitations } from './invitation-view.ts';
import * as jointProject from './joint-project.ts';
import * as need from './needs/need.ts';
import { needs } from './needs/need-view.ts';
import * as output from './output.ts';
import * as outputRulesNoun from './output-rules.ts';
import * as pairing from './pairing.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';
import * as studio from './studio.ts';
import * as suggestion from './suggestions/suggestion.ts';
import * as suggestionLink from './suggestions/suggestion-link.ts';
import { suggestionLinks, suggestions } from './suggestions/suggestion-views.ts';
import { tasks } from './tasks.ts';
import {
  alliances,
  duties,
  dutyCalendars,
  dutyHolds,
  inputs,
  leftOuts,
  outputRules,
  outputRulesVersions,
  outputs,
  pairings,
  prices,
  projects,
  proposals,
  studios,
} from './views.ts';
import { workers } from './work-routes.ts';

export const studioAlliances = service({
  name: 'studio-alliances',
  streams: {
    studio,
    invitation,
    pairing,
    alliance,
    'joint-project': jointProject,
    'output-rules': outputRulesNoun,
    output,
    duty,
    'duty-closing': dutyClosing,
    'duty-calendar': dutyCalendar,
    'suggestion-link': suggestionLink,
    suggestion,
    need,
  },
  views: [
    studios,
    invitations,
    pairings,
    inputs,
    proposals,
    leftOuts,
    prices,
    alliances,
    projects,
    outputRules,
    outputRulesVersions,
    outputs,
    duties,
    dutyHolds,
    dutyCalendars,
    suggestionLinks,
    suggestions,
    needs,
  ],
  reactions,
  deadlines,
  routes,
  tasks,
  files: { output: { upload: workers, mayRead: (asking, id) => workOf(asking, outputs, id, readable) } },
  async open(_, runtime, { PUBLIC_URL: address }) {
    runtime.companion(suggestionDesk).begin({ address });
    // Runs that were under way when the process ended are taken up without a new request.
    runtime.companion(pairingOffice);
    return {};
  },
});
