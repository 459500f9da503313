// What a reader sees by the state of publication; what was launched before publications existed stays as it was.
import type { Actor, Role } from '@jiangong/contracts';
import { expect, test } from 'vitest';
import { least, unset } from './publication.ts';
import { type Published, visible } from './visible.ts';

const reader = (role: Role, ...units: string[]): Actor => ({
  sub: 's',
  org: 'o',
  roles: [role],
  departments: [],
  units,
});
const hidden: Published = { to: 'hidden', rows: 'own', frozen: false, closed: true };
const sights = (published: Published, actor: Actor) =>
  [{ unit: 'a' }, { unit: 'c', parent: 'a' }, { unit: 'b' }].map((each) => visible(published, actor).of(each));

test.each([
  ['hidden', hidden, ['entries', 'entries', 'name']],
  ['entrants', { ...hidden, to: 'entrants' as const }, ['result', 'result', 'place']],
  ['public', { ...hidden, to: 'public' as const }, ['result', 'result', 'result']],
  ['public, open again', { ...hidden, to: 'public' as const, closed: false }, ['result', 'result', 'place']],
  ['frozen', { ...hidden, to: 'public' as const, frozen: true }, ['entries', 'entries', 'name']],
  ['launched before', { ...unset, closed: true }, ['result', 'result', 'result']],
  ['launched before, open', { ...unset, closed: false }, ['result', 'result', 'place']],
])('%s: an entrant sees of its own, of its project and of a rival', (_, published, expected) => {
  expect(sights(published, reader('entrant', 'a'))).toEqual(expected);
  for (const role of ['organiser', 'checker', 'committee', 'auditor'] as const)
    expect(sights(published, reader(role))).toEqual(['result', 'result', 'result']);
});

test('a year is published as far as the least of what it is made of', () => {
  const [entrants, open] = [
    { ...hidden, to: 'entrants' as const },
    { ...hidden, to: 'public' as const },
  ];
  expect([open, unset, entrants].reduce<Pick<Published, 'to' | 'rows'>>(least, open)).toBe(entrants);
  expect([entrants, hidden].reduce(least, open)).toBe(hidden);
});
