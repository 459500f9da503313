// Where runs are worked out: one at a time in a thread, found by a view, so that a run that was killed is made again, by
// whichever copy. What two copies write has the same cause, so it is written once; and nothing is shown before it is whole.
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal, type PairingProgress, type Refusal } from '@jiangong/contracts';
import type { Companion, CompanionDeclaration, Host } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { pairingCommand } from '../pairing.ts';
import { type PairingRow, pairings } from '../views.ts';
import { pairingOrderOf, studiosThen } from './pairing-input.ts';
import { Ended, openThread, type Thread } from './pairing-thread.ts';
import { openWarm, type Warm } from './pairing-warm.ts';

export interface Office extends Companion {
  progressOf(pairing: string): Promise<PairingProgress | undefined>;
  warm: Warm;
}
export const pairingOffice: CompanionDeclaration<Office> = { name: 'pairing-office', make: openOffice };

const LOOK_MS = 1000;
/** How long a run requested of another copy is left to it. */
const OTHERS_MS = 3000;
const PROGRESS = 'pairing-progress';

function openOffice(host: Host): Office {
  const { store, handle } = host;
  const everywhere = host.read(undefined);
  const warm = openWarm(host);
  /** Runs requested here, and when others were first seen. */
  const own = new Set<string>();
  const seen = new Map<string, number>();
  let current: { pairing: string; thread: Thread | undefined; progress: PairingProgress } | undefined;
  let stopped = false;
  let looking: Promise<void> | undefined;
  let again = false;

  async function look(): Promise<void> {
    const open = await everywhere.all(pairings, { work: ['run', 'repeat'] });
    if (current && !open.some(({ pairing }) => pairing === current?.pairing)) await current.thread?.end();
    for (const id of seen.keys()) if (!open.some(({ pairing }) => pairing === id)) seen.delete(id);
    for (const { pairing } of open) if (!seen.has(pairing)) seen.set(pairing, performance.now());
    if (current || stopped) return;
    const due = ({ pairing }: PairingRow) => own.has(pairing) || performance.now() - seen.get(pairing)! > OTHERS_MS;
    const next = open.filter(due).sort((a, b) => ((a.requestedAt ?? '') < (b.requestedAt ?? '') ? -1 : 1))[0];
    if (next) void work(next);
  }
  function wake() {
    again = true;
    looking ??= (async () => {
      while (again && !stopped) {
        again = false;
        await look().catch((err) => host.logger.warn({ err }, 'pairing runs could not be looked for; tried again'));
      }
      looking = undefined;
    })();
  }

  async function work(row: PairingRow) {
    const { pairing } = row;
    const mine = { pairing, thread: undefined as Thread | undefined, progress: begun };
    current = mine;
    let sent = 0;
    const onProgress = (progress: PairingProgress) => {
      mine.progress = progress;
      if (performance.now() - sent < LOOK_MS) return;
      sent = performance.now();
      store.write({ privateRows: [{ table: PROGRESS, key: pairing, body: progress }] }).catch(() => {});
    };
    try {
      mine.thread = openThread();
      const order = await pairingOrderOf(everywhere, row);
      for await (const rows of studiosThen(host, row, order)) mine.thread.send({ load: rows });
      const { studios: _, ...wish } = order;
      mine.thread.send({ wish });
      await outcome(row, mine.thread, onProgress);
      warm.keep(pairing, mine.thread);
      mine.thread = undefined;
    } catch (error) {
      await mine.thread?.end();
      if (!(error instanceof Ended)) host.logger.error({ err: error, pairing }, 'a pairing run was not finished');
      // What was cancelled or stopped is recorded already, or is found again; what the store could not take is tried again.
      if (!(error instanceof Ended) && !store.isFault(error) && !stopped) await fail(row, error);
    }
    if (!stopped)
      await store.write({ privateRows: [{ table: PROGRESS, key: pairing, body: undefined }] }).catch(() => {});
    own.delete(pairing);
    seen.delete(pairing);
    current = undefined;
    if (!stopped) wake();
  }

  async function outcome(row: PairingRow, thread: Thread, onProgress: (progress: PairingProgress) => void) {
    const { pairing } = row;
    const { parts, ...certificate } = await thread.solve(onProgress);
    const { digest } = certificate.completed;
    if (row.work === 'repeat') {
      const { repetition } = row.repetition!;
      await command(row, `repeat/${repetition}`, pairingCommand(pairing, 'note-repetition', { repetition, digest }));
      return;
    }
    for (let at = 0; at < parts; at++) {
      onProgress({ stage: 'writing', done: at, of: parts });
      await command(row, `${digest}/${at}`, pairingCommand(pairing, 'record', await thread.part(at)));
    }
    const finished = await command(row, `${digest}/finish`, pairingCommand(pairing, 'finish', certificate));
    if (isRefusal(finished)) throw new Error(`the parts of ${pairing} do not make one answer`);
  }

  /** @returns once it is durable; its cause makes it happen once, whichever copies try. */
  async function command(
    row: PairingRow,
    cause: string,
    request: ReturnType<typeof pairingCommand>,
  ): Promise<unknown | Refusal> {
    const now = host.now();
    const about = `pairing/${row.pairing}`;
    for (;;) {
      const result = await handle(request, {
        cause: `${about}/${cause}`,
        actor: { sub: 'system:pairing', org: row.org, roles: [], departments: [], units: [] },
        ...{ now, businessDate: businessDateOf(now), system: true, correlation: about, causation: about },
      });
      if (!isRefusal(result) || result.refused !== 'busy') return result;
      if (stopped) throw new Ended('the service stops');
      await sleep(LOOK_MS);
    }
  }
  async function fail(row: PairingRow, error: unknown): Promise<void> {
    const { pairing, work, repetition } = row;
    const reason = `配对未能完成 / the run could not be finished: ${(error as Error).message}`;
    const failed =
      work === 'repeat'
        ? command(
            row,
            `repeat/${repetition!.repetition}`,
            pairingCommand(pairing, 'note-repetition', { repetition: repetition!.repetition, digest: nothing }),
          )
        : command(row, 'fail', pairingCommand(pairing, 'fail', { reason }));
    await failed.catch(() => {});
  }

  host.onHandled(({ stream, id, type }) => {
    if (stream !== 'pairing' || stopped) return;
    if (type === 'request' || type === 'repeat') own.add(id);
    if (type === 'request' || type === 'repeat' || type === 'cancel') wake();
  });
  const timer = setInterval(wake, LOOK_MS);
  timer.unref();

  return {
    warm,
    async progressOf(pairing) {
      if (current?.pairing === pairing) return current.progress;
      return ((await store.privateRow(PROGRESS, pairing)) as PairingProgress | undefined) ?? waiting;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all([current?.thread?.end(), warm.stop()]);
      while (current) await sleep(5);
      await looking;
    },
  };
}

const waiting: PairingProgress = { stage: 'waiting', done: 0, of: 1 };
const begun: PairingProgress = { stage: 'reading', done: 0, of: 1 };
/** The digest of an answer that could not be had. */
const nothing = '0'.repeat(64);
