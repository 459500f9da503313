// The other end of the pairing thread: one studio list in it, one question at a time, ended at any moment.
import { Worker } from 'node:worker_threads';
import type { PairingProgress, StudioAnswer, WhyAnswer } from '@jiangong/contracts';
import type { Certificate, Part } from '../pairing.ts';
import type { PairingConstraints } from '../pairing-constraints.ts';
import type { Question } from '../why.ts';

export type ToWorker =
  | { load: StudioAnswer[] }
  | { wish: PairingConstraints }
  | { solve: true }
  | { part: number }
  | { piece: number }
  | { why: Question };
export interface FoundByThread extends Certificate {
  parts: number;
}
export type FromWorker =
  | { progress: PairingProgress }
  | { found: FoundByThread }
  | { part: Part }
  | { piece: string | undefined }
  | { why: WhyAnswer };

export class Ended extends Error {}

export interface Thread {
  send(message: ToWorker): void;
  /** @throws Ended if it was ended meanwhile */
  solve(onProgress: (progress: PairingProgress) => void): Promise<FoundByThread>;
  part(number: number): Promise<Part>;
  /** A piece of the instance file; undefined after the last. */
  piece(at: number): Promise<string | undefined>;
  why(question: Question): Promise<WhyAnswer>;
  end(): Promise<void>;
}

const HEAP_MB = 4096;

export function openThread(): Thread {
  const worker = new Worker(new URL('./pairing-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  let failure: Error | undefined;
  let waiting: { resolve(message: FromWorker): void; reject(error: Error): void } | undefined;
  let onProgress: (progress: PairingProgress) => void = () => {};
  const fail = (error: Error) => {
    failure ??= error;
    waiting?.reject(failure);
    waiting = undefined;
  };
  worker.on('message', (message: FromWorker) => {
    if ('progress' in message) return onProgress(message.progress);
    waiting?.resolve(message);
    waiting = undefined;
  });
  worker.on('error', (error) => fail(error as Error));
  worker.on('exit', () => fail(new Ended('the pairing thread ended')));

  let tail: Promise<unknown> = Promise.resolve();
  function post(message: ToWorker): Promise<FromWorker> {
    const answer = tail.then(
      () =>
        new Promise<FromWorker>((resolve, reject) => {
          if (failure) return reject(failure);
          waiting = { resolve, reject };
          worker.postMessage(message);
        }),
    );
    tail = answer.catch(() => {});
    return answer;
  }
  return {
    send: (message) => worker.postMessage(message),
    async solve(progress) {
      onProgress = progress;
      return ((await post({ solve: true })) as { found: FoundByThread }).found;
    },
    part: async (number) => ((await post({ part: number })) as { part: Part }).part,
    piece: async (at) => ((await post({ piece: at })) as { piece: string | undefined }).piece,
    why: async (question) => ((await post({ why: question })) as { why: WhyAnswer }).why,
    async end() {
      fail(new Ended('the pairing thread was ended'));
      await worker.terminate();
    },
  };
}
