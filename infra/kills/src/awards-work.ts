// Chains of the awards: from a list to grants, which HR and the alliances hear of.
import { decisionId, grantId, noticeId } from '@jiangong/contracts';
import { below } from './random.ts';
import { arriving, type Chain, idOf, newUnit, type Worker } from './worker.ts';

const honourOf = (name: string) => ({ code: 'best', name: `优胜 ${name}`, shortName: '优胜', level: 'enterprise' });

export async function plaque(worker: Worker, alliance: string) {
  const { client, name } = worker;
  const body = {
    kind: 'plaque',
    title: `授牌 ${name}`,
    year: 2023,
    honour: honourOf(name),
    alliances: [alliance],
  };
  const wait = ['recipient-unknown'];
  const { id: list } = await client.command(`plaque/${name}`, '/award-lists?on=2023-05-30', body, { wait });
  await publish(worker, list);
  await decide(worker, list, [alliance]);
  await client.until(`/api/alliances/${alliance}`, ({ plaques }) => plaques.length === 1);
}

/** Whoever drafted the list has nominated everybody on it: another one reviews it and decides. */
async function publish({ client, judge, name }: Worker, list: string) {
  await judge.command(`review/${name}`, `/award-lists/${list}/review?on=2023-06-02`, {}, arriving);
  const notice = {
    list,
    from: '2023-06-05',
    workingDays: 5,
    firstDayCounts: true,
    channels: [{ kind: 'visit', where: '工会' }],
  };
  await client.command(`notice/${name}`, '/notices?on=2023-06-05', notice, {
    wait: ['list-not-reviewed', 'not-found', 'recipient-unknown'],
  });
  await client.until(`/api/notices/${noticeId(list)}`, () => true);
  await client.until(`/api/award-lists/${list}`, ({ notice }) => notice !== undefined);
}

/** @returns the grants of the decision, once all are made */
async function decide({ client, judge, name }: Worker, list: string, recipients: string[]): Promise<string[]> {
  const number = `〔2023〕${name}号`;
  const document = { number, date: '2023-06-20', signatory: '工会', grantedBy: '工会' };
  await judge.command(`decide/${name}`, `/award-lists/${list}/decisions`, document, {
    wait: ['no-notice', 'not-found'],
  });
  const grants = recipients.map((recipient) => grantId(decisionId(list, number), 'best', recipient));
  for (const grant of grants) await client.until(`/api/grants/${grant}`, () => true);
  return grants;
}

/** From a list by hand to grants, with an objection, a correction, a revocation. */
export const awards: Chain = async (worker) => {
  const { client, name, random } = worker;
  const units = [await newUnit(worker, `W-${name}-1`), await newUnit(worker, `W-${name}-2`)];
  const honours = [{ ...honourOf(name), group: null, seats: null }];
  const { id: list } = await client.command(`list/${name}`, '/award-lists?on=2023-05-30', {
    kind: 'hand',
    title: name,
    year: 2023,
    honours,
  });
  for (const [n, recipient] of units.entries())
    await client.command(
      `candidate/${name}/${n}`,
      `/award-lists/${list}/candidates?on=2023-05-30`,
      { honour: 'best', recipient, reason: '成绩突出' },
      { wait: ['recipient-unknown', 'not-found'] },
    );
  await publish(worker, list);
  if (random() < 0.5) await object(worker, list);
  const grants = await decide(worker, list, units);
  const reason = '名称更正';
  for (let n = below(random, 3); n > 0; n -= 1)
    await client.command(`correct/${name}/${n}`, `/grants/${grants[0]}/correct?on=2023-07-01`, {
      recipientName: `${name} ${n}`,
      reason,
    });
  if (random() < 0.4) await client.command(`revoke/${name}`, `/grants/${grants[1]}/revoke?on=2023-08-01`, { reason });
};

async function object(worker: Worker, list: string) {
  const { client, judge, name } = worker;
  const found = await client.find(`/api/award-lists/${list}`);
  const { candidate } = found!.body.candidates[0];
  const objection = idOf(worker, 'objection', name);
  await client.command(`object/${name}`, `/award-lists/${list}/objections?on=2023-06-06`, {
    objection,
    candidate,
    channel: 'visit',
    from: 'unit',
    receivedOn: '2023-06-06',
    statement: '请复核',
    objector: { name: '某单位' },
  });
  await client.command(
    `answer/${name}`,
    `/objections/${objection}/answer?on=2023-06-07`,
    { answer: '正在核查' },
    arriving,
  );
  const decided = { outcome: 'dismissed', finding: '无误', effect: '恢复授予程序' };
  await judge.command(`settle/${name}`, `/objections/${objection}/decide`, decided, arriving);
  const isFree = (candidate: { holds: string[] }) => candidate.holds.length === 0;
  await client.until(`/api/award-lists/${list}`, ({ candidates }) => candidates.every(isFree));
}
