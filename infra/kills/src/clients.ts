// The clients of a round, until it ends; each goes from chain to chain, and ends with the one it is in.
import { setTimeout as sleep } from 'node:timers/promises';
import { clientOf, type Notes, type Person, Refused } from './client.ts';
import { between, randomOf } from './random.ts';
import type { Setting } from './setting.ts';
import { drawChain } from './work.ts';

export interface Clients {
  /** Chains that were begun, and those that ended as they should. */
  chains: { begun: number; whole: number };
  /** Resolves when every client has ended its chain. */
  end(): Promise<void>;
}

export function startClients(
  urls: readonly string[],
  setting: Setting,
  {
    count,
    seed,
    notes,
    giveUp,
    restMs,
  }: { count: number; seed: number; notes: Notes; giveUp: AbortSignal; restMs: number },
): Clients {
  let ending = false;
  const chains = { begun: 0, whole: 0 };
  async function client(number: number) {
    const random = randomOf(seed * 1000 + number);
    const as = (person: Person) => clientOf({ urls, person, notes, random, giveUp });
    const [client, judge] = [as(setting.person), as(setting.judge)];
    for (let n = 0; !ending && !giveUp.aborted; n += 1) {
      chains.begun += 1;
      try {
        await drawChain(random)({ ...setting, client, judge, as, random, name: `${seed}-${number}-${n}` });
        chains.whole += 1;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (error.message.startsWith('waited')) notes.surprises.push(error.message);
      }
      await sleep(between(random, 0, restMs));
    }
  }
  const all = Promise.all(Array.from({ length: count }, (_, number) => client(number)));
  all.catch(() => {});
  return {
    chains,
    async end() {
      ending = true;
      await all;
    },
  };
}
