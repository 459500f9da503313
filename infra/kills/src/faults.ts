// What befalls a round: processes killed at named places, at random moments, while they start, or frozen and then killed or
// thawed; and, in proportion, what an engine adds. The seed draws what happens; when exactly, the machine decides.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Failpoint } from '@jiangong/service-kit/failpoint';
import { type Copy, type Fate, type Fault, type Installation, seldom } from './installation.ts';
import { below, between, pick, randomOf, weighted } from './random.ts';

export interface Suffered {
  kills: number;
  /** Kills at a named place, by its name. */
  at: Record<string, number>;
  /** Kills of what was just beginning. */
  starting: number;
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
/** How long a process lives before it is killed at random, at most. */
const MOMENT_MS = 700;
const SELDOM = 3;
const FREEZES = 0.06;
const STARTING = 0.08;
/** Longer than most need to be ready. */
const START_MS = 2000;
const NAMED = 0.6;

export async function letFaultsHappen(installation: Installation, options: FaultsOptions): Promise<Suffered> {
  const { kills, seed, signal, say } = options;
  const random = randomOf(seed);
  const suffered: Suffered = { kills: 0, at: {}, starting: 0, frozen: 0, broker: 0, mongod: 0, cut: 0 };
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
  const drawPlace = (): Failpoint | undefined =>
    random() < NAMED && drawn < kills ? weighted(random, installation.failpoints) : undefined;
  /** One death of a copy at a moment of its life, and those of its successors that have a failpoint set. */
  async function life(copy: Copy) {
    if (random() < FREEZES) await freeze(copy);
    await sleep(between(random, 0, MOMENT_MS), undefined, { signal }).catch(() => {});
    await copy.kill();
    suffered.kills += 1;
    if (random() < STARTING && drawn < kills) {
      drawn += 1;
      await begin(copy, { dieAfterMs: between(random, 0, START_MS) });
      await copy.ended();
      suffered.kills += 1;
      suffered.starting += 1;
    }
    for (let place = drawPlace(); place; place = drawPlace()) {
      drawn += 1;
      const passing = 1 + below(random, seldom.includes(place) ? SELDOM : installation.passings);
      const isUp = await begin(copy, { failpoint: `${place}:${passing}` });
      const died = !isUp || (await Promise.race([copy.ended().then(() => true), sleep(PLACE_MS, false)]));
      if (died) suffered.at[place] = (suffered.at[place] ?? 0) + 1;
      await copy.kill();
      suffered.kills += 1;
    }
    await begin(copy);
  }
  /** @returns whether it is up; if not, it died at its failpoint while starting */
  async function begin(copy: Copy, fate: Fate = {}): Promise<boolean> {
    const isToDie = Object.keys(fate).length > 0;
    for (let tries = 0; ; tries += 1) {
      const since = Date.now();
      const slow = setInterval(() => say(`${copy.name} is not ready yet (${Date.now() - since} ms)`), 15_000);
      try {
        await copy.again(fate);
        return true;
      } catch (error) {
        const { message } = error as Error;
        if (isToDie && /^[^\n]*\(SIGKILL\)/.test(message)) return false;
        if (tries > 8 || signal.aborted) {
          options.onSurprise(`${copy.name} does not start: ${message}`);
          throw error;
        }
        // What it leans on is away just now.
        await sleep(500);
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
  for (const result of all) if (result.status === 'rejected') throw result.reason;
  return suffered;
}
