// The end of the year: reviews of projects and branches, then the annual evaluation of each track. Branches come after
// projects, because the places of its own projects count for a branch.
import { evaluationId, evaluationView } from '@jiangong/contracts';
import { competitionOf, entryOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import type { Person } from './person.ts';
import { branchReviews, projectReviews } from './seed/reviews.ts';

/** A launched entry may be a moment on its way to the service that reviews it. */
const arriving = { wait: ['not-found'] };

function review(checker: Person, by: string, code: string, marks: object) {
  return checker.post(`demo/review/${code}/${by}`, '/reviews', { entry: entryOf(checker, code), marks }, arriving);
}

async function evaluate(organiser: Person, track: string) {
  const competition = competitionOf(organiser);
  await organiser.post(`demo/evaluate/${track}`, '/evaluations', { competition, track });
  const at = `/evaluations/${evaluationId(competition, track)}`;
  await organiser.until(`年终考评已完成 / the year of ${track} is evaluated`, evaluationView, at, () => true);
  const publication = `/publications/${evaluationId(competition, track)}`;
  await organiser.post(`demo/publish/${track}`, publication, { to: 'public' });
}

export const reviewsChapter: Chapter = {
  title: ['年终考评', 'Annual evaluation'],
  steps: Object.keys(projectReviews).length + 2 * Object.keys(branchReviews).length + 4,

  async played(cast) {
    const organiser = await cast.company();
    const id = evaluationId(competitionOf(organiser), 'branches');
    return (await organiser.find(evaluationView, `/evaluations/${id}`)) !== undefined;
  },

  async play(cast) {
    const [organiser, union, finance] = await Promise.all(
      ['yijian.organiser', 'yijian.union', 'yijian.finance'].map((user) => cast.as(user)) as [
        Promise<Person>,
        Promise<Person>,
        Promise<Person>,
      ],
    );
    await Promise.all(
      Object.entries(projectReviews).map(([code, value]) => review(union, 'union', code, { review: { value } })),
    );
    await evaluate(organiser, 'projects');
    for (const [code, { indicators, sheet }] of Object.entries(branchReviews)) {
      const achieved = Object.entries(indicators).map(([id, [plan, done]]) => [id, { plan, done }]);
      await review(finance, 'finance', code, Object.fromEntries(achieved));
      const headings = ['plan', 'coverage', 'ledgers', 'publicity'];
      const points = headings.map((id, at) => [id, { value: sheet[at] }]);
      await review(union, 'union', code, Object.fromEntries(points));
    }
    await evaluate(organiser, 'branches');
  },
};
