// A chapter after the first quarter: two units appeal against an item of their published checks; the departments answer, and
// one appeal is upheld, the other dismissed.
import { type AppealView, appealView, checkId, checkView } from '@jiangong/contracts';
import { type Cast, entryOf, idOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import type { Person } from './person.ts';
import { appeals } from './seed/appeals.ts';
import { liaisonOf } from './seed/people.ts';
import { projects } from './seed/projects.ts';

type Appeal = (typeof appeals)[number];
const appealOf = ({ org }: Person, { code, quarter, item }: Appeal) => idOf(org, 'appeal', quarter, code, item);
const checkOf = (person: Person, { code, quarter }: Appeal) => checkId(entryOf(person, code), quarter);
const pathOf = (person: Person, appeal: Appeal) =>
  `/checks/${checkOf(person, appeal)}/appeals/${appealOf(person, appeal)}`;

async function appealed(cast: Cast, appeal: Appeal) {
  const { code, quarter, item, department, reason, evidence, answer, outcome, finding } = appeal;
  const { branch } = projects.find((project) => project.code === code)!;
  const liaison = await cast.as(liaisonOf(branch));
  const id = appealOf(liaison, appeal);
  const key = `demo/${quarter}/${code}/appeal`;
  await liaison.post(key, `/checks/${checkOf(liaison, appeal)}/appeals`, { id, item, reason, evidence });
  const checker = await cast.as(`yijian.${department}`);
  await checker.post(`${key}/answer`, `${pathOf(checker, appeal)}/answer`, { answer });
  const organiser = await cast.company();
  const correction = 'marks' in appeal ? { marks: appeal.marks } : {};
  await organiser.post(`${key}/decide`, `${pathOf(organiser, appeal)}/decide`, { outcome, finding, ...correction });
  await organiser.until(
    `${code} 申诉已处理 / the appeal is decided`,
    checkView,
    `/checks/${checkOf(organiser, appeal)}`,
    ({ sealed }) => sealed?.revision === (outcome === 'upheld' ? 2 : 1),
  );
}

export const appealsChapter: Chapter = {
  title: ['一季度申诉', 'Appeals against the first quarter'],
  steps: appeals.length * 3,

  async played(cast) {
    const organiser = await cast.company();
    const found = await Promise.all(appeals.map((each) => organiser.find(appealView, pathOf(organiser, each))));
    return found.every((appeal) => appeal !== undefined && appeal.status !== 'open');
  },

  async play(cast) {
    await Promise.all(appeals.map((appeal) => appealed(cast, appeal)));
  },
};

/** The year's appeals as they were decided, in the order of the seed. */
export async function appealsOf(cast: Cast): Promise<AppealView[]> {
  const organiser = await cast.company();
  return Promise.all(appeals.map((each) => organiser.get(appealView, pathOf(organiser, each))));
}
