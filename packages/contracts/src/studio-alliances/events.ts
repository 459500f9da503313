// What the studio-alliances service tells the others: studios, pairings, alliances, joint projects, outputs, duties.
import type { EventOf } from '../event.ts';
import { allianceEvents } from './alliance.ts';
import { consentEvents } from './consent.ts';
import { dutyEvents } from './duty.ts';
import { dutyCalendarEvents } from './duty-calendar.ts';
import { jointProjectEvents } from './joint-project.ts';
import { needEvents } from './need.ts';
import { outputEvents } from './output.ts';
import { outputRulesEvents } from './output-rules.ts';
import { pairingEvents } from './pairing.ts';
import { studioEvents } from './studio.ts';
import { suggestionEvents } from './suggestion.ts';

export * from './alliance.ts';
export * from './consent.ts';
export * from './duty.ts';
export * from './duty-calendar.ts';
export * from './joint-project.ts';
export * from './need.ts';
export * from './output.ts';
export * from './output-rules.ts';
export * from './pairing.ts';
export * from './studio.ts';
export * from './suggestion.ts';

/** Every event type of the studio-alliances service. */
export const studioAlliancesEvents = [
  ...studioEvents,
  ...consentEvents,
  ...pairingEvents,
  ...allianceEvents,
  ...jointProjectEvents,
  ...outputEvents,
  ...outputRulesEvents,
  ...dutyEvents,
  ...dutyCalendarEvents,
  ...suggestionEvents,
  ...needEvents,
] as const;
/** Any event of the studio-alliances service; narrow it by `type`. */
export type StudioAlliancesEvent = EventOf<(typeof studioAlliancesEvents)[number]>;
