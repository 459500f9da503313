// Runs a property for ten thousand random seasons.
import fc from 'fast-check';
import { type COMPLETE, type World, world } from './world.ts';

/** The property for ten thousand seeds, each with its world of `count` entrants. */
export function forEveryWorld(check: (w: World) => void, count = 2, gaps?: typeof COMPLETE): void {
  fc.assert(
    fc.property(fc.integer(), (seed) => check(world(seed, count, gaps))),
    { numRuns: 10_000 },
  );
}
