// Somebody who reads the numbered changes from a cursor while copies die, as an HR system reads its feed.
import { changes } from '../counter.fixture.ts';
import { service, views } from './copy.ts';
import { type Disk, type Flaw, storeOn } from './store.ts';
import type { Process, World } from './world.ts';

export interface Followed {
  number: number;
  key: string;
}

/** Reads for ever. @returns what it has been given so far, in that order */
export function followOn(deps: { world: World; disk: Disk; org: string; flaws: Flaw[] }): readonly Followed[] {
  const { world, disk, org, flaws } = deps;
  const process: Process = { id: -1, alive: true, frozen: false };
  const store = storeOn({ disk, world, process, service, views, flaws });
  const followed: Followed[] = [];
  void (async () => {
    for (;;) {
      for (let n = 0; n < 10; n += 1) await world.turn(process);
      const after = followed.at(-1)?.number ?? 0;
      const page = await store.numbered({ view: changes.name, org, after, limit: 2 }).catch(() => []);
      followed.push(...page.map(({ number, row: { key } }) => ({ number, key })));
    }
  })();
  return followed;
}
