// The gates of the page, in short: counts hold exactly, times with the patience that a busy machine needs.
import { expect, test } from 'vitest';
import { type Gate, isHeld } from './gates/gate.ts';
import { measured } from './gates/measured.ts';

const PATIENCE = 10;

test('the page keeps its gates', async () => {
  const gates = await Array.fromAsync(measured(false));
  for (const { name, figure, bound, unit } of gates) console.log(`${name}: ${figure} ≤ ${bound} ${unit}`);
  const held = (gate: Gate) => isHeld(gate, gate.kind === 'time' ? PATIENCE : 1);
  expect(gates.filter((gate) => !held(gate))).toEqual([]);
  expect(gates.length).toBe(18);
}, 300_000);
