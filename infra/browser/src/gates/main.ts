// `pnpm test:browser [--json] [--short]`: one line per gate of the page with its figure and its bound; fails when one does not hold.
import { type Gate, isHeld } from './gate.ts';
import { measured } from './measured.ts';

const flags = process.argv.slice(2);
const line = (gate: Gate) =>
  `${isHeld(gate) ? '✓' : '✗'} ${gate.name}: ${gate.figure} ≤ ${gate.bound} ${gate.unit}${(gate.found ?? []).map((each) => `\n    ${each}`).join('')}`;
let failed = 0;
for await (const gate of measured(!flags.includes('--short'))) {
  console.log(flags.includes('--json') ? JSON.stringify({ ...gate, held: isHeld(gate) }) : line(gate));
  if (!isHeld(gate)) failed += 1;
}
if (failed > 0) process.exitCode = 1;
