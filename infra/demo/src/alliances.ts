// The industry union's chapter: studios are recognised, a pairing run shows what their profiles suggest, the first nine
// alliances are approved, work together, log outputs and close two duty years.
import { allianceAnswer, allianceId, allianceListed, outputAnswer, pairingAnswer } from '@jiangong/contracts';
import { type Cast, idOf, studioOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import { registerUser } from './organisations.ts';
import type { Person } from './person.ts';
import { type Alliance, alliances, jointProjects, type Output, outputs } from './seed/alliances.ts';
import { leaders } from './seed/people.ts';
import { studios } from './seed/studios.ts';

const years = [2023, 2024];
const allianceOf = ({ org }: Person, code: string) => allianceId(org, code);
export const pairingOf = ({ org }: Person) => idOf(org, 'pairing', 2023);

async function recognise(organiser: Person) {
  await Promise.all(
    studios.map(async (studio) => {
      const id = await organiser.post(`demo/${studio.code}`, '/studios?on=2023-03-06', studio);
      await organiser.post(`demo/${studio.code}/recognise`, `/studios/${id}/recognise?on=2023-03-20`);
    }),
  );
}

async function suggest(organiser: Person) {
  const id = pairingOf(organiser);
  const body = { id, mode: 'best', studios: studios.map(({ code }) => studioOf(organiser, code)) };
  await organiser.post('demo/pairing', '/pairings?on=2023-04-10', body);
  await organiser.until(
    '配对完成 / the pairing is done',
    pairingAnswer,
    `/pairings/${id}`,
    ({ status }) => status === 'completed',
  );
}

async function found(organiser: Person, { code, name, shortName, studios, form, reason }: Alliance) {
  const members = studios.map((studio) => studioOf(organiser, studio));
  const proposal = { code, name, shortName, studios: members };
  const id = await organiser.post(`demo/${code}`, '/alliances?on=2023-05-08', proposal);
  const agreement = `联盟协议（演示）〔2023〕${Number(code.slice(-2))}号`;
  // Every studio answers for its own places; approval waits for the last of them.
  await organiser.post(
    `demo/${code}/approve`,
    `/alliances/${id}/approve?on=2023-06-15`,
    { form, reason, agreement },
    { wait: ['places-missing'] },
  );
}

async function workTogether(organiser: Person) {
  for (const { alliance, topic, goal, from, reports, closed } of jointProjects) {
    const id = idOf(organiser.org, 'joint-project', alliance);
    const body = { id, alliance: allianceOf(organiser, alliance), topic, goal, from };
    await organiser.post(`demo/${alliance}/project`, `/joint-projects?on=${from}`, body);
    for (const [at, { on, progress }] of reports.entries())
      await organiser.post(`demo/${alliance}/project/${at + 1}`, `/joint-projects/${id}/report?on=${on}`, { progress });
    const { on, result } = closed;
    await organiser.post(`demo/${alliance}/project/close`, `/joint-projects/${id}/close?on=${on}`, { result });
  }
}

/** A member's leader logs it, finance certifies its benefit, and the organiser accepts it: three people. */
async function logOutput(cast: Cast, output: Output) {
  const { alliance, benefit, rejected, kind, title, applied, adoptedOn, wonElsewhere } = output;
  const organiser = await cast.industry();
  const members = alliances.find(({ code }) => code === alliance)!.studios;
  const leader = leaders.find(({ answersFor }) => answersFor.some((studio) => members.includes(studio)));
  if (!leader) throw new Error(`no leader of ${alliance} has an account`);
  const worker = await cast.as(leader.userName);
  const id = idOf(organiser.org, 'output', alliance, adoptedOn);
  const contributors = members.map((studio) => `P-00${studio.slice(-2)}`);
  const evidence = [{ title: '应用证明（演示）', reference: `YYZM-${alliance}-${adoptedOn}` }];
  const won = wonElsewhere ? { wonElsewhere } : {};
  const body = {
    id,
    alliance: allianceOf(organiser, alliance),
    kind,
    title,
    applied,
    contributors,
    adoptedOn,
    evidence,
    ...won,
  };
  const key = `demo/${alliance}/output/${adoptedOn}`;
  const at = `/outputs/${id}`;
  await worker.post(key, '/outputs', body);
  await worker.post(`${key}/submit`, `${at}/submit`);
  if (rejected) {
    await organiser.post(`${key}/reject`, `${at}/reject`, { reason: rejected });
    await worker.post(`${key}/amend`, `${at}/amend`, {
      evidence: [...evidence, { title: '应用单位证明（演示）', reference: `YYDW-${alliance}-${adoptedOn}` }],
    });
    await worker.post(`${key}/submit/2`, `${at}/submit`);
  }
  if (benefit !== undefined) {
    const finance = await cast.as('chanye.finance');
    const to = `${Number(adoptedOn.slice(0, 4)) + 1}${adoptedOn.slice(4)}`;
    const until = new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10);
    await finance.post(`${key}/benefit`, `${at}/certify-benefit`, { yuan: benefit, from: adoptedOn, to: until });
  }
  await organiser.post(`${key}/accept`, `${at}/accept`);
  await organiser.until(`成果已认可 / the output is accepted`, outputAnswer, at, ({ status }) => status === 'accepted');
}

export const alliancesChapter: Chapter = {
  title: ['创新工作室联盟', 'Studio alliances'],
  steps:
    2 * studios.length +
    1 +
    leaders.length +
    2 * alliances.length +
    jointProjects.reduce((sum, { reports }) => sum + reports.length + 2, 0) +
    outputs.reduce((sum, { rejected, benefit }) => sum + 3 + (rejected ? 3 : 0) + (benefit === undefined ? 0 : 1), 0) +
    years.length * alliances.length,

  async played(cast) {
    const organiser = await cast.industry();
    const listed = await organiser.all(allianceListed, `/alliances?year=${years.at(-1)}`);
    return listed.length >= alliances.length && listed.every(({ year }) => year?.closed);
  },

  async play(cast) {
    const organiser = await cast.industry();
    await recognise(organiser);
    await suggest(organiser);
    await Promise.all(
      leaders.map((leader) =>
        registerUser(
          cast,
          leader,
          organiser.org,
          leader.answersFor.map((code) => studioOf(organiser, code)),
        ),
      ),
    );
    await Promise.all(alliances.map((alliance) => found(organiser, alliance)));
    for (const { code } of alliances)
      await organiser.until(
        `${code} 已批准 / approved`,
        allianceAnswer,
        `/alliances/${allianceOf(organiser, code)}`,
        ({ status }) => status === 'approved',
      );
    await workTogether(organiser);
    await Promise.all(outputs.map((output) => logOutput(cast, output)));
    for (const year of years)
      await Promise.all(
        alliances.map(({ code }) => {
          const at = `/alliances/${allianceOf(organiser, code)}/duties/${year}/close`;
          return organiser.post(`demo/${code}/duty/${year}`, `${at}?on=${year + 1}-01-08`);
        }),
      );
  },
};
