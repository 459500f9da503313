// What follows from events: places requested and given back, answers noted, plaques set and removed as the grants say.
import type { CommandRequest, EventNamed, Grant } from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { allianceCommand } from './alliance.ts';
import { plaqueCommand } from './plaque.ts';
import { studioCommand } from './studio.ts';

const reserve = (
  studio: string,
  holder: { alliance: string; code: string; name: string },
  request: number,
): CommandRequest => studioCommand(studio, 'reserve', { ...holder, request });
const release = (studio: string, alliance: string): CommandRequest => studioCommand(studio, 'release', { alliance });

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

const placesOf = ({ alliance, code, shortName, members }: EventNamed<'alliance-proposed'>['data']) =>
  members.map((m) => reserve(m.studio, { alliance, code, name: shortName }, 1));

export const reactions = [
  on('alliance-proposed', ({ data }) => placesOf(data)),
  on('member-requested', ({ data: { alliance, code, name, member, request } }) => [
    reserve(member.studio, { alliance, code, name }, request),
  ]),
  on('place-reserved', ({ data: { studio, alliance, request } }) => [
    allianceCommand(alliance, 'note-reservation', { studio, request }),
  ]),
  on('place-refused', ({ data: { studio, alliance, request, reason, holders } }) => [
    allianceCommand(alliance, 'note-refusal', { studio, request, reason, holders }),
  ]),
  on('member-left', ({ data: { alliance, studio } }) => [release(studio, alliance)]),
  on('alliance-dissolved', ({ data: { alliance, studios } }) => studios.map((studio) => release(studio, alliance))),
  on('award-granted', ({ data }) => plaqueOf(data)),
  on('award-corrected', ({ data }) => plaqueOf(data)),
  on('award-revoked', ({ data }) => plaqueOf(data)),
];
