// A unit of the played year that a fatal accident bars reaches neither list nor notice, by any path.
import {
  awardListId,
  awardListView,
  checkId,
  eligibilityView,
  evaluationId,
  noticeId,
  noticeView,
} from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { awardsChapter } from './awards.ts';
import { castOf, competitionOf, entryOf, unitOf } from './cast.ts';
import { chapters } from './index.ts';
import { peopleOf } from './person.ts';
import { channels, honours, notice, tie } from './seed/awards.ts';
import { install, settle } from './year.fixture.ts';

test('the barred unit of a played year reaches neither list nor notice by any path', { timeout: 120_000 }, async () => {
  const { url, admin, running } = await install();
  const cast = castOf(peopleOf({ url }), admin);
  for (const chapter of chapters.slice(0, chapters.indexOf(awardsChapter))) await chapter.play(cast);
  const [organiser, committee] = await Promise.all([cast.company(), cast.as('yijian.committee')]);
  const list = awardListId(evaluationId(competitionOf(organiser), 'projects'));
  const at = `/award-lists/${list}`;
  await settle(running);
  const { candidates } = await organiser.get(awardListView, at);
  const standing = candidates.find(({ recipient }) => recipient.externalId === 'XM-02')!;
  expect(standing.state).toBe('proposed');
  let steps = 0;
  const post = (who: typeof organiser, path: string, body: object) => {
    steps += 1;
    return who.post(`barred/${steps}`, path, body);
  };
  const refused = (who: typeof organiser, path: string, body: object) =>
    expect(post(who, path, body), path).rejects.toThrow(/因工死亡或重伤事故/);

  // What came to light after the list had been drafted from the year.
  const accident = [{ kind: 'casualty', evidence: ['生产安全事故调查报告（演示）2024-11'] }];
  const check = checkId(entryOf(organiser, 'XM-02'), 'q4');
  await post(organiser, `/checks/${check}/corrections`, { reason: '事故调查结论已公布', raise: accident });
  await settle(running);
  const dry = await organiser.get(eligibilityView, `${at}/eligibility`);
  expect(dry.items.map(({ name, failures }) => [name, failures[0]!.why.zh])).toEqual([
    [standing.recipient.name, expect.stringContaining('因工死亡或重伤事故')],
  ]);

  await post(committee, `${at}/acknowledge-revision`, { revision: 2, reason: '已核对' });
  await post(committee, `${at}/resolve-tie`, { honour: honours.projects.code, joint: true, reason: tie.reason });
  await refused(committee, `${at}/review`, {});
  const candidate = standing.candidate;
  await post(organiser, `${at}/remove`, { candidate, reason: '发生亡人事故' });
  const unit = { recipient: unitOf(organiser, 'XM-02'), reason: '补充推荐' };
  await refused(organiser, `${at}/candidates`, { honour: honours.projects.code, ...unit });
  const honour = { code: 'HAND', name: '2024年度优胜项目部', shortName: '2024优胜项目部', level: 'enterprise' };
  for (const competition of [{}, { competition: competitionOf(organiser) }]) {
    const body = { kind: 'hand', title: '手工编制', year: 2024, honours: [honour], ...competition };
    const hand = await post(organiser, '/award-lists', body);
    await refused(organiser, `/award-lists/${hand}/candidates`, { honour: honour.code, ...unit });
  }
  await post(committee, `${at}/review`, {});
  await settle(running);
  const { on, ...days } = notice;
  await post(organiser, `/notices?on=${on}`, { list, ...days, channels });
  await settle(running);
  const { items } = await organiser.get(noticeView, `/notices/${noticeId(list)}`);
  expect(items.length).toBeGreaterThan(0);
  expect(items.map(({ recipient }) => recipient)).not.toContain(standing.recipient.name);
  await running.stop();
});
