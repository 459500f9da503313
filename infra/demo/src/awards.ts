// The last two chapters: the company's awards from the drafted lists to a revocation, and the industry union's plaques.
import {
  allianceAnswer,
  awardListId,
  awardListView,
  decisionId,
  decisionView,
  evaluationId,
  grantId,
  grant as grantView,
  noticeId,
  noticeView,
  objectionView,
} from '@jiangong/contracts';
import { allianceOf, type Cast, competitionOf, idOf, unitOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import type { Person } from './person.ts';
import { alliances } from './seed/alliances.ts';
import * as seed from './seed/awards.ts';

const listOf = (person: Person, track: string) => awardListId(evaluationId(competitionOf(person), track));
export const listAt = (list: string) => `/award-lists/${list}`;
type Document = typeof seed.decision;

export async function publish(
  organiser: Person,
  key: string,
  list: string,
  { on, ...notice }: typeof seed.notice,
  channels: object[],
) {
  await organiser.post(
    `${key}/notice`,
    `/notices?on=${on}`,
    { list, ...notice, channels },
    { wait: ['list-not-reviewed'] },
  );
  await organiser.until('公示已发布 / the notice is out', noticeView, `/notices/${noticeId(list)}`, () => true);
  await organiser.until(
    '名单已公示 / the list knows its notice',
    awardListView,
    listAt(list),
    ({ notice }) => notice !== undefined,
  );
}

/** Decides, and waits until every grant of the decision is made. */
export async function decide(committee: Person, key: string, list: string, document: Document): Promise<string> {
  await committee.post(`${key}/decision/${document.date}`, `${listAt(list)}/decisions`, document, {
    wait: ['no-notice'],
  });
  const decision = decisionId(list, document.number);
  const whole = ({ recorded, pages }: { recorded: number; pages: number }) => recorded === pages;
  const { grants } = await committee.until(
    '决定已登记 / the decision is recorded',
    decisionView,
    `/decisions/${decision}`,
    whole,
  );
  for (const id of grants)
    await committee.until('荣誉已登记 / the grant is made', grantView, `/grants/${id}`, () => true);
  return decision;
}

async function prepare(cast: Cast, track: 'projects' | 'branches'): Promise<string> {
  const [organiser, committee] = await Promise.all([cast.company(), cast.as('yijian.committee')]);
  const list = listOf(organiser, track);
  const key = `demo/awards/${track}`;
  await organiser.until(`表彰名单已生成 / the list of ${track} is drafted`, awardListView, listAt(list), () => true);
  await organiser.post(`${key}/honour`, `${listAt(list)}/honours`, seed.honours[track]);
  if (track === 'projects') {
    const body = { honour: seed.honours.projects.code, joint: true, reason: seed.tie.reason };
    await committee.post(`${key}/tie`, `${listAt(list)}/resolve-tie`, body);
  }
  await committee.post(`${key}/review`, `${listAt(list)}/review`, {});
  await publish(organiser, key, list, seed.notice, seed.channels);
  return list;
}

/** The candidate is held back from the moment the objection is taken in until somebody who did not score decides it. */
async function object(cast: Cast, list: string): Promise<() => Promise<void>> {
  const [organiser, committee] = await Promise.all([cast.company(), cast.as('yijian.committee')]);
  const { candidates } = await organiser.get(awardListView, listAt(list));
  const { code, filing, objector, answer, decided } = seed.objection;
  const { candidate } = candidates.find(({ recipient }) => recipient.externalId === code)!;
  const objection = idOf(organiser.org, 'objection', code);
  await organiser.post('demo/awards/objection', `${listAt(list)}/objections`, {
    objection,
    candidate,
    ...filing,
    objector,
  });
  await organiser.until('异议已登记 / the objection is filed', objectionView, `/objections/${objection}`, () => true);
  await organiser.post('demo/awards/objection/answer', `/objections/${objection}/answer`, { answer });
  return async () => {
    await committee.post('demo/awards/objection/decide', `/objections/${objection}/decide`, decided);
    const free = ({ candidates }: { candidates: { candidate: string; holds: string[] }[] }) =>
      candidates.every((each) => each.candidate !== candidate || each.holds.length === 0);
    await organiser.until('异议已处理 / the candidate is free', awardListView, listAt(list), free);
  };
}

const revoked = (person: Person) =>
  grantId(decisionId(listOf(person, 'projects'), seed.decision.number), 'winner', unitOf(person, seed.revocation.code));

export const awardsChapter: Chapter = {
  title: ['评优表彰', 'Awards'],
  steps: 15,

  async played(cast) {
    const organiser = await cast.company();
    return (await organiser.find(grantView, `/grants/${revoked(organiser)}`))?.status === 'revoked';
  },

  async play(cast) {
    const [organiser, chair, committee] = await Promise.all([
      cast.company(),
      cast.as('yijian.chair'),
      cast.as('yijian.committee'),
    ]);
    const [projects, branches] = await Promise.all([prepare(cast, 'projects'), prepare(cast, 'branches')]);
    const settle = await object(cast, projects);
    await decide(committee, 'demo/awards/projects', projects, seed.decision);
    const organising = await decide(committee, 'demo/awards/branches', branches, seed.decision);
    await settle();
    await decide(committee, 'demo/awards/projects', projects, seed.supplement);

    const { code, recipientName, reason } = seed.correction;
    const corrected = grantId(organising, 'organiser', unitOf(organiser, code));
    await organiser.post('demo/awards/correct', `/grants/${corrected}/correct`, { recipientName, reason });
    // Somebody who is both organiser and of the committee may revoke as of the day on which it was resolved.
    const { on } = seed.revocation;
    const body = { reason: seed.revocation.reason };
    await chair.post('demo/awards/revoke', `/grants/${revoked(chair)}/revoke?on=${on}`, body);
    await chair.until(
      '荣誉已撤销 / the grant is revoked',
      grantView,
      `/grants/${revoked(chair)}`,
      ({ status }) => status === 'revoked',
    );
  },
};

export const plaquesChapter: Chapter = {
  title: ['联盟授牌', 'Plaques'],
  steps: 4,

  async played(cast) {
    const organiser = await cast.industry();
    const has = async (code: string) => {
      const found = await organiser.find(allianceAnswer, `/alliances/${allianceOf(organiser, code)}`);
      return found !== undefined && found.plaques.length > 0;
    };
    return (await Promise.all(alliances.map(({ code }) => has(code)))).every(Boolean);
  },

  async play(cast) {
    const [organiser, chair] = await Promise.all([cast.industry(), cast.as('chanye.chair')]);
    const { title, year, honour, notice, channels, decision } = seed.plaques;
    const chosen = alliances.map(({ code }) => allianceOf(organiser, code));
    const body = { kind: 'plaque', title, year, honour, alliances: chosen };
    const list = await organiser.post('demo/plaques/list', `/award-lists?on=2023-05-30`, body, {
      wait: ['recipient-unknown'],
    });
    // Whoever drafted the list has nominated everybody on it.
    await chair.post('demo/plaques/review', `${listAt(list)}/review?on=2023-06-02`, {});
    await publish(organiser, 'demo/plaques', list, notice, channels);
    await decide(chair, 'demo/plaques', list, decision);
    for (const id of chosen)
      await organiser.until(
        '已授牌 / the plaque hangs',
        allianceAnswer,
        `/alliances/${id}`,
        ({ plaques }) => plaques.length > 0,
      );
  },
};
