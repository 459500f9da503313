// The one sender: looks each second for digests whose time has come, and sends each, outside its reader's quiet hours. What went
// out is noted by a command; killed in between, it goes out once more under the same Message-ID. Nobody gets two on one day: what
// is due to one recipient goes out as one message, and what comes after it waits for the next day.
import type { DigestItem, EventNamed } from '@jiangong/contracts';
import type { Companion, CompanionDeclaration, Host } from '@jiangong/service-kit';
import { type Addresses, addressesOf, type Resolve } from '@jiangong/service-kit/addresses';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { failpoint } from '@jiangong/service-kit/failpoint';
import { leaseOf } from '@jiangong/service-kit/lease';
import { digestCommand } from '../digest.ts';
import {
  keepLastDigest,
  lastDigestOf,
  notificationsOf,
  type PrivateRow,
  personOf,
  robotAddressOf,
} from '../private-store.ts';
import { type DigestRow, digests, robots } from '../views.ts';
import { faultOf, type Mailer, mailerOf } from './mail.ts';
import { chatTextOf, messageId, messageOf } from './message.ts';
import { isHeldBack, isQuiet } from './quiet.ts';
import { mostBytes, sendToRobot } from './robots.ts';

export interface PostmanOptions {
  smtp?: { url: string; from: string } | undefined;
  /** Where robots may be besides their makers' hosts. */
  addresses?: string | undefined;
  resolve?: Resolve;
  /** The address of the page, for links. */
  publicUrl?: string | undefined;
}
export interface Postman extends Companion {
  /** Begins to send. */
  begin(options: PostmanOptions): void;
  /** Whether the operator allows addresses other than the makers'. */
  hasOwnAddresses(): boolean;
  /** Sends now what is due; otherwise it does so each second. */
  run(): Promise<void>;
  stop(): Promise<void>;
}
export const postman: CompanionDeclaration<Postman> = { name: 'postman', make: openPostman };

const TICK_MS = 1000;
const PAGE = 100;
/** Attempts at one message, each a minute, two, four … at most an hour after the one before. */
const ATTEMPTS = 12;
const waitMs = (failures: number) => Math.min(60_000 * 2 ** (failures - 1), 3_600_000);

type Settled = Pick<EventNamed<'digest-settled'>['data'], 'outcome' | 'channel' | 'reason'>;
type To = DigestRow['to'];
const recipientOf = (to: To) => (to.kind === 'user' ? to.user : to.robot);
const byTime = (a: DigestRow, b: DigestRow) => (a.at + a.digest < b.at + b.digest ? -1 : 1);

