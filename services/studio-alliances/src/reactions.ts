// What follows from events: studios invited, places requested and given back, answers noted, plaques set and removed as the grants say.
import {
  type CommandRequest,
  dutyId,
  type EventNamed,
  type Grant,
  invitationId,
  type RequestedMember,
} from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { allianceCommand } from './alliance.ts';
import { dutyCommand } from './duty.ts';
import { dutyReactions } from './duty-reactions.ts';
import { invitationCommand } from './invitation.ts';
import { outputCommand } from './output.ts';
import { plaqueCommand } from './plaque.ts';
import { studioCommand } from './studio.ts';

/** A place of the alliance's own union is requested at once; another union is invited, and answers for its studio. */
function request(
  { studio, code: studioCode, name: studioName, union }: RequestedMember,
  holder: { alliance: string; code: string; name: string; request: number },
  from: string,
  answerDays: number | undefined,
): CommandRequest {
  if (union === undefined) return studioCommand(studio, 'reserve', holder);
  const about = { studio, studioCode, studioName, ...holder, from, to: union, ...(answerDays ? { answerDays } : {}) };
  return invitationCommand(invitationId(holder.alliance, studio), 'send', about);
}
const release = (studio: string, alliance: string) => studioCommand(studio, 'release', { alliance });
/**
 * Places are given back, and invitations are withdrawn: an acceptance that is under way gives its place back after it was
 * reserved, since both follow from the invitation's events. Members that nobody invited have none.
 */
const giveBack = (alliance: string, studios: readonly string[]): CommandRequest[] => [
  ...studios.map((studio) => release(studio, alliance)),
  ...studios.map((studio) => invitationCommand(invitationId(alliance, studio), 'withdraw', {})),
];

/** A plaque hangs where the grant says: on an alliance or a studio. Grants to units and people are not ours. */
function plaqueOf(grant: Grant): CommandRequest[] {
  const { type, id } = grant.recipient;
  if (type !== 'alliance' && type !== 'studio') return [];
  const command = plaqueCommand[type];
  const which = { grant: grant.grant, revision: grant.revision };
  if (grant.status === 'revoked') return [command(id, 'remove-plaque', { ...which, reason: grant.reason })];
  const { honour, documentNumber, decisionDate } = grant;
  return [command(id, 'set-plaque', { ...which, honour: honour.name, documentNumber, date: decisionDate })];
}

const placesOf = (
  { alliance, code, shortName, members, answerDays }: EventNamed<'alliance-proposed'>['data'],
  from: string,
) => members.map((m) => request(m, { alliance, code, name: shortName, request: 1 }, from, answerDays));
const noteRefusal = (
  { studio, alliance, request }: { studio: string; alliance: string; request: number },
  reason: 'declined' | 'lapsed',
) => allianceCommand(alliance, 'note-refusal', { studio, request, reason, holders: [] });

export const reactions = [
  on('alliance-proposed', ({ data, org }) => placesOf(data, org)),
  on('member-requested', ({ data: { alliance, code, name, member, request: number, answerDays }, org }) => [
    request(member, { alliance, code, name, request: number }, org, answerDays),
  ]),
  on('invitation-accepted', ({ data: { invitation, studio, alliance, code, name, request } }) => [
    studioCommand(studio, 'reserve', { alliance, code, name, request, invitation }),
  ]),
  on('invitation-declined', ({ data }) => [noteRefusal(data, 'declined')]),
  on('invitation-lapsed', ({ data }) => [noteRefusal(data, 'lapsed')]),
  on('invitation-withdrawn', ({ data: { studio, alliance } }) => [release(studio, alliance)]),
  on('place-reserved', ({ data: { studio, alliance, request } }) => [
    allianceCommand(alliance, 'note-reservation', { studio, request }),
  ]),
  on('place-refused', ({ data: { studio, alliance, request, reason, holders } }) => [
    allianceCommand(alliance, 'note-refusal', { studio, request, reason, holders }),
  ]),
  on('member-left', ({ data: { alliance, studio } }) => giveBack(alliance, [studio])),
  on('duties-closed', ({ data: { year, on: day, duties } }) =>
    duties.map((each) => dutyCommand(dutyId(each.alliance, year), 'close-with-all', { ...each, year }, day)),
  ),
  ...dutyReactions,
  on('alliance-dissolved', ({ data: { alliance, studios } }) => giveBack(alliance, studios)),
  // Its evidence is added by people, before they submit it.
  on('suggestion-adopted', ({ data: { suggestion, alliance, owner, studios, output, by, draft } }) => [
    outputCommand(output, 'log', {
      ...{ alliance, owner, studios, ...draft, evidence: [], suggestion: { suggestion, by } },
    }),
  ]),
  on('need-posted', ({ data: { studio, need, problem, unit } }) => [
    studioCommand(studio, 'add-need', { need, problem, unit }),
  ]),
  on('need-withdrawn', ({ data: { studio, need } }) => [studioCommand(studio, 'remove-need', { need })]),
  on('need-solved', ({ data: { studio, need } }) => [studioCommand(studio, 'remove-need', { need })]),
  on('award-granted', ({ data }) => plaqueOf(data)),
  on('award-corrected', ({ data }) => plaqueOf(data)),
  on('award-revoked', ({ data }) => plaqueOf(data)),
];
