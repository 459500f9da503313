// Members as their studios are by now: an alliance keeps the names of the time when they came, whatever became of them since.
import { type AllianceAnswer, type Read, valueLabels } from '@jiangong/contracts';
import { type AllianceRow, type StudioRow, studios } from './views.ts';

type Member = AllianceAnswer['members'][number];

function withNow(member: Member, studio: StudioRow | undefined): Member {
  if (!studio || member.to !== undefined) return member;
  const { name, status } = studio;
  return name === member.name && status === 'recognised' ? member : { ...member, now: { name, status } };
}

/** Both unions of an alliance see what became of its members, whose names they knew. */
export async function shownMembers(read: Read, rows: readonly AllianceRow[]): Promise<AllianceRow[]> {
  const ids = [...new Set(rows.flatMap((row) => row.members.map((m) => m.studio)))];
  const everywhere = read.everywhere();
  const found = await Promise.all(ids.map((id) => everywhere.get(studios, id)));
  const known = new Map(ids.map((id, at) => [id, found[at]]));
  return rows.map((row) => ({ ...row, members: row.members.map((m) => withNow(m, known.get(m.studio))) }));
}

/** A member in a table: what it is called by now, and that it is suspended. */
export function memberText({ name, now }: Member): string {
  if (!now) return name;
  const notes = [
    ...(now.name === name ? [] : [`原${name}`]),
    ...(now.status === 'suspended' ? [valueLabels.studio.suspended] : []),
  ];
  return notes.length ? `${now.name}（${notes.join('，')}）` : now.name;
}
