// Points that stages of a contest take in: what a contestant earned between two days is what they did in a stage.
import {
  type CommandRequest,
  performanceId,
  pointsLedgerId,
  type Read,
  type Refusal,
  refuse,
} from '@jiangong/contracts';
import { performanceCommand } from '../performance/performance.ts';
import { enteredIn, itemLabel, misfitIn, zh } from '../scheme.ts';
import { takingPart } from '../squad/squad-routes.ts';
import { refOf, type Site, siteOf } from '../stage/stage-input.ts';
import { type ContestantRow, contestants } from '../views.ts';
import type { Campaign } from './campaign.ts';
import { earnedBetween } from './ledger-state.ts';
import { campaigns, ledgers } from './points-views.ts';

type Feeds = Pick<Campaign, 'contest' | 'track' | 'criterion' | 'stages'>;
interface Wanted {
  criterion?: string | undefined;
  stages: Campaign['stages'];
}
/** What a campaign feeds, or why it cannot. */
export async function feedsOf({ criterion: wanted, stages }: Wanted, read: Read): Promise<Feeds | Refusal> {
  const sites = await Promise.all(stages.map(({ stage }) => siteOf(stage, read)));
  const known = sites.filter((site) => site !== undefined);
  const [first] = known;
  if (!first || known.length < stages.length) return refuse('not-found', { what: stages[0]!.stage });
  const fit = (site: Site) =>
    enteredIn(site.contest.body, site.ref).filter(
      ({ id, measure }) =>
        measure?.kind === 'value' && misfitIn(site.contest.body, site.ref, { [id]: { value: 0 } }) === undefined,
    );
  const options = fit(first);
  const criterion = wanted ?? (options.length === 1 ? options[0]!.id : undefined);
  const isFit = (site: Site) =>
    site.contest.contest === first.contest.contest &&
    site.stage.track === first.stage.track &&
    site.stage.entrants === 'person' &&
    site.stage.status !== 'closed' &&
    site.contest.state === 'announced' &&
    fit(site).some(({ id }) => id === criterion);
  if (criterion === undefined || !known.every(isFit))
    return refuse('points-feeds', { knownLabels: options.map(({ id, label }) => `${zh(label)}（${id}）`) });
  const { contest } = first.contest;
  const fed = new Set(stages.map(({ stage }) => stage));
  const others = await read.all(campaigns, { contest });
  if (others.some((other) => other.criterion === criterion && other.stages.some(({ stage }) => fed.has(stage))))
    return refuse('points-fed-already');
  return { contest, track: first.stage.track, criterion, stages };
}

/** What a contestant's points come to in the stages that take them in; those of one day only, if it is given. */
async function earned(campaign: Campaign, contestant: ContestantRow, read: Read, on?: string) {
  const ledger = await read.get(ledgers, pointsLedgerId(campaign.campaign, contestant.entrantId));
  const requests: CommandRequest[] = [];
  for (const { stage, from, to } of campaign.stages) {
    if (on !== undefined && (on < from || on > to)) continue;
    const site = (await siteOf(stage, read))!;
    const marks = { [campaign.criterion!]: { value: earnedBetween(ledger, from, to) } };
    const given = { stage, contestant: contestant.contestant, body: site.contest.body, ref: refOf(site.stage), marks };
    const id = performanceId(stage, contestant.contestant);
    if (site.stage.status !== 'closed') requests.push(performanceCommand(id, 'record', given));
    else requests.push(performanceCommand(id, 'correct', { ...given, reason: '积分更正' }));
  }
  return requests;
}
/** After a change of somebody's points by what happened on a day. */
export async function fedBy(campaignId: string, person: string, on: string, read: Read): Promise<CommandRequest[]> {
  const campaign = (await read.get(campaigns, campaignId))!;
  if (campaign.contest === undefined) return [];
  const { contest, track } = campaign;
  const rows = await read.all(contestants, { contest, track: track!, entrantId: person });
  const own = rows.find(({ state }) => state === 'accepted');
  return own ? earned(campaign, own, read, on) : [];
}
/** Whoever takes part has at least nothing, so that no stage waits for them. */
export async function fedToAll(campaignId: string, read: Read): Promise<CommandRequest[]> {
  const campaign = (await read.get(campaigns, campaignId))!;
  if (campaign.contest === undefined) return [];
  const rows = await takingPart(campaign.contest, campaign.track!, read);
  return (await Promise.all(rows.map((row) => earned(campaign, row, read)))).flat();
}
/** What somebody brings who begins to take part. */
export async function fedToOne(id: string, read: Read): Promise<CommandRequest[]> {
  const row = (await read.get(contestants, id))!;
  if (row.entrant.type !== 'person' || row.state !== 'accepted') return [];
  const feeding = (await read.all(campaigns, { contest: row.contest })).filter(({ track }) => track === row.track);
  return (await Promise.all(feeding.map((campaign) => earned(campaign, row, read)))).flat();
}

/** That a mark is what points add up to. */
export async function fromPoints({ contest, stage, ref }: Site, marks: object, read: Read) {
  const feeding = (await read.all(campaigns, { contest: contest.contest })).find(
    ({ criterion, stages }) => criterion! in marks && stages.some((fed) => fed.stage === stage.stage),
  );
  if (!feeding) return undefined;
  return refuse('performance-by-points', { criterion: itemLabel(contest.body, ref, feeding.criterion!)[0] });
}
