// How far a run is: what its row says, with the progress of the thread that works on it.
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, type PairingAnswer, pairingAnswer, type Refusal } from '@jiangong/contracts';
import type { Request } from '@jiangong/service-kit';
import { runOf } from '../pairing-reading.ts';
import type { PairingRow } from '../views.ts';
import { pairingOffice } from './pairing-office.ts';

const EACH_MS = 200;

export async function withProgress(request: Request, run: PairingRow | Refusal): Promise<PairingAnswer | Refusal> {
  if (isRefusal(run)) return run;
  if (run.work === 'none') return run;
  const progress = await request.companion(pairingOffice).progressOf(run.pairing);
  return progress ? { ...run, progress } : run;
}

/** Each change, until nothing is left to be worked out. */
export async function* changesOf(request: Request, run: PairingRow): AsyncGenerator<PairingAnswer> {
  let last = '';
  for (let row: PairingRow | Refusal = run; !isRefusal(row); row = await runOf(request.read, run.pairing)) {
    const answer = pairingAnswer.parse(await withProgress(request, row));
    const text = JSON.stringify(answer);
    if (text !== last) yield answer;
    last = text;
    if (row.work === 'none') return;
    await sleep(EACH_MS);
  }
}
