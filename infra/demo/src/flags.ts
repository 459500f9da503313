// A chapter after the last quarter: the flag of each, from the list that its closing drafted to the decision.
import { awardListId, awardListView, decisionId, decisionView, grant as grantView, roundId } from '@jiangong/contracts';
import { decide, listAt, publish } from './awards.ts';
import { type Cast, competitionOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import type { Person } from './person.ts';
import { channels, decision, flag, flags, notice } from './seed/awards.ts';
import { quarters } from './seed/projects.ts';

const listOf = (person: Person, quarter: string) => awardListId(roundId(competitionOf(person), 'projects', quarter));

async function granted(cast: Cast, { quarter, number, on, date }: (typeof flags)[number]) {
  const [organiser, committee] = await Promise.all([cast.company(), cast.as('yijian.committee')]);
  const list = listOf(organiser, quarter);
  const key = `demo/${quarter}/flag`;
  const { label } = quarters.find(({ id }) => id === quarter)!;
  await organiser.until(`${label}红旗名单已生成 / the flag's list is drafted`, awardListView, listAt(list), () => true);
  await organiser.post(`${key}/honour`, `${listAt(list)}/honours`, {
    code: `${flag.id}@${quarter}`,
    name: `北京建工一建公司2024年${label}劳动竞赛流动红旗`,
    shortName: `2024${label}流动红旗`,
    level: 'enterprise',
    prize: 3000,
  });
  await committee.post(`${key}/review`, `${listAt(list)}/review`, {});
  await publish(organiser, key, list, { ...notice, on, from: on }, channels);
  await decide(committee, key, list, { ...decision, number, date });
}

/** Whether every grant of the decision is made. */
async function isGranted(organiser: Person, { quarter, number }: (typeof flags)[number]) {
  const decided = await organiser.find(decisionView, `/decisions/${decisionId(listOf(organiser, quarter), number)}`);
  if (!decided || decided.recorded < decided.pages) return false;
  const grants = await Promise.all(decided.grants.map((id) => organiser.find(grantView, `/grants/${id}`)));
  return grants.every((grant) => grant !== undefined);
}

export const flagsChapter: Chapter = {
  title: ['流动红旗', 'Travelling flags'],
  steps: flags.length * 4,

  async played(cast) {
    const organiser = await cast.company();
    return (await Promise.all(flags.map((each) => isGranted(organiser, each)))).every(Boolean);
  },

  async play(cast) {
    await Promise.all(flags.map((each) => granted(cast, each)));
  },
};
