// What befalls a round: processes killed at named places, at random moments, or frozen and then killed or thawed; and, in
// proportion, what an engine adds. The seed draws what happens; when exactly, the machine decides.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Copy, Fault, Installation } from './installation.ts';
import { below, between, pick, randomOf, weighted } from './random.ts';

export interface Suffered {
  kills: number;
  /** Kills at a named place, by its name. */
  at: Record<string, number>;
  frozen: number;
  broker: number;
  mongod: number;
  cut: number;
}
export interface FaultsOptions {
  kills: number;
  seed: number;
  /** Longest freeze. */
  freezeMs: number;
  signal: AbortSignal;
  say(text: string): void;
  /** Something ended or failed that nobody killed. */
  onSurprise(text: string): void;
}
/** A place that is not passed within this time is given up for a kill. */
const PLACE_MS = 3000;
const FREEZES = 0.06;
const NAMED = 0.6;

export async function letFaultsHappen(installation: Installation, options: FaultsOptions): Promise<Suffered> {
  const { kills, seed, signal, say } = options;
  const random = randomOf(seed);
  const suffered: Suffered = { kills: 0, at: {}, frozen: 0, broker: 0, mongod: 0, cut: 0 };
  const waiting = new Set(installation.copies);
  let drawn = 0;

  async function line() {
    while (drawn < kills && !signal.aborted) {
      drawn += 1;
      const copy = pick(random, [...waiting]);
      waiting.delete(copy);
      await life(copy);
      waiting.add(copy);
      if (suffered.kills % 10 === 0) say(`${suffered.kills} of ${kills} kills`);
    }
  }
  const drawPlace = () => {
    const [name, upTo] = weighted(random, installation.failpoints);
    return `${name}:${1 + below(random, upTo)}`;
  };
  /** One death of a copy, and its next beginning. */
  async function life(copy: Copy) {
    if (random() < FREEZES) await freeze(copy);
    const named = random() < NAMED ? drawPlace() : '';
    // It may die where it is told only once it has been started so: the death before it is the one that is counted now.
    const moment = between(random, 0, 700);
    if (!armed.has(copy)) await sleep(moment, undefined, { signal }).catch(() => {});
    const at = armed.get(copy);
    if (at !== undefined) {
      const died = await Promise.race([copy.ended().then(() => true), sleep(PLACE_MS, false)]);
      if (died) suffered.at[at] = (suffered.at[at] ?? 0) + 1;
    }
    await copy.kill();
    suffered.kills += 1;
    await begin(copy, named);
  }
  /** Where a copy was told to die. */
  const armed = new Map<Copy, string>();
  async function begin(copy: Copy, failpoint: string) {
    const [name] = failpoint.split(':');
    armed.delete(copy);
    for (let tries = 0; ; tries += 1) {
      const since = Date.now();
      const slow = setInterval(() => say(`${copy.name} is not ready yet (${Date.now() - since} ms)`), 15_000);
      try {
        await copy.again(tries === 0 && failpoint ? failpoint : undefined);
        if (tries === 0 && name) armed.set(copy, name);
        return;
      } catch (error) {
        if (tries === 0 && name && /^[^\n]*\(SIGKILL\)/.test((error as Error).message)) {
          // Died while it was starting, where it was told to.
          suffered.kills += 1;
          drawn += 1;
          suffered.at[name] = (suffered.at[name] ?? 0) + 1;
        } else if (tries > 5 || signal.aborted) {
          options.onSurprise(`${copy.name} does not start: ${(error as Error).message}`);
          throw error;
        } else {
          say(`${copy.name} did not start, again: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}`);
          await sleep(500);
        }
      } finally {
        clearInterval(slow);
      }
    }
  }
  async function freeze(copy: Copy) {
    const pid = copy.pid();
    const long = random() < 0.25 ? options.freezeMs : options.freezeMs / 8;
    try {
      process.kill(pid, 'SIGSTOP');
      suffered.frozen += 1;
      await sleep(between(random, long / 4, long), undefined, { signal }).catch(() => {});
      // Either it goes on as if nothing had been, or it is killed as it lies.
      if (random() < 0.6) process.kill(pid, 'SIGCONT');
    } catch {
      // It died at its place meanwhile.
    }
  }

  /** As many as belong to the kills so far. */
  async function around(fault: Fault) {
    const own = randomOf(seed + fault.name.length * 7919);
    const times = fault.timesAt(kills);
    for (let n = 0; n < times && !signal.aborted; n += 1) {
      while (suffered.kills < (n / times) * kills && !signal.aborted) await sleep(50);
      if (signal.aborted) break;
      await fault.run(own);
      suffered[fault.name] += 1;
      say(`${fault.name} ${n + 1} of ${times}`);
    }
  }
  const lines = Array.from({ length: Math.min(installation.downAtOnce, installation.copies.length) }, line);
  const all = await Promise.allSettled([...lines, ...installation.faults.map(around)]);
  // Nobody is left with an order to die.
  await Promise.all(
    [...armed.keys()].map(async (copy) => {
      await copy.kill();
      await begin(copy, '');
    }),
  );
  for (const result of all) if (result.status === 'rejected') throw result.reason;
  return suffered;
}
