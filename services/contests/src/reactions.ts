// What follows by itself: a contest's stages, and results that are made anew when something they rest on is corrected.
import {
  byTarget,
  type CommandRequest,
  contestStageId,
  type EventNamed,
  performanceId,
  type Read,
} from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { performanceCommand } from './performance/performance.ts';
import { about } from './performance/performance-routes.ts';
import { fedBy, fedToAll, fedToOne } from './points/feeding.ts';
import { sourcesOf } from './scheme.ts';
import { stageCommand } from './stage/stage.ts';
import { inputOf, refOf, siteOf } from './stage/stage-input.ts';
import { contests, stages } from './views.ts';

export const reactions = [
  on('contest-announced', ({ data }) => {
    const { contest, name: contestName, year, competition, scheme, schemeVersion, tracks } = data;
    const head = { contest, contestName, year, ...(competition ? { competition } : {}), scheme, schemeVersion };
    const requests = tracks.flatMap(({ track, label: trackLabel, entrants, stages }) =>
      stages.flatMap(({ stage: name, label, periods }) => {
        const about = { ...head, track, trackLabel, entrants, name, label };
        const each = periods.length > 0 ? periods : [{ id: null, label: null }];
        return each.map(({ id: period, label: periodLabel }) =>
          stageCommand(contestStageId(contest, track, name, period), 'make', { ...about, period, periodLabel }),
        );
      }),
    );
    return byTarget(requests);
  }),
  on('performance-recorded', ({ data: { stage } }, read) => anew([stage], read)),
  on('judge-marked', ({ data: { stage } }, read) => anew([stage], read)),
  on('judge-recused', ({ data: { stage } }, read) => anew([stage], read)),
  on('points-campaign-opened', async ({ data }, read) => byTarget(await fedToAll(data.campaign, read))),
  on('contestant-accepted', async ({ data }, read) => byTarget(await fedToOne(data.contestant, read))),
  on('points-approved', async ({ data }, read) => byTarget(await fedBy(data.campaign, data.person, data.on, read))),
  on('points-taken-back', async ({ data }, read) => byTarget(await fedBy(data.campaign, data.person, data.on, read))),
  on('fixture-ended', async ({ data }, read) => byTarget(await placed(data, read))),
  // What was recorded while the stage was being closed found it open.
  on('contest-stage-closed', ({ data: { stage } }, read) => anew([stage], read)),
  on('contest-stage-revised', async ({ data: { stage } }, read) => anew(await restingOn(stage, read), read)),
];

/** The final places of a fixture are what its contestants did in the stage. */
async function placed(ended: EventNamed<'fixture-ended'>['data'], read: Read): Promise<CommandRequest[]> {
  const site = (await siteOf(ended.stage, read))!;
  return ended.places.map(({ contestant, place }) => {
    const id = performanceId(ended.stage, contestant);
    const given = { ...about(site), contestant, marks: { [ended.criterion]: { value: place } } };
    if (site.stage.status !== 'closed') return performanceCommand(id, 'record', given);
    return performanceCommand(id, 'correct', { ...given, reason: ended.reason ?? '比赛结果更正' });
  });
}

/** Those that are closed take in what is now known. */
async function anew(ids: readonly string[], read: Read): Promise<CommandRequest[]> {
  const requests: CommandRequest[] = [];
  for (const id of ids) {
    const site = await siteOf(id, read);
    if (site?.stage.status === 'closed') requests.push(stageCommand(id, 'revise', await inputOf(site, read)));
  }
  return byTarget(requests);
}

/** The stages of the contest that collect this one's results, or admit by them. */
async function restingOn(id: string, read: Read): Promise<string[]> {
  const row = (await read.get(stages, id))!;
  const contest = (await read.get(contests, row.contest))!;
  const all = await read.all(stages, { contest: row.contest });
  const isSource = (each: (typeof all)[number]) =>
    sourcesOf(contest.body, refOf(each)).some(({ track, stage }) => track === row.track && stage === row.name);
  return all.filter(isSource).map(({ stage }) => stage);
}
