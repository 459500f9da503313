// Studios of other unions: their unions show them, are invited with them, and accept or decline.
import { allianceAnswer, invitationAnswer, invitationId } from '@jiangong/contracts';
import { allianceOf, type Cast, studioOf } from './cast.ts';
import type { Person } from './person.ts';
import type { Alliance } from './seed/alliances.ts';
import { alliances } from './seed/alliances.ts';
import { declined, otherUnions, shows } from './seed/consent.ts';

const isGuest = (code: string) => otherUnions[code] !== undefined;
/** Who acts for the union that a studio is of. */
export const hostOf = (cast: Cast, code: string): Promise<Person> =>
  isGuest(code) ? cast.as(`${otherUnions[code]}.organiser`) : cast.industry();
/** The studio's id, which its own union derives. */
export const memberOf = async (cast: Cast, code: string) => studioOf(await hostOf(cast, code), code);

export const consentSteps =
  Object.keys(otherUnions).length + alliances.flatMap(({ studios }) => studios).filter(isGuest).length + 2;

/** The other unions show their studios to all. */
export async function showStudios(cast: Cast) {
  await Promise.all(
    Object.keys(otherUnions).map(async (code) => {
      const union = await hostOf(cast, code);
      await union.post(`demo/${code}/list`, `/studios/${studioOf(union, code)}/list`, { shows });
    }),
  );
}

/** Whoever is invited when an alliance is proposed, members-to-be and one who declines. */
export const invitedTo = ({ code, studios }: Alliance) =>
  code === declined.alliance ? [...studios, declined.studio] : studios;

/** The unions of its guests answer; whoever declines is no member. */
export async function answerInvitations(cast: Cast, { code, studios }: Alliance) {
  const organiser = await cast.industry();
  const alliance = allianceOf(organiser, code);
  await Promise.all(
    studios.filter(isGuest).map(async (studio) => {
      const union = await hostOf(cast, studio);
      const invitation = invitationId(alliance, studioOf(union, studio));
      // It follows from the proposal.
      const arriving = { wait: ['not-found'] };
      await union.post(`demo/${code}/${studio}/accept`, `/invitations/${invitation}/accept`, undefined, arriving);
    }),
  );
  if (code !== declined.alliance) return;
  const union = await hostOf(cast, declined.studio);
  const studio = studioOf(union, declined.studio);
  await union.post(
    `demo/${code}/${declined.studio}/decline`,
    `/invitations/${invitationId(alliance, studio)}/decline`,
    { reason: declined.reason },
    { wait: ['not-found'] },
  );
  await organiser.until(
    '谢绝已送达 / the answer has arrived',
    allianceAnswer,
    `/alliances/${alliance}`,
    ({ members }) => members.every((member) => member.studio !== studio || member.place !== 'waiting'),
  );
  await organiser.post(`demo/${code}/${declined.studio}/leave`, `/alliances/${alliance}/leave?on=2023-06-05`, {
    ...{ studio, reason: declined.left },
  });
}

/** What the union's invitations came to, by natural keys alone. */
export async function invitationsOf(cast: Cast) {
  const organiser = await cast.industry();
  const sent = await organiser.all(invitationAnswer, '/invitations?direction=sent');
  return sent
    .map(({ code, name, studioCode, studioName, status, reason }) => ({
      ...{ code, name, studioCode, studioName, status, reason },
    }))
    .sort((a, b) => (`${a.code} ${a.studioCode}` < `${b.code} ${b.studioCode}` ? -1 : 1));
}
