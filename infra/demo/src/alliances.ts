// The industry union's chapter: studios are recognised, by other unions too, a pairing run shows what their profiles suggest, the first
// nine alliances are approved, work together, log outputs, close two duty years, and correct one.
import { allianceAnswer, allianceListed, dutyAnswer, pairingAnswer } from '@jiangong/contracts';
import { allianceOf, type Cast, idOf } from './cast.ts';
import type { Chapter } from './chapter.ts';
import { answerInvitations, consentSteps, hostOf, invitedTo, memberOf, showStudios } from './consent.ts';
import { registerUser } from './organisations.ts';
import { logOutput, logOutputs, stepsOf } from './outputs.ts';
import type { Person } from './person.ts';
import { type Alliance, alliances, jointProjects } from './seed/alliances.ts';
import { late, outputs, yearCorrection } from './seed/outputs.ts';
import { leaders } from './seed/people.ts';
import { studios } from './seed/studios.ts';
import { suggest, suggestionSteps } from './suggestion.ts';

const years = [2023, 2024];
export const pairingOf = ({ org }: Person) => idOf(org, 'pairing', 2023);

async function recognise(cast: Cast) {
  await Promise.all(
    studios.map(async (studio) => {
      const union = await hostOf(cast, studio.code);
      const id = await union.post(`demo/${studio.code}`, '/studios?on=2023-03-06', studio);
      await union.post(`demo/${studio.code}/recognise`, `/studios/${id}/recognise?on=2023-03-20`);
    }),
  );
}

async function pair(cast: Cast) {
  const organiser = await cast.industry();
  const id = pairingOf(organiser);
  const body = { id, mode: 'best', studios: await Promise.all(studios.map(({ code }) => memberOf(cast, code))) };
  await organiser.post('demo/pairing', '/pairings?on=2023-04-10', body);
  await organiser.until(
    '配对完成 / the pairing is done',
    pairingAnswer,
    `/pairings/${id}`,
    ({ status }) => status === 'completed',
  );
}

async function found(cast: Cast, alliance: Alliance) {
  const { code, name, shortName, form, reason } = alliance;
  const organiser = await cast.industry();
  const members = await Promise.all(invitedTo(alliance).map((studio) => memberOf(cast, studio)));
  const proposal = { code, name, shortName, studios: members };
  const id = await organiser.post(`demo/${code}`, '/alliances?on=2023-05-08', proposal);
  const agreement = `联盟协议（演示）〔2023〕${Number(code.slice(-2))}号`;
  await answerInvitations(cast, alliance);
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

/** An output of a closed year is logged and accepted after all: the year is counted again. */
async function correctYear(cast: Cast) {
  await logOutput(cast, late);
  const { year, on, reason } = yearCorrection;
  const organiser = await cast.industry();
  const at = `/alliances/${allianceOf(organiser, late.alliance)}/duties/${year}`;
  await organiser.until(
    '须更正 / a correction is due',
    dutyAnswer,
    at,
    (duty) => duty.correctionDue === true || isCorrected(duty),
  );
  await organiser.post(`demo/${late.alliance}/duty/${year}/correct`, `${at}/correct?on=${on}`, { reason });
}
const isCorrected = ({ corrections = [] }: { corrections?: unknown[] | undefined }) => corrections.length > 0;

export const alliancesChapter: Chapter = {
  title: ['创新工作室联盟', 'Studio alliances'],
  steps:
    2 * studios.length +
    1 +
    leaders.length +
    2 * alliances.length +
    jointProjects.reduce((sum, { reports }) => sum + reports.length + 2, 0) +
    consentSteps +
    [...outputs, late].reduce((sum, output) => sum + stepsOf(output), 0) +
    suggestionSteps +
    years.length * alliances.length +
    1,

  async played(cast) {
    const organiser = await cast.industry();
    const listed = await organiser.all(allianceListed, `/alliances?year=${years.at(-1)}`);
    const corrected = `/alliances/${allianceOf(organiser, late.alliance)}/duties/${yearCorrection.year}`;
    return (
      listed.length >= alliances.length &&
      listed.every(({ year }) => year?.closed) &&
      isCorrected((await organiser.find(dutyAnswer, corrected)) ?? {})
    );
  },

  async play(cast) {
    const organiser = await cast.industry();
    await recognise(cast);
    await showStudios(cast);
    await pair(cast);
    await Promise.all(
      leaders.map(async (leader) => {
        const { org } = await hostOf(cast, leader.answersFor[0]);
        const own = await Promise.all(leader.answersFor.map((code) => memberOf(cast, code)));
        await registerUser(cast, leader, org, own);
      }),
    );
    await Promise.all(alliances.map((alliance) => found(cast, alliance)));
    for (const { code } of alliances)
      await organiser.until(
        `${code} 已批准 / approved`,
        allianceAnswer,
        `/alliances/${allianceOf(organiser, code)}`,
        ({ status }) => status === 'approved',
      );
    await workTogether(organiser);
    await logOutputs(cast);
    await suggest(cast);
    for (const year of years)
      await Promise.all(
        alliances.map(({ code }) => {
          const at = `/alliances/${allianceOf(organiser, code)}/duties/${year}/close`;
          return organiser.post(`demo/${code}/duty/${year}`, `${at}?on=${year + 1}-01-08`);
        }),
      );
    await correctYear(cast);
  },
};

/** The alliances with their members and both years, by natural keys alone. */
export async function alliancesOf(cast: Cast) {
  const organiser = await cast.industry();
  const listed = await Promise.all(years.map((year) => organiser.all(allianceListed, `/alliances?year=${year}`)));
  const line = (code: string, at: number) => {
    const { alliance: _, text: __, ...duty } = listed[at]!.find((each) => each.code === code)!.year!;
    return { ...duty, corrections: duty.corrections?.map(({ counted: ___, ...correction }) => correction) };
  };
  return listed[0]!
    .map(({ code, name, form, agreement, since, members, plaques }) => ({
      ...{ code, name, form, agreement, since, plaques: plaques.length },
      members: members.map(({ code, union, leading, place }) => ({
        code,
        isGuest: union !== undefined,
        leading,
        place,
      })),
      years: years.map((_, at) => line(code, at)),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
