// Sends to one webhook: several grants at once and each grant's revisions in order. What fails waits until its time, and
// others of its grant behind it; nothing of another grant and of another webhook waits for it.
import type { HrRow } from '@jiangong/contracts';
import type { Host } from '@jiangong/service-kit';
import { failpoint } from '@jiangong/service-kit/failpoint';
import { leaseOf } from '@jiangong/service-kit/lease';
import { rowsWithNames } from '../../people.ts';
import { type WebhookRow, webhooks } from '../../views.ts';
import { statesOf } from '../people.ts';
import { type Attempted, attempt } from './attempt.ts';
import { backlogOf, PAGE } from './backlog.ts';
import { circuitOf } from './circuit.ts';
import type { Connection } from './exchange.ts';
import { takeReplays } from './replays.ts';
import { eventOf, type Item, LEASES, messageOf, secretsIn } from './rows.ts';
import { nextAttempt } from './schedule.ts';
import type { Secrets } from './signature.ts';

export interface SenderDeps {
  host: Pick<Host, 'store' | 'read' | 'now'>;
  webhook: WebhookRow;
  connection: Connection;
  /** The receiver is gone for good (410). */
  onGone(): Promise<void>;
  signal: AbortSignal;
}
export interface Sender {
  /** Sends what there is to send now. */
  work(): Promise<void>;
  /** There may be something new, and the webhook may have been amended. */
  nudge(webhook: WebhookRow): void;
}

const CONCURRENT = 16;
/** With so many messages waiting the feed itself waits. */
const MOST_WAITING = 1000;

export const bodyOf = (row: HrRow) => JSON.stringify({ type: eventOf(row), timestamp: row.recordedAt, data: row });

export function senderOf({ host, webhook: given, connection, onGone, signal }: SenderDeps): Sender {
  const { store } = host;
  const id = given.webhook;
  const read = host.read(given.org);
  const nowMs = () => Date.parse(host.now());
  const hold = leaseOf(store, LEASES, id, nowMs);
  const circuit = circuitOf();
  const backlog = backlogOf(store, read, id);
  /** By grant. */
  const inFlight = new Map<string, Promise<void>>();
  let webhook = given;
  let isLoaded = false;
  let isGone = false;
  let isNudged = false;
  let nudged = Promise.withResolvers<void>();
  let failure: { error: unknown } | undefined;
  let secrets: Secrets | undefined;

  const isOfInterest = (row: HrRow) => webhook.eventTypes.includes(eventOf(row));

  async function send(item: Item) {
    const row = await backlog.rowOf(item);
    if (!row) return backlog.settle(item, 'failed');
    Object.assign(item, { revision: row.revision, event: eventOf(row) });
    failpoint('before-webhook');
    const [named] = await rowsWithNames([row], statesOf(store, given.org));
    const message = { id: messageOf(item), body: bodyOf(named!) };
    const result = await attempt(message, new URL(webhook.url), secrets!, { connection, now: host.now(), signal });
    failpoint('after-webhook');
    // An attempt that our own end cut off says nothing of the receiver.
    if (!signal.aborted || result.ok) await record(item, result);
  }
  async function record(item: Item, { ok, retryAfterMs, ...made }: Attempted) {
    item.attempts.push(made);
    if (ok) {
      circuit.succeeded();
      return backlog.settle(item, 'delivered');
    }
    circuit.failed(nowMs(), retryAfterMs);
    if (made.status === 410) {
      isGone = true;
      await backlog.retry(item, nowMs());
      return onGone();
    }
    const next = nextAttempt(item.attempts.length, nowMs(), retryAfterMs);
    await (next === undefined ? backlog.settle(item, 'failed') : backlog.retry(item, next));
  }
  function start(item: Item) {
    const sending = send(item)
      .catch((error) => {
        failure ??= { error };
      })
      .finally(() => inFlight.delete(item.grant));
    inFlight.set(item.grant, sending);
  }

  /** What may be tried now: all that is due, or one at a time while the receiver fails. */
  function ready(now: number): Item[] {
    if (isGone || circuit.isQuiet(now)) return [];
    const due = backlog.due(now).filter(({ grant }) => !inFlight.has(grant));
    if (!circuit.isOpen()) return due.slice(0, CONCURRENT - inFlight.size);
    if (inFlight.size > 0) return [];
    return (circuit.mayProbe(now) ? due : due.filter(backlog.isStored)).slice(0, 1);
  }
  const hasRoom = (now: number) =>
    backlog.open() < PAGE / 2 && backlog.size() < MOST_WAITING && (!circuit.isOpen() || circuit.mayProbe(now));

  /** @returns whether this copy sends on */
  async function rounds(): Promise<boolean> {
    for (let more = true; !signal.aborted && !isGone; ) {
      if (isNudged) {
        isNudged = false;
        nudged = Promise.withResolvers<void>();
        secrets = await secretsIn(store, id);
        await takeReplays({ store, read, webhook: id, backlog, isOfInterest, most: MOST_WAITING });
        more = true;
      }
      if (!secrets) return true;
      if (more && hasRoom(nowMs())) {
        more = await backlog.fetch(isOfInterest);
        // What happened after it was disabled is not sent.
        if (more && (await read.get(webhooks, id))?.state !== 'active') return true;
      }
      for (const item of ready(nowMs())) start(item);
      if (inFlight.size > 0) await Promise.race([...inFlight.values(), nudged.promise]);
      else if (!more || !hasRoom(nowMs())) return true;
      if (failure) throw failure.error;
      if (backlog.isFarAhead()) await backlog.keepCursor(circuit.isOpen());
      if (!(await hold())) return false;
    }
    return true;
  }

  return {
    nudge(changed) {
      webhook = changed;
      isNudged = true;
      nudged.resolve();
    },
    async work() {
      if (!(await hold())) {
        isLoaded = false;
        return;
      }
      if (!isLoaded) await backlog.load();
      // What this copy knows is no longer what is durable, unless it ends in good order.
      isLoaded = false;
      isGone = false;
      failure = undefined;
      const isHeld = await rounds().finally(() => Promise.allSettled(inFlight.values()));
      if (failure) throw (failure as { error: unknown }).error;
      if (!isHeld) return;
      if (!signal.aborted) await backlog.keepCursor(circuit.isOpen());
      isLoaded = true;
    },
  };
}
