// The properties that also catch mutants, ten thousand random seasons each.
import { test } from 'vitest';
import { checks } from '../kit/checks.ts';
import { forEveryWorld } from '../kit/every.ts';

for (const [name, check] of Object.entries(checks)) test(name, () => forEveryWorld(check));
