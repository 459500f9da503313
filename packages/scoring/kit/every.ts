// Runs a property for many random seasons.
import fc from 'fast-check';
import { type COMPLETE, type World, world } from './world.ts';

/** Runs of a property in `npm test`; `test:long` does ten thousand. */
export const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 2_000) };

/** The property for {@link RUNS} seeds, each with its world of `count` entrants. */
export function forEveryWorld(check: (w: World) => void, count = 2, gaps?: typeof COMPLETE): void {
  fc.assert(
    fc.property(fc.integer(), (seed) => check(world(seed, count, gaps))),
    RUNS,
  );
}
