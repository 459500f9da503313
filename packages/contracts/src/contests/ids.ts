// Ids of what the contests service derives from natural keys, so that both sides can compute them.
import { derivedId } from '../ids.ts';

/**
 * A stage of a contest, in one of its periods if it has any.
 * @example
 * ```ts
 * contestStageId('contest-1', 'runners', 'race', null); // → derivedId('contest-stage', 'contest-1', 'runners', 'race', '')
 * ```
 */
export const contestStageId = (contest: string, track: string, stage: string, period: string | null) =>
  derivedId('contest-stage', contest, track, stage, period ?? '');
/**
 * Whom a unit enters on a track of a contest.
 * @example
 * ```ts
 * squadId('contest-1', 'runners', 'unit-1'); // → derivedId('squad', 'contest-1', 'runners', 'unit-1')
 * ```
 */
export const squadId = (contest: string, track: string, unit: string) => derivedId('squad', contest, track, unit);
/**
 * One entrant of a squad.
 * @example
 * ```ts
 * contestantId('squad-1', 'person-1'); // → derivedId('contestant', 'squad-1', 'person-1')
 * ```
 */
export const contestantId = (squad: string, entrant: string) => derivedId('contestant', squad, entrant);
/**
 * What a contestant did in a stage.
 * @example
 * ```ts
 * performanceId('stage-1', 'contestant-1'); // → derivedId('performance', 'stage-1', 'contestant-1')
 * ```
 */
export const performanceId = (stage: string, contestant: string) => derivedId('performance', stage, contestant);
/**
 * An appeal against an item of a contestant's result, as it stood in a revision; `item`: null of why there is no number.
 * @example
 * ```ts
 * contestAppealId('stage-1', 'contestant-1', 'time', 1); // → derivedId('contest-appeal', 'stage-1', 'contestant-1', 'time', '1')
 * ```
 */
export const contestAppealId = (stage: string, contestant: string, item: string | null, revision: number) =>
  derivedId('contest-appeal', stage, contestant, item ?? '', String(revision));
/**
 * The fixture of a stage, of one group or of everybody.
 * @example
 * ```ts
 * fixtureId('stage-1', null); // → derivedId('fixture', 'stage-1', '')
 * ```
 */
export const fixtureId = (stage: string, group: string | null) => derivedId('fixture', stage, group ?? '');
/**
 * A panel of judges of a stage; `item`: as the scheme calls it.
 * @example
 * ```ts
 * judgingPanelId('stage-1', 'judges'); // → derivedId('judging-panel', 'stage-1', 'judges')
 * ```
 */
export const judgingPanelId = (stage: string, item: string) => derivedId('judging-panel', stage, item);
/**
 * What a panel gives a contestant.
 * @example
 * ```ts
 * scorecardId('panel-1', 'contestant-1'); // → derivedId('scorecard', 'panel-1', 'contestant-1')
 * ```
 */
export const scorecardId = (panel: string, contestant: string) => derivedId('scorecard', panel, contestant);
/**
 * The points of a person in a campaign.
 * @example
 * ```ts
 * pointsLedgerId('campaign-1', 'person-1'); // → derivedId('points-ledger', 'campaign-1', 'person-1')
 * ```
 */
export const pointsLedgerId = (campaign: string, person: string) => derivedId('points-ledger', campaign, person);
