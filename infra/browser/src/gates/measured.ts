// Every gate, one group after the other, so that none disturbs the figures of another.
import type { Gate } from './gate.ts';
import { handsGates } from './hands.ts';
import { liveGates } from './live.ts';
import { looksGates } from './looks.ts';
import { openStage } from './stage.ts';
import { weightGates } from './weight.ts';

/** @param isFull every look and long rounds; otherwise a few of each */
export async function* measured(isFull: boolean): AsyncGenerator<Gate> {
  const stage = await openStage();
  try {
    for (const gates of [weightGates, liveGates, handsGates, looksGates]) yield* await gates(stage, isFull);
  } finally {
    await stage.close();
  }
}