export function openPostman(host: Host): Postman {
  const stopping = new AbortController();
  const failed = new Map<string, { count: number; next: number }>();
  const nowMs = () => Date.parse(host.now());
  const hold = leaseOf(host.store, 'postman-leases', 'postman', nowMs);
  let options: PostmanOptions = {};
  let addresses: Addresses = addressesOf(undefined);
  let mailer: Mailer | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  /** Undefined: not now. */
  async function deliver(id: string, to: To, items: DigestItem[]): Promise<Settled | undefined> {
    if (to.kind === 'robot') {
      const robot = await host.read(undefined).get(robots, to.robot);
      const address = await robotAddressOf(host.store, to.robot);
      if (!robot || robot.state === 'removed' || !address)
        return { outcome: 'no-address', channel: robot?.kind ?? 'log' };
      const text = chatTextOf(items, mostBytes[robot.kind]);
      await sendToRobot(robot.kind, address, text, { addresses, nowMs: nowMs(), signal: stopping.signal });
      return { outcome: 'sent', channel: robot.kind };
    }
    const settings = await notificationsOf(host.store, to.user);
    if (isQuiet(settings, host.now())) return undefined;
    if (!mailer) {
      host.logger.info(
        { message: id, lines: items.length },
        '未设邮件服务器，提醒只记入日志 / no mail server: a digest is logged',
      );
      return { outcome: 'sent', channel: 'log' };
    }
    const address = settings.mail
      ? (settings.email ?? addressIn((await personOf(host.store, to.user))?.contact))
      : undefined;
    if (!address) return { outcome: 'no-address', channel: 'mail' };
    await mailer.send(address, messageOf(id, items, options.publicUrl));
    return { outcome: 'sent', channel: 'mail' };
  }

  async function settle(digest: DigestRow, message: string, settled: Settled, privateRows: PrivateRow[]) {
    const { digest: id, part, organisation, items } = digest;
    const cause = `console/digest/${id}/${part}`;
    const now = host.now();
    const data = { part, lines: items.length, message, ...settled };
    await host.handle(digestCommand(id, 'settle', data), {
      cause,
      actor: { sub: 'system:console', org: organisation, roles: [], departments: [], units: [] },
      now,
      businessDate: businessDateOf(now),
      system: true,
      correlation: cause,
      causation: cause,
      privateRows,
    });
  }

  /** As they stand now, of one recipient: what another copy sent meanwhile, or what waits for the next day, is not among them. */
  async function stillDue(keys: string[], recipient: string): Promise<DigestRow[]> {
    const rows = await Promise.all(keys.map((key) => host.read(undefined).get(digests, key)));
    const last = await lastDigestOf(host.store, recipient);
    const isDue = (row: DigestRow | undefined): row is DigestRow =>
      row?.state === 'waiting' && Date.parse(row.at) <= nowMs() && !isHeldBack(row.at, last, host.now());
    return rows.filter(isDue).sort(byTime);
  }

  async function send(recipient: string, keys: string[]) {
    const due = await stillDue(keys, recipient);
    const [first, ...others] = due;
    if (!first) return;
    const key = messageId(first);
    const before = failed.get(key);
    if (before && before.next > nowMs()) return;
    let settled: Settled | undefined;
    failpoint('before-digest');
    try {
      settled = await deliver(
        key,
        first.to,
        due.flatMap(({ items }) => items),
      );
    } catch (error) {
      if (stopping.signal.aborted) return;
      const count = (before?.count ?? 0) + 1;
      host.logger.warn({ message: key, attempt: count, reason: faultOf(error) }, 'a digest was not taken');
      failed.set(key, { count, next: nowMs() + waitMs(count) });
      if (count < ATTEMPTS) return;
      settled = {
        outcome: 'failed',
        channel: first.to.kind === 'robot' ? await channelOf(first.to.robot) : 'mail',
        reason: faultOf(error),
      };
    }
    if (!settled) return;
    failpoint('after-digest');
    // The one that gave the message its id comes last: killed before, the message keeps it.
    for (const digest of others) await settle(digest, key, settled, []);
    await settle(first, key, settled, settled.outcome === 'sent' ? [keepLastDigest(recipient, host.now())] : []);
    failpoint('after-digest-settled');
    failed.delete(key);
  }
  const channelOf = async (robot: string) => (await host.read(undefined).get(robots, robot))?.kind ?? ('log' as const);

  /** What is due by recipient, in the order of the digests. */
  async function dueByRecipient(): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (let after: string | undefined; ; ) {
      const due = { state: 'waiting', at: { upTo: new Date(nowMs()).toISOString() } };
      const { items, next } = await host.read(undefined).page(digests, due, { after, limit: PAGE });
      for (const { digest, to } of items) {
        const recipient = recipientOf(to);
        found.set(recipient, [...(found.get(recipient) ?? []), digest]);
      }
      if (next === undefined) return found;
      after = next;
    }
  }
  async function look() {
    for (const [recipient, keys] of await dueByRecipient()) {
      // Held anew before each message: a copy that was away longer than its lease sends nothing more.
      if (stopping.signal.aborted || !(await hold())) return;
      await send(recipient, keys);
    }
  }
  function run(): Promise<void> {
    running ??= look()
      .catch((error) => host.logger.error({ err: error }, 'digests stopped; the next round goes on'))
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  return {
    begin(given) {
      options = given;
      addresses = addressesOf(given.addresses, given.resolve);
      mailer = given.smtp && mailerOf(given.smtp.url, given.smtp.from);
      timer = setInterval(() => void run(), TICK_MS);
    },
    hasOwnAddresses: () => options.addresses !== undefined,
    run,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
      mailer?.close();
    },
  };
}

/** A contact may be a telephone number. */
const addressIn = (contact: string | undefined) =>
  contact && /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(contact) ? contact : undefined;
