// Who hears of what alliances have to do: leaders in the unions of their studios, organisers and finance of the alliance's own.
import { definitionOf, type EventNamed, type Read, type View } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { reactions } from './reactions.ts';
import type { UserRow } from './views.ts';

type Due = EventNamed<'alliance-reminder-due'>['data'];
const example = definitionOf('alliance-reminder-due')!.example as Due;
const user = (name: string, organisation: string, role: UserRow['roles'][number], ...units: string[]): UserRow => ({
  ...{ user: name, organisation, roles: [role], departments: [], units },
});
const everybody = [
  user('leads-ours', 'ours', 'alliance-leader', 's1'),
  user('leads-another', 'ours', 'alliance-leader', 's9'),
  user('leads-theirs', 'theirs', 'alliance-leader', 's2'),
  // A token may name any studio, but speaks only for those of its own union.
  user('names-ours-abroad', 'theirs', 'alliance-leader', 's1'),
  user('organises', 'ours', 'organiser'),
  user('organises-abroad', 'theirs', 'organiser'),
  user('counts', 'ours', 'finance'),
  user('names-a-studio', 'ours', 'entrant', 's1'),
];
const read = {
  all: async ({ name }: View<object>, { organisation }: { organisation: string | string[] }) =>
    name === 'users' ? everybody.filter((each) => [organisation].flat().includes(each.organisation)) : [],
} as unknown as Read;

async function heardBy(to: Due['to']): Promise<string[]> {
  const follows = reactions.find(({ event }) => event === 'alliance-reminder-due')!;
  const event = { data: { ...example, to }, org: 'ours', time: '2024-11-01T01:00:00Z' };
  const requests = await follows.react(event as never, read);
  return requests.map(({ data }) => (data as { to: { user: string } }).to.user).sort();
}

test('leaders are found in the unions of their own studios, and nobody else is', async () => {
  const studios = [
    { studio: 's1', organisation: 'ours' },
    { studio: 's2', organisation: 'theirs' },
  ];
  expect(await heardBy({ role: 'alliance-leader', studios })).toEqual(['leads-ours', 'leads-theirs']);
  expect(await heardBy({ role: 'organiser' })).toEqual(['organises']);
  expect(await heardBy({ role: 'finance' })).toEqual(['counts']);
});
