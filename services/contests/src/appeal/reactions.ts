// What an appeal that is upheld corrects: what was recorded, and what judges marked.
import { byTarget, type CommandRequest, performanceId, scorecardId } from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { cardCommand } from '../judging/scorecard.ts';
import { performanceCommand } from '../performance/performance.ts';
import { about } from '../performance/performance-routes.ts';
import { siteOf } from '../stage/stage-input.ts';
import { contestants, panels } from '../views.ts';

export const appealReactions = [
  on('contest-appeal-decided', async ({ data }, read) => {
    const { stage, contestant, marks, absence, sheets, finding: reason } = data;
    const site = (await siteOf(stage, read))!;
    const requests: CommandRequest[] = [];
    if (Object.keys(marks).length > 0 || absence !== undefined) {
      const given = { ...about(site), contestant, marks, absence, reason };
      requests.push(...byTarget([performanceCommand(performanceId(stage, contestant), 'correct', given)]));
    }
    for (const { panel: id, seat, marks } of sheets) {
      const panel = (await read.get(panels, id))!;
      const { entrant } = (await read.get(contestants, contestant))!;
      const { contest, ref } = site;
      const given = { contestant, panel, entrant, body: contest.body, ref, seat, marks, reason };
      requests.push({ ...cardCommand(scorecardId(id, contestant), 'correct', given), key: `${id}/${seat}` });
    }
    return requests;
  }),
];
