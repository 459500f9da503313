// Enters somebody on a track: a person by staff number, everybody else from a list.
import type { ContestTrack } from '@jiangong/client';
import { client, useCommand, useItems } from '../app/api.ts';
import { Act } from '../parts/act.tsx';
import type { FieldOf } from '../parts/form.tsx';

/** Nobody has this id: the interface says what is missing. */
const NOBODY = '00000000-0000-4000-8000-000000000000';
/** The person with this very staff number. */
async function personOf(number: string): Promise<string> {
  const { items } = await client.get('/people', { q: number, limit: 50 });
  return items.find(({ externalId }) => externalId === number)?.person ?? NOBODY;
}

export function Enter({ contest, track }: { contest: string; track: ContestTrack }) {
  const { entrants } = track;
  const enter = useCommand('POST', '/contests/{id}/contestants');
  const units = useItems('/units', entrants === 'unit' || entrants === 'person' ? {} : undefined);
  const teams = useItems('/teams', entrants === 'team' || entrants === 'person' ? {} : undefined);
  const studios = useItems('/studios', entrants === 'studio' ? {} : undefined);
  const options = {
    unit: (units.data ?? [])
      .filter(({ retired }) => !retired)
      .map(({ unit, code, name }) => ({ value: unit, label: `${code} ${name}` })),
    team: (teams.data ?? []).map(({ team, code, name }) => ({ value: team, label: `${code} ${name}` })),
    studio: (studios.data ?? []).map(({ studio, code, name }) => ({ value: studio, label: `${code} ${name}` })),
  };
  const who: FieldOf =
    entrants === 'person'
      ? { name: 'entrant', label: ['参赛者的工号', 'Staff number'] }
      : { name: 'entrant', label: ['参赛者', 'Entrant'], kind: 'one', options: options[entrants] };
  const group: FieldOf[] =
    track.groups.length === 0
      ? []
      : [
          {
            name: 'group',
            label: ['组别', 'Group'],
            kind: 'one',
            options: track.groups.map((each) => ({ value: each.id, label: each.label })),
          },
        ];
  const represents: FieldOf[] =
    entrants !== 'person'
      ? []
      : [
          {
            name: 'represents',
            label: ['代表的队伍或单位', 'Represents'],
            kind: 'one',
            optional: true,
            options: [...options.team, ...options.unit],
            hint: ['不填为本单位', 'The own unit if left empty'],
          },
        ];
  return (
    <Act
      label={['登记参赛者', 'Enter']}
      title={[`登记参赛者：${track.label}`, `Enter on ${track.label}`]}
      fields={[who, ...group, ...represents]}
      run={async ({ entrant, ...values }) => {
        const found = entrants === 'person' ? await personOf(entrant) : (entrant as string);
        const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
        return enter.run({ id: contest }, { track: track.track, entrant: found, ...given });
      }}
    />
  );
}
