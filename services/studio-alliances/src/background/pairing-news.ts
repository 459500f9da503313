// How far a run is: what its row says, with the progress of the thread that works on it.
import { isRefusal, type PairingAnswer, pairingAnswer, type Refusal, refuse } from '@jiangong/contracts';
import { type Request, type StreamRequest, watching } from '@jiangong/service-kit';
import { runOf } from '../pairing-reading.ts';
import type { PairingRow } from '../views.ts';
import { pairingOffice } from './pairing-office.ts';

interface News {
  answer: PairingAnswer;
  isDone: boolean;
}
const news = watching<News>('pairing news', 200);

export async function withProgress(request: Request, run: PairingRow | Refusal): Promise<PairingAnswer | Refusal> {
  if (isRefusal(run)) return run;
  if (run.work === 'none') return run;
  const progress = await request.companion(pairingOffice).progressOf(run.pairing);
  return progress ? { ...run, progress } : run;
}

/** Each change, until nothing is left to be worked out. */
export async function changesOf(request: StreamRequest, id: string): Promise<AsyncIterable<PairingAnswer> | Refusal> {
  async function compute(): Promise<News | Refusal> {
    const run = await runOf(request.read, id);
    const answer = await withProgress(request, run);
    if (isRefusal(run) || isRefusal(answer)) return refuse('not-found', { what: id });
    return { answer: pairingAnswer.parse(answer), isDone: run.work === 'none' };
  }
  const changes = await request.companion(news).watch(`${request.actor.org}/${id}`, compute, request.signal);
  return changes === undefined || isRefusal(changes) ? refuse('not-found', { what: id }) : untilDone(changes);
}

async function* untilDone(changes: AsyncIterable<News>): AsyncGenerator<PairingAnswer> {
  for await (const { answer, isDone } of changes) {
    yield answer;
    if (isDone) return;
  }
}
