// The one sender: looks each second for digests whose time has come, and sends each, outside its reader's quiet hours. What went
// out is noted by a command; killed in between, it goes out once more under the same Message-ID.
import type { EventNamed } from '@jiangong/contracts';
import type { Companion, CompanionDeclaration, Host } from '@jiangong/service-kit';
import { type Addresses, addressesOf, type Resolve } from '@jiangong/service-kit/addresses';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { failpoint } from '@jiangong/service-kit/failpoint';
import { leaseOf } from '@jiangong/service-kit/lease';
import { type Digest, digestCommand } from '../digest.ts';
import { notificationsOf, personOf, robotAddressOf } from '../private-store.ts';
import { digests, robots } from '../views.ts';
import { faultOf, type Mailer, mailerOf } from './mail.ts';
import { chatTextOf, messageId, messageOf } from './message.ts';
import { isQuiet } from './quiet.ts';
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
  async function deliver(digest: Digest): Promise<Settled | undefined> {
    const { to, items } = digest;
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
    const id = messageId(digest);
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

  async function settle(digest: Digest & { digest: string }, settled: Settled) {
    const { digest: id, part, organisation, items } = digest;
    const cause = `console/digest/${id}/${part}`;
    const now = host.now();
    const data = { part, lines: items.length, message: messageId(digest), ...settled };
    await host.handle(digestCommand(id, 'settle', data), {
      cause,
      actor: { sub: 'system:console', org: organisation, roles: [], departments: [], units: [] },
      now,
      businessDate: businessDateOf(now),
      system: true,
      correlation: cause,
      causation: cause,
    });
  }

  async function send(digest: Digest & { digest: string }) {
    const key = messageId(digest);
    const before = failed.get(key);
    if (before && before.next > nowMs()) return;
    let settled: Settled | undefined;
    failpoint('before-digest');
    try {
      settled = await deliver(digest);
    } catch (error) {
      if (stopping.signal.aborted) return;
      const count = (before?.count ?? 0) + 1;
      host.logger.warn({ message: key, attempt: count, reason: faultOf(error) }, 'a digest was not taken');
      failed.set(key, { count, next: nowMs() + waitMs(count) });
      if (count < ATTEMPTS) return;
      settled = {
        outcome: 'failed',
        channel: digest.to.kind === 'robot' ? await channelOf(digest.to.robot) : 'mail',
        reason: faultOf(error),
      };
    }
    if (!settled) return;
    failpoint('after-digest');
    await settle(digest, settled);
    failpoint('after-digest-settled');
    failed.delete(key);
  }
  const channelOf = async (robot: string) => (await host.read(undefined).get(robots, robot))?.kind ?? ('log' as const);

  async function look() {
    for (let after: string | undefined; ; ) {
      const due = { state: 'waiting', at: { upTo: new Date(nowMs()).toISOString() } };
      const { items, next } = await host.read(undefined).page(digests, due, { after, limit: PAGE });
      for (const digest of items) {
        // Held anew before each message: a copy that was away longer than its lease sends nothing more.
        if (stopping.signal.aborted || !(await hold())) return;
        await send(digest);
      }
      if (next === undefined) return;
      after = next;
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
