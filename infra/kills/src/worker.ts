// Who does a chain of commands, and what every chain uses.
import { derivedId } from '@jiangong/contracts';
import type { Client, Person } from './client.ts';
import type { Random } from './random.ts';
import { type Setting, unitBody, unitId } from './setting.ts';

export interface Worker extends Omit<Setting, 'judge'> {
  client: Client;
  judge: Client;
  /** A client of somebody else's. */
  as(person: Person): Client;
  random: Random;
  /** Names nothing else has. */
  name: string;
}
export type Chain = (worker: Worker) => Promise<void>;
export const arriving = { wait: ['not-found'] } as const;
export const idOf = ({ person }: Worker, ...name: string[]) => derivedId('kills', person.org, ...name);

export async function newUnit({ client, person }: Worker, code: string) {
  await client.command(`unit/${code}`, '/units', unitBody(code));
  return unitId(person.org, code);
}
