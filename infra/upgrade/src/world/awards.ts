// Two award lists with their grants: units by hand, with an objection and a correction; the alliance's plaque.
import { decisionId, grantId, noticeId } from '@jiangong/contracts';
import { unitId } from '@jiangong/kills/src/setting.ts';
import { allianceOf } from './alliance.ts';
import { type Cast, idOf, unitCodes } from './cast.ts';

const number = '京建一工〔2024〕3号';
const arriving = { wait: ['not-found'] };
const honour = (name: string) => ({ code: 'best', name, shortName: '优胜', level: 'enterprise' });
const winners = unitCodes.slice(0, 2);

async function publish({ organiser, committee }: Cast, key: string, list: string) {
  await committee.command(`${key}/review`, `/award-lists/${list}/review`, {}, arriving);
  const channels = [{ kind: 'visit', where: '公司工会办公室' }];
  const notice = { list, from: '2024-04-15', workingDays: 5, firstDayCounts: true, channels };
  await organiser.command(`${key}/notice`, '/notices?on=2024-04-15', notice, {
    wait: ['list-not-reviewed', 'not-found', 'recipient-unknown'],
  });
  await organiser.until(`/api/notices/${noticeId(list)}`, () => true);
  await organiser.until(`/api/award-lists/${list}`, ({ notice }) => notice !== undefined);
}

async function decide({ committee }: Cast, key: string, list: string, recipients: string[]) {
  const document = { number, date: '2024-04-30', signatory: '公司工会委员会', grantedBy: '公司工会' };
  const wait = ['no-notice', 'not-found'];
  await committee.command(`${key}/decide`, `/award-lists/${list}/decisions`, document, { wait });
  for (const recipient of recipients)
    await committee.until(`/api/grants/${grantId(decisionId(list, number), 'best', recipient)}`, () => true);
}

async function object({ organiser, committee }: Cast, list: string) {
  const found = await organiser.find(`/api/award-lists/${list}`);
  const { candidate } = found!.body.candidates[0];
  const objection = idOf(organiser.person.org, 'objection');
  const letter = { channel: 'visit', from: 'unit', receivedOn: '2024-04-16', statement: '请复核' };
  const at = `/award-lists/${list}/objections?on=2024-04-16`;
  await organiser.command('object', at, { objection, candidate, ...letter, objector: { name: '某参建单位' } });
  const answer = { answer: '正在核查' };
  await organiser.command('object/answer', `/objections/${objection}/answer?on=2024-04-17`, answer, arriving);
  const decided = { outcome: 'dismissed', finding: '评分无误', effect: '恢复授予程序' };
  await committee.command('object/decide', `/objections/${objection}/decide`, decided, arriving);
  await organiser.until(`/api/award-lists/${list}`, ({ candidates }) =>
    candidates.every(({ holds }: { holds: string[] }) => holds.length === 0),
  );
}

export async function award(cast: Cast) {
  const { organiser } = cast;
  const { org } = organiser.person;
  const body = { kind: 'hand', title: '2024年度优胜项目部', year: 2024 };
  const honours = [{ ...honour('2024年度优胜项目部'), group: null, seats: null }];
  const { id: list } = await organiser.command('list', '/award-lists?on=2024-04-08', { ...body, honours });
  for (const code of winners)
    await organiser.command(
      `candidate/${code}`,
      `/award-lists/${list}/candidates?on=2024-04-08`,
      { honour: 'best', recipient: unitId(org, code), reason: '成绩突出' },
      { wait: ['recipient-unknown', 'not-found'] },
    );
  await publish(cast, 'list', list);
  await object(cast, list);
  const units = winners.map((code) => unitId(org, code));
  await decide(cast, 'list', list, units);
  await correctGrant(cast, winners[0]!);

  const alliance = await allianceOf(organiser);
  const hung = { kind: 'plaque', title: '联盟授牌', year: 2023, honour: honour('创新工作室联盟') };
  const { id: plaque } = await organiser.command(
    'plaque',
    '/award-lists?on=2024-04-08',
    { ...hung, alliances: [alliance] },
    { wait: ['recipient-unknown'] },
  );
  await publish(cast, 'plaque', plaque);
  await decide(cast, 'plaque', plaque, [alliance]);
}

/** Another revision of a unit's grant. */
export async function correctGrant({ organiser }: Cast, code: string) {
  const body = { recipientName: `公司第${code}项目部`, reason: '名称应与营业执照一致' };
  const found = await organiser.find(`/api/grants?recipient=${unitId(organiser.person.org, code)}`);
  const { grant } = found!.body.items[0];
  await organiser.command(`grant/${code}`, `/grants/${grant}/correct?on=2024-05-06`, body, arriving);
}
