// What a unit may be used for, and what it is still needed for.
import { type Read, type Refusal, refuse } from '@jiangong/contracts';
import { people, teams } from './people-views.ts';
import { competitions, entries, type UnitRow, units } from './views.ts';

/** Why nothing new is entered for the unit; undefined if it can be. */
export const retirement = ({ name, code, retired }: UnitRow): Refusal | undefined =>
  retired && refuse('unit-retired', { name, code, reason: retired.reason });

/** Why nobody new can belong to the unit with this id; undefined if somebody can. */
export async function notAnEmployer(read: Read, id: string, hasLeft = false): Promise<Refusal | undefined> {
  const unit = await read.get(units, id);
  if (!unit) return refuse('person-unit-unknown');
  return hasLeft ? undefined : retirement(unit);
}

/** Entries in competitions that are not over, people, teams, and project departments below it. */
export async function usesOf(read: Read, { unit }: UnitRow): Promise<{ zh: string; en: string }[]> {
  const uses = [];
  for (const { competition, track } of await read.all(entries, { unit, state: ['registered', 'accepted'] })) {
    const row = await read.get(competitions, competition);
    if (!row || row.state === 'closed' || row.state === 'cancelled') continue;
    const { label = track } = row.tracks.find((each) => each.track === track) ?? {};
    uses.push({ zh: `${row.name}（${label}）的报名`, en: `an entry in ${row.name} (${label})` });
  }
  const persons = await read.count(people, { unit, state: 'active' });
  if (persons > 0) uses.push({ zh: `${persons} 名人员`, en: `${persons} persons` });
  const formed = (await read.all(teams, { unit })).filter(({ to }) => to === undefined);
  for (const { name } of formed) uses.push({ zh: `队伍“${name}”`, en: `the team ${name}` });
  const departments = await read.all(units, { kind: 'project-department' });
  const below = departments.filter(({ parent, retired }) => parent === unit && !retired);
  for (const { name } of below) uses.push({ zh: `项目部“${name}”`, en: `the project department ${name}` });
  return uses.length > 10 ? [...uses.slice(0, 10), { zh: `等 ${uses.length} 项`, en: `${uses.length} in all` }] : uses;
}
