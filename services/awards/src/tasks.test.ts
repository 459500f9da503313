// What a list waits for next, and for whom: the tie, the review, the notice, objections, the decision.
import { awardListId, type Task } from '@jiangong/contracts';
import { expect, onTestFinished, test } from 'vitest';
import { evaluated, honour, unit } from './sample.ts';
import { startAwards } from './tasks.fixture.ts';

const organiser = { org: 'union', sub: 'li', roles: ['organiser' as const] };
const committee = { org: 'union', sub: 'zhao', roles: ['committee' as const] };

test('each step waits for whoever takes it, and the objection for nobody who scored', async () => {
  let now = '2025-02-05T01:00:00Z';
  const t = await startAwards(() => now);
  onTestFinished(() => t.stop());
  async function tasksOf(who: Parameters<typeof t.call>[0]) {
    await t.quiet();
    const { body } = await t.call(who, 'GET', '/api/tasks');
    return body.items.map(({ task }: Task) => task);
  }
  const done = async (path: string, body: object, who = committee as Parameters<typeof t.call>[0]) => {
    const answer = await t.call(who, 'POST', `/api${path}`, body);
    expect([path, answer.status, answer.text]).toEqual([path, expect.toBeOneOf([200, 201]), expect.anything()]);
    await t.quiet();
  };
  const joint = [unit(3, 3, true), unit(4, 3, true)];
  const evaluation = evaluated(honour('winner', 3, { granted: [unit(1, 1), unit(2, 2)], referred: joint }));
  await t.say('annual-evaluation-completed', evaluation);
  const list = awardListId(evaluation.evaluation);
  expect([await tasksOf(committee), await tasksOf(organiser)]).toEqual([['resolve-tie'], []]);
  const { candidates } = (await t.call(organiser, 'GET', `/api/award-lists/${list}`)).body;
  const [first, , third] = candidates.map(({ candidate }: { candidate: string }) => candidate);
  await done(`/award-lists/${list}/resolve-tie`, { honour: 'winner', granted: [third], reason: '表决' });
  expect([await tasksOf(committee), await tasksOf(organiser)]).toEqual([['review-list'], []]);
  await done(`/award-lists/${list}/review`, {});
  expect([await tasksOf(committee), await tasksOf(organiser)]).toEqual([['publish-notice'], ['publish-notice']]);
  const channels = [{ kind: 'visit', where: '公司工会办公室' }];
  const notice = { list, from: '2025-02-06', workingDays: 5, firstDayCounts: true, channels };
  await done('/notices', notice, organiser);
  expect([await tasksOf(committee), await tasksOf(organiser)]).toEqual([[], []]);
  now = '2025-02-07T01:00:00Z';
  const filing = {
    ...{
      candidate: first,
      from: 'person',
      channel: 'visit',
      receivedOn: '2025-02-07',
      statement: '三季度有未上报的质量问题',
    },
    objector: { name: '某某', contact: '电话' },
  };
  await done(`/award-lists/${list}/objections`, filing, organiser);
  expect([await tasksOf(committee), await tasksOf(organiser)]).toEqual([['decide-objection'], ['answer-objection']]);
  expect(await tasksOf({ ...committee, sub: 'user-quality' })).toEqual(['answer-objection']);
  const [objection] = (await t.call(committee, 'GET', '/api/objections')).body.items;
  await done(`/objections/${objection.objection}/answer`, { answer: '已核实' }, organiser);
  expect(await tasksOf(organiser)).toEqual([]);
  await done(`/objections/${objection.objection}/decide`, {
    outcome: 'dismissed',
    finding: '查无此事',
    effect: '维持',
  });
  expect(await tasksOf(committee)).toEqual([]);
  now = '2025-03-05T01:00:00Z';
  await t.runtimes[0]!.sweep();
  expect(await tasksOf(committee)).toEqual(['issue-decision']);
  const document = { number: '工发〔2025〕3号', date: '2025-03-05', signatory: '委员会', grantedBy: '公司工会' };
  await done(`/award-lists/${list}/decisions`, document);
  expect(await tasksOf(committee)).toEqual([]);
});
