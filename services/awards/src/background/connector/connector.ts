// Keeps the rows of one HR system right: in batches, each grant as it stands, what was refused tried again by the schedule. An
// insertion is on record before it is sent, so that one whose answer was lost is looked for and never made twice.
import type { Attempt, Delivery, PersonState } from '@jiangong/contracts';
import { failpoint } from '@jiangong/service-kit/failpoint';
import { leaseOf } from '@jiangong/service-kit/lease';
import { type GrantRow, grants, webhooks } from '../../views.ts';
import { statesOf } from '../people.ts';
import { circuitOf } from '../webhooks/circuit.ts';
import { takeReplays } from '../webhooks/replays.ts';
import { eventOf, LEASES } from '../webhooks/rows.ts';
import type { Sender, SenderDeps } from '../webhooks/sender.ts';
import { type Client, clientOf } from './client.ts';
import { ledgerOf } from './ledger.ts';
import { afterFailure, afterFound, afterRefused, afterRemoved, afterVerdict, nobodyKnown, settled } from './outcome.ts';
import { accountIn, type Connected } from './rows.ts';
import { type Step, stepOf } from './step.ts';
import { awardOf, readKey, readUpserted, upsertBody } from './successfactors.ts';

/** Records of one upsert. */
const BATCH = 200;
/** Removals and searches under way at once. */
const WIDTH = 8;
/** With so many grants waiting the feed itself waits. */
const MOST_PENDING = 1000;

/** Refused for what it says, not for who says it or when. */
const isOfRecord = ({ status = 0 }: Attempt) => status >= 400 && status < 500 && ![401, 403, 407, 408].includes(status);

interface Plan<S extends Step = Step> {
  row: Connected;
  grant: GrantRow | undefined;
  step: S;
  /** What the HR system calls the person. */
  user: string;
}
type Upsert = Plan<Extract<Step, { kind: 'upsert' }>> & { grant: GrantRow };
type Single = Plan<Extract<Step, { kind: 'find' | 'remove' }>>;

