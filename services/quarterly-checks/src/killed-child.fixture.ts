// For tests: one step of a round in a process of its own over a folder, killed at a failpoint.
import { type Plant, plants } from './killed-plants.fixture.ts';
import { type StepName, startOver, step } from './killed-steps.fixture.ts';

const [folder, name, plant] = process.argv.slice(2) as [string, StepName, Plant | ''];
const year = await startOver(folder, plant ? plants[plant]() : undefined);
await step(year, name);
await year.stop();
process.disconnect?.();
