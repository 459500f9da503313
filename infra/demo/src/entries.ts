// The second chapter: units, the scheme, the competition with its two tracks, the entries, the launch.
import { competitionView, entryView, schemeSummary, schemeView } from '@jiangong/contracts';
import { type Cast, competitionOf, entryOf, idOf, unitOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import { registerUser } from './organisations.ts';
import type { Person } from './person.ts';
import { flag } from './seed/awards.ts';
import { liaisonOf } from './seed/people.ts';
import { branches, competition, projects, quarters } from './seed/projects.ts';

const csv = (...rows: string[][]) => `${rows.map((row) => row.join(',')).join('\n')}\n`;
const units = csv(
  ['编码', '名称', '简称', '类别', '上级编码'],
  ...branches.map(({ code, name, shortName }) => [code, name, shortName, '分支机构', '']),
  ...projects.map(({ code, name, shortName, branch }) => [code, name, shortName, '项目部', branch]),
);
const entrants = csv(
  ['单位编码', '赛道', '组别'],
  ...branches.map(({ code }) => [code, 'branches', '']),
  ...projects.map(({ code }) => [code, 'projects', '']),
);

/** The template, with a flag for the first of each quarter. */
function withFlag({ tracks, ...scheme }: { tracks: { stages: { id: string }[] }[] }) {
  const withHonour = (stage: { id: string }) => (stage.id === 'quarter' ? { ...stage, honours: [flag] } : stage);
  return { ...scheme, tracks: tracks.map((track) => ({ ...track, stages: track.stages.map(withHonour) })) };
}

async function announce(organiser: Person) {
  const scheme = await organiser.post('demo/scheme', '/schemes', {
    id: idOf(organiser.org, 'scheme', 2024),
    template: 'qi-bi-qi-sai',
  });
  const { body } = await organiser.get(schemeView, `/schemes/${scheme}`);
  await organiser.put('demo/scheme/flag', `/schemes/${scheme}`, { body: withFlag(body as never) });
  await organiser.post('demo/scheme/publish', `/schemes/${scheme}/publish`);
  await organiser.until(
    '方案已发布 / the scheme is published',
    schemeSummary,
    `/schemes/${scheme}`,
    (s) => s.published === 1,
  );
  await organiser.post('demo/competition', `/competitions?on=${competition.registration.from}`, {
    id: competitionOf(organiser),
    ...competition,
    tracks: [
      { track: 'projects', label: '项目部', scheme, periods: quarters },
      { track: 'branches', label: '分支机构', scheme },
    ],
  });
}

/** From a project's beginning on; the one that has not begun by the new year says so. */
const firstStatus = ({ since }: { since: string }) =>
  since < competition.registration.to
    ? { status: 'under-construction', from: since, reason: '取得施工许可，正式开工' }
    : { status: 'not-started', from: '2023-12-18', reason: '已中标，施工许可办理中' };

export const entriesChapter: Chapter = {
  title: ['方案、竞赛与报名', 'Scheme, competition and entries'],
  steps: 8 + branches.length + 2 * projects.length + branches.length,

  async played(cast) {
    const organiser = await cast.company();
    const found = await organiser.find(competitionView, `/competitions/${competitionOf(organiser)}`);
    return found?.state === 'launched' || found?.state === 'closed';
  },

  async play(cast) {
    const organiser = await cast.company();
    const at = `/competitions/${competitionOf(organiser)}`;
    // Branches come first: a project department names the branch that it belongs to.
    const [header, ...rows] = units.trimEnd().split('\n');
    await organiser.importCsv(
      'demo/units/branches',
      '/units/import',
      [header, ...rows.slice(0, branches.length), ''].join('\n'),
    );
    await organiser.importCsv(
      'demo/units/projects',
      '/units/import',
      [header, ...rows.slice(branches.length), ''].join('\n'),
    );
    await Promise.all([
      announce(organiser),
      ...branches.map((branch) => registerLiaison(cast, organiser, branch.code)),
    ]);
    await organiser.importCsv('demo/entries', `${at}/entries/import?on=2024-01-08`, entrants);
    await Promise.all(
      [...branches, ...projects].map(async ({ code }) => {
        const entry = entryOf(organiser, code);
        await organiser.post(`demo/${code}/accept`, `/entries/${entry}/accept?on=2024-01-15`);
      }),
    );
    await Promise.all(
      projects.map(({ code, since }) =>
        organiser.post(
          `demo/${code}/status/begin`,
          `/entries/${entryOf(organiser, code)}/status`,
          firstStatus({ since }),
        ),
      ),
    );
    await organiser.until(
      '报名均已受理 / every entry is accepted',
      { parse: (value) => entryList.parse(value) },
      `${at}/entries?state=accepted&limit=200`,
      (items) => items.length === branches.length + projects.length,
    );
    // The competition hears of acceptances by events; until all have arrived it says which have not.
    await organiser.post('demo/launch', `${at}/launch?on=2024-01-18`, undefined, {
      wait: ['entries-not-known-yet', 'no-accepted-entries'],
    });
  },
};

const entryList = {
  parse: (value: unknown) => (value as { items: unknown[] }).items.map((item) => entryView.parse(item)),
};

async function registerLiaison(cast: Cast, organiser: Person, branch: string) {
  const own = projects.filter((project) => project.branch === branch);
  const userName = liaisonOf(branch);
  const name = `${branches.find(({ code }) => code === branch)!.shortName}竞赛联络员`;
  const answersFor = [branch, ...own.map(({ code }) => code)].map((code) => unitOf(organiser, code));
  await registerUser(cast, { userName, name, of: 'company', roles: ['entrant'] }, organiser.org, answersFor);
}