export function connectorOf({ host, webhook: given, connection, signal }: Omit<SenderDeps, 'onGone'>): Sender {
  const { store } = host;
  const id = given.webhook;
  const read = host.read(given.org);
  const nowMs = () => Date.parse(host.now());
  const hold = leaseOf(store, LEASES, id, nowMs);
  const circuit = circuitOf();
  const ledger = ledgerOf(store, read, id);
  const people = statesOf(store, given.org);
  let webhook = given;
  let client: Client | undefined;
  let isLoaded = false;
  let isNudged = false;

  const isOfInterest = (event: Delivery['event']) => webhook.eventTypes.includes(event);

  async function recorded(rows: readonly Connected[]) {
    await ledger.record(rows);
    failpoint('after-connector-recorded');
  }
  /** Sends, and sees to an answer that is none. @returns undefined where there is none to go on with */
  async function answered(rows: readonly Connected[], call: () => ReturnType<Client['test']>) {
    failpoint('before-connector');
    const called = await call();
    failpoint('after-connector');
    if (called.ok) {
      circuit.succeeded();
      return called;
    }
    // Our own end says nothing of the receiver.
    if (signal.aborted) return undefined;
    if (called.throttledMs !== undefined) circuit.leave(nowMs(), called.throttledMs);
    else if (rows.length === 1 && isOfRecord(called.made))
      await recorded([afterRefused(rows[0]!, called.made, nowMs())]);
    else await noAnswer(rows, called.made);
    return undefined;
  }
  async function noAnswer(rows: readonly Connected[], made: Attempt) {
    circuit.failed(nowMs());
    await recorded(rows.map((row) => afterFailure(row, made, nowMs())));
  }

  async function single(sap: Client, { row, step, user }: Single) {
    const called = await answered([row], () =>
      step.kind === 'remove' ? sap.remove(step.key, user) : sap.rowsOf(user),
    );
    if (!called) return;
    if (step.kind === 'remove') return recorded([afterRemoved(row)]);
    const found = readKey(called.text, row.grant);
    await (found ? recorded([afterFound(row, step.person, found)]) : noAnswer([row], called.made));
  }
  async function upsert(sap: Client, plans: readonly Upsert[]) {
    const rows = plans.map(({ row, step }) => (step.key === undefined ? { ...row, inserting: step.person } : row));
    await ledger.record(rows.filter((_, n) => plans[n]!.step.key === undefined));
    const awards = plans.map(({ grant, step, user }) => awardOf(grant, user, step.key));
    const called = await answered(rows, () => sap.upsert(upsertBody(awards)));
    if (!called) return;
    const verdicts = readUpserted(called.text, plans.length);
    if (!verdicts) return noAnswer(rows, called.made);
    await recorded(
      plans.map(({ step, grant, user }, n) => {
        const { milliseconds, at } = called.made;
        return afterVerdict(rows[n]!, step.person, grant, { ...verdicts[n]!, user, at, milliseconds }, nowMs());
      }),
    );
  }

  async function carryOut(sap: Client, rows: readonly Connected[]) {
    const found = await Promise.all(rows.map(({ grant }) => read.get(grants, grant)));
    const steps = rows.map((row, n) => stepOf(row, found[n]));
    const persons = steps.flatMap((step) => (step.kind === 'none' ? [] : [step.person]));
    const known: ReadonlyMap<string, PersonState> = await people('people.state.v1', [...new Set(persons)]);
    const plans = rows.flatMap((row, n): Plan[] => {
      const step = steps[n]!;
      const user = step.kind === 'none' ? undefined : known.get(step.person)?.externalId;
      return user === undefined ? [] : [{ row, grant: found[n], step, user }];
    });
    const planned = new Set(plans.map(({ row }) => row));
    const others = rows
      .map((row, n) => ({ row, grant: found[n], step: steps[n]! }))
      .filter(({ row }) => !planned.has(row));
    await ledger.record(
      others.map(({ row, grant, step }) => (step.kind === 'none' ? settled(row, grant) : nobodyKnown(row, host.now()))),
    );
    const singles = plans.filter((plan): plan is Single => plan.step.kind !== 'upsert');
    const goesOn = () => !signal.aborted && !circuit.isQuiet(nowMs()) && !circuit.isOpen();
    for (let n = 0; n < singles.length && (n === 0 || goesOn()); n += WIDTH)
      await Promise.all(singles.slice(n, n + WIDTH).map((plan) => single(sap, plan)));
    const upserts = plans.filter((plan): plan is Upsert => plan.step.kind === 'upsert');
    if (upserts.length > 0 && (singles.length === 0 || goesOn())) await upsert(sap, upserts);
  }

  function ready(now: number): Connected[] {
    if (circuit.isQuiet(now)) return [];
    const due = ledger.due(now);
    if (!circuit.isOpen()) return due.slice(0, BATCH);
    return circuit.mayProbe(now) ? due.slice(0, 1) : [];
  }
  /** @returns whether this copy goes on */
  async function rounds(): Promise<boolean> {
    for (let more = true; !signal.aborted; ) {
      if (isNudged) {
        isNudged = false;
        const account = await accountIn(store, id);
        client = account && clientOf({ url: webhook.url, account, connection, now: host.now, signal });
        const backlog = { enqueue: ledger.enqueue, size: ledger.pending };
        await takeReplays({
          ...{ store, read, webhook: id, backlog, most: MOST_PENDING },
          isOfInterest: (row) => isOfInterest(eventOf(row)),
        });
        more = true;
      }
      if (!client) return true;
      if (more && ledger.pending() < MOST_PENDING) {
        more = await ledger.fetch(isOfInterest);
        // What happened after it was disabled is not sent.
        if (more && (await read.get(webhooks, id))?.state !== 'active') return true;
      }
      const batch = ready(nowMs());
      if (batch.length > 0) await carryOut(client, batch);
      await ledger.keepCounts(circuit.isOpen() || circuit.isQuiet(nowMs()));
      if (batch.length === 0 && (!more || ledger.pending() >= MOST_PENDING)) return true;
      if (!(await hold())) return false;
    }
    return true;
  }

  return {
    nudge(changed) {
      webhook = changed;
      isNudged = true;
    },
    async work() {
      if (!(await hold())) {
        isLoaded = false;
        return;
      }
      if (!isLoaded) await ledger.load();
      // What this copy knows is no longer what is durable, unless it ends in good order.
      isLoaded = false;
      isLoaded = await rounds();
    },
  };
}
