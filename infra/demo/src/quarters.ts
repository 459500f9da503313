// Four chapters, one for each quarter: plans, the round opens, a reminder, progress and sheets, vetoes, the round closes, once it is
// opened again; a correction.
import { checkId, checkView, publicationView, roundId, roundView } from '@jiangong/contracts';
import { type Cast, competitionOf, entryOf, idOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import { departments, enteredBy, marksOf } from './department-marks.ts';
import type { Person } from './person.ts';
import { isRevised, planOf, reportOf, revisedPlanOf, verificationOf } from './plans.ts';
import { reopen } from './reopening.ts';
import { APPEAL_DAYS, selfScore } from './seed/appeals.ts';
import { correction, daysOnSite, planRevision, reminded, reopened, returned, vetoes } from './seed/incidents.ts';
import { type Found, found } from './seed/marks.ts';
import { liaisonOf } from './seed/people.ts';
import { type Project, projects, type Quarter, quarters } from './seed/projects.ts';
import { recordStatuses, statusSteps } from './statuses.ts';

/** The quarter in which two departments hand in their marks as a file. */
const BY_FILE: Quarter = 'q3';
const filed = ['finance', 'union'];

const checkOf = (organiser: Person, code: string, quarter: Quarter) => checkId(entryOf(organiser, code), quarter);
const projectOf = (code: string) => projects.find((project) => project.code === code)!;

async function plan(cast: Cast, project: Project, quarter: Quarter) {
  const liaison = await cast.as(liaisonOf(project.branch));
  const check = checkOf(liaison, project.code, quarter);
  await liaison.put(`demo/${quarter}/${project.code}/plan`, `/checks/${check}/plan`, {
    items: planOf(project, quarter),
  });
}

async function score(cast: Cast, marks: Found) {
  const { quarter, code } = marks;
  const project = projectOf(code);
  const liaison = await cast.as(liaisonOf(project.branch));
  const at = `/checks/${checkOf(liaison, code, quarter)}`;
  const key = `demo/${quarter}/${code}`;
  if (isRevised(code, quarter)) {
    const body = { items: revisedPlanOf(project, quarter), reason: planRevision.reason };
    const organiser = await cast.company();
    await organiser.put(`${key}/plan/2`, `${at}/plan`, body);
  }
  await liaison.post(`${key}/progress`, `${at}/progress`, { items: reportOf(project, marks) });
  const engineering = await cast.as('yijian.engineering');
  await engineering.post(`${key}/verify`, `${at}/progress/verify`, { items: verificationOf(project, marks) });
  if (selfScore.code === code && selfScore.quarter === quarter)
    await liaison.put(`${key}/self-score`, `${at}/self-score`, { marks: selfScore.marks });
  for (const department of departments) {
    const checker = await cast.as(`yijian.${department}`);
    const sheet = `${at}/sheets/${department}`;
    if (quarter !== BY_FILE || !filed.includes(department))
      await checker.put(`${key}/${department}`, sheet, { marks: enteredBy(department, marks) });
    await checker.post(`${key}/${department}/submit`, `${sheet}/submit`);
    if (returned.code === code && returned.quarter === quarter && returned.department === department)
      await sendBack(cast, marks, sheet);
  }
}

/** A sheet comes back to its department, which adds what was missing and hands it in again. */
async function sendBack(cast: Cast, marks: Found, sheet: string) {
  const { quarter, code, department, reason } = returned;
  const key = `demo/${quarter}/${code}/${department}`;
  const organiser = await cast.company();
  const checker = await cast.as(`yijian.${department}`);
  await organiser.post(`${key}/return`, `${sheet}/return`, { reason });
  const { quality } = marksOf('quality', marks) as { quality: object };
  const again = { marks: { quality: { ...quality, evidence: ['质检记录（演示）2024-017'] } } };
  await checker.put(`${key}/2`, sheet, again);
  await checker.post(`${key}/2/submit`, `${sheet}/submit`);
}

async function file(cast: Cast, round: string, marks: Found[]) {
  const criterion = { finance: 'cost', union: 'team' } as const;
  for (const department of ['finance', 'union'] as const) {
    const rows = marks.map(
      (each) => `${each.code},${criterion[department]},${each[criterion[department]]},三季度考核会议纪要（演示）`,
    );
    const text = `单位编码,指标,分值,依据\n${rows.join('\n')}\n`;
    const checker = await cast.as(`yijian.${department}`);
    await checker.importCsv(`demo/${BY_FILE}/marks/${department}`, `/rounds/${round}/marks/import`, text);
  }
}

async function veto(cast: Cast, quarter: Quarter) {
  const organiser = await cast.company();
  for (const { code, kind, by, evidence, ...rest } of vetoes.filter((each) => each.quarter === quarter)) {
    const checker = await cast.as(`yijian.${by}`);
    const at = `/checks/${checkOf(checker, code, quarter)}/vetoes`;
    const id = idOf(checker.org, 'veto', quarter, code);
    await checker.post(`demo/${quarter}/${code}/veto`, at, { id, kind, evidence });
    if (rest.lifted)
      await organiser.post(`demo/${quarter}/${code}/veto/lift`, `${at}/${id}/lift`, { reason: rest.lifted });
  }
}

async function correct(organiser: Person) {
  const { code, quarter, reason, safety } = correction;
  const check = checkOf(organiser, code, quarter as Quarter);
  const body = { reason, marks: { safety: { events: safety } } };
  await organiser.post(`demo/${quarter}/${code}/correct`, `/checks/${check}/corrections`, body);
}

const chapterOf = ({ id: quarter, label, to }: (typeof quarters)[number]): Chapter => {
  const own = found.filter((each) => each.quarter === quarter);
  const vetoed = vetoes.filter((each) => each.quarter === quarter);
  const corrected = correction.quarter === quarter;
  const sheets = own.length * departments.length * 2;
  return {
    title: [`${label}检查考核`, `Quarterly check ${quarter}`],
    steps:
      projects.length +
      statusSteps(quarter) +
      3 +
      own.length * 2 +
      sheets +
      (quarter === BY_FILE ? filed.length - own.length * filed.length : 0) +
      own.filter(({ code }) => isRevised(code, quarter)).length +
      (returned.quarter === quarter ? 3 : 0) +
      vetoed.reduce((sum, { lifted }: { lifted?: string }) => sum + (lifted ? 2 : 1), 0) +
      (selfScore.quarter === quarter ? 1 : 0) +
      (reminded === quarter ? 1 : 0) +
      (reopened.quarter === quarter ? 5 : 0) +
      (corrected ? 1 : 0),

    async played(cast) {
      const organiser = await cast.company();
      const round = roundId(competitionOf(organiser), 'projects', quarter);
      const publication = await organiser.find(publicationView, `/publications/${round}`);
      if (publication?.to !== 'public' || !corrected) return publication?.to === 'public';
      const check = await organiser.get(checkView, `/checks/${checkOf(organiser, correction.code, quarter)}`);
      return check.sealed !== undefined && check.sealed.revision > 1;
    },

    async play(cast) {
      const organiser = await cast.company();
      const round = roundId(competitionOf(organiser), 'projects', quarter);
      const at = `/rounds/${round}`;
      await recordStatuses(organiser, quarter);
      const all = projects.length;
      const counted = (what: string, holds: (checks: Record<'made' | 'open' | 'sealed', number>) => boolean) =>
        organiser.until(what, roundView, at, ({ checks }) => holds(checks));
      await counted(
        `${label}检查表已生成 / the checks of ${quarter} are made`,
        ({ made, open, sealed }) => made + open + sealed === all,
      );
      const checkers = ['engineering', ...departments].map((department) => cast.as(`yijian.${department}`));
      await Promise.all([...checkers, ...projects.map((project) => plan(cast, project, quarter))]);
      await organiser.post(`demo/${quarter}/open`, `${at}/open`, undefined, { wait: ['entries-not-known'] });
      await counted(
        `${label}检查已开启 / the checks of ${quarter} are open`,
        ({ open, sealed }) => open + sealed === all,
      );
      if (reminded === quarter) {
        const ids = own.map(({ code }) => checkOf(organiser, code, quarter));
        await organiser.post(`demo/${quarter}/remind`, '/checks/remind', { ids });
      }
      if (quarter === BY_FILE) await file(cast, round, own);
      await Promise.all(own.map((marks) => score(cast, marks)));
      await veto(cast, quarter);
      for (const { code, days } of daysOnSite.filter((each) => each.quarter === quarter))
        await organiser.until(
          `${code} ${label}在施天数 / days on site`,
          checkView,
          `/checks/${checkOf(organiser, code, quarter)}`,
          ({ siteDays, status }) => siteDays.done === days || status === 'sealed',
        );
      await organiser.post(`demo/${quarter}/close`, `${at}/close`, undefined, { wait: ['round-incomplete'] });
      await organiser.until(
        `${label}已关闭 / ${quarter} is closed (${to})`,
        roundView,
        at,
        ({ status, undone }) => status === 'closed' || undone !== undefined,
      );
      if (reopened.quarter === quarter) await reopen(cast, at);
      await organiser.post(`demo/${quarter}/publish`, `/publications/${round}`, {
        to: 'public',
        appealDays: APPEAL_DAYS,
      });
      if (corrected) await correct(organiser);
    },
  };
};

export const quarterChapters: Chapter[] = quarters.map(chapterOf);
