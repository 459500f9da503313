// For tests: a round's steps over folders of their own, each killed at a place and begun anew.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Plant, plants } from './killed-plants.fixture.ts';
import { played, type StepName, startOver, stateOf, step, steps } from './killed-steps.fixture.ts';

export const names = Object.keys(steps) as StepName[];

/** Plays all steps without a death; each can then be played anew from the folder before it. */
export async function undisturbed() {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-round-killed-'));
  const before = (name: StepName) => join(folder, `before ${name}`);
  const expected = new Map<StepName, object>();
  const at = join(folder, 'undisturbed');
  let year = await startOver(at);
  await played(year);
  for (const name of names) {
    await year.stop();
    cpSync(at, before(name), { recursive: true });
    year = await startOver(at);
    await step(year, name);
    expected.set(name, await stateOf(year));
  }
  await year.stop();

  return {
    /** What is read after a step. */
    after: (name: StepName) => expected.get(name),
    /** What is read once a process that died in a step is followed by another, which repeats the request; undefined if none died. */
    async afterDeath(name: StepName, place: string, plant?: Plant): Promise<object | undefined> {
      const left = join(folder, `${name} ${place} ${plant ?? ''}`);
      cpSync(before(name), left, { recursive: true });
      const child = fork(new URL('./killed-child.fixture.ts', import.meta.url), [left, name, plant ?? ''], {
        stdio: 'inherit',
        env: { ...process.env, FAILPOINT: place },
      });
      const [, signal] = await once(child, 'exit');
      if (signal !== 'SIGKILL') return undefined;
      const next = await startOver(left, plant && plants[plant]());
      try {
        await step(next, name);
        return await stateOf(next);
      } finally {
        await next.stop();
        rmSync(left, { recursive: true });
      }
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
export type Undisturbed = Awaited<ReturnType<typeof undisturbed>>;

/** Where a death is felt most in each chain, and the bug that it brings to light. */
export const chains: [StepName, place: string, Plant][] = [
  ['close', 'after-commit:9', 'honours are granted only by the process that closed the round'],
  ['uphold', 'after-commit:1', 'an appeal is corrected in one commit and decided in the next'],
  ['freeze', 'after-commit:1', 'standings are frozen in one commit and published in the next'],
  ['reopen', 'after-commit:1', 'checks open again only by the process that reopened the round'],
];
