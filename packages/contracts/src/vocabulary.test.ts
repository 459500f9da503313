import { expect, test } from 'vitest';
import { type Command, type CommandRequest, requestsOf } from './vocabulary.ts';

type UnitCommand =
  | Command<'register', { name: string; code: string }>
  | Command<'close' | 'open', Record<string, never>>;
const unitCommand = requestsOf<UnitCommand>('unit');

test('a noun’s command maker accepts its own commands with their data only', () => {
  expect(unitCommand('u', 'register', { name: 'n', code: 'c' })).toEqual({
    stream: 'unit',
    id: 'u',
    type: 'register',
    data: { name: 'n', code: 'c' },
  });
  expect(unitCommand('u', 'close', {}, '2024-05-01').businessDate).toBe('2024-05-01');
  // @ts-expect-error a misspelt type
  unitCommand('u', 'registre', { name: 'n', code: 'c' });
  // @ts-expect-error a field is missing
  unitCommand('u', 'register', { name: 'n' });
  // @ts-expect-error data of another type
  unitCommand('u', 'close', { name: 'n', code: 'c' });
  // @ts-expect-error no such stream
  requestsOf<UnitCommand>('unti');
});

test('only a command maker makes a request', () => {
  // @ts-expect-error a literal names any type of any stream
  const request: CommandRequest = { stream: 'unit', id: 'u', type: 'registre', data: {} };
  expect(request.id).toBe('u');
});
