import { expect, test } from 'vitest';
import { type SessionRow, sessions } from './sessions.ts';

type Given = Parameters<typeof sessions.apply>[1];
const user = { user: 'u', organisation: 'o', roles: ['hr'], departments: [], units: [] };
const fold = (...events: [type: string, time: string][]) =>
  events.reduce<SessionRow | undefined>(
    (row, [type, time]) => sessions.apply(row, { type, time, data: user } as unknown as Given),
    undefined,
  )!;

test('each change of a user begins a new epoch, even if the clock of the writing copy is behind', () => {
  const at = (n: number) => fold(...history.slice(0, n)).epoch;
  const history: [string, string][] = [
    ['user-registered', '2024-05-01T09:00:00+08:00'],
    ['user-signed-out', '2024-05-01T08:00:00+08:00'],
    ['user-amended', '2024-05-01T08:00:00+08:00'],
    ['user-removed', '2023-05-01T08:00:00+08:00'],
    ['user-registered', '2023-05-01T08:00:00+08:00'],
  ];
  const epochs = history.map((_, n) => at(n + 1));
  expect(epochs).toEqual([...new Set(epochs)].toSorted((a, b) => a - b));
});

test('a token issued before a backup was restored is behind the next change', () => {
  const backup: [string, string][] = [['user-registered', '2024-05-01T09:00:00+08:00']];
  const lost = fold(...backup, ['user-amended', '2024-05-02T09:00:00+08:00']);
  const restored = fold(...backup, ['user-removed', '2024-05-03T09:00:00+08:00']);
  expect(lost.epoch).toBeLessThan(restored.epoch);
});

test('signing out keeps the duties, removal ends them', () => {
  const registered: [string, string] = ['user-registered', '2024-05-01T09:00:00+08:00'];
  expect(fold(registered, ['user-signed-out', '2024-05-02T09:00:00+08:00']).user).toEqual(user);
  expect(fold(registered, ['user-removed', '2024-05-02T09:00:00+08:00']).user).toBeUndefined();
});
