import {
  annualEvaluationRevised,
  type CloudEvent,
  type CommandRequest,
  type DataOf,
  derivedId,
  isRefusal,
  type JiangongEvent,
  type NewEvent,
  noticeId,
  type Read,
  type Recorded,
} from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { awardListCommand } from './award-list.ts';
import { decisionCommand } from './decision.ts';
import { noticeCommand } from './notice.ts';
import { objectionCommand } from './objection.ts';
import { evaluated, frame, honour, issue, type ListCommand, listId, object, review, unit } from './sample.ts';
import { awards } from './service.ts';

/** No row bars anybody. */
const noRows: Read = { get: async () => undefined, all: async () => [] } as never;

type Order = (streams: number) => number;

/** The service over plain maps: streams fold, events wait per stream, and `order` says whose is handled next. */
function world(order: Order) {
  const states = new Map<string, { state: unknown; version: number }>();
  const rows = new Map<string, { row: object | undefined; sequence: number }>();
  const waiting = new Map<string, CloudEvent[]>();

  function publish(subject: string, events: NewEvent[]) {
    const queue = waiting.get(subject) ?? [];
    const from = Math.max(states.get(subject)?.version ?? 0, queue.at(-1)?.sequence ?? 0);
    const time = frame.now;
    queue.push(...events.map((event, i) => ({ ...event, subject, time, sequence: from + i + 1 }) as CloudEvent));
    waiting.set(subject, queue);
  }
  function give({ stream, id, type, data, businessDate = frame.businessDate }: CommandRequest, reaction = false) {
    const rule = awards.streams[stream]!;
    const subject = `${stream}/${id}`;
    const { state, version } = states.get(subject) ?? { state: rule.initial, version: 0 };
    const events = rule.decide(state, { ...frame, id, type, data, businessDate });
    if (isRefusal(events)) {
      if (reaction) throw new Error(`a reaction was refused: ${events.refused}`);
      return;
    }
    publish(subject, events);
    states.set(subject, { state: events.reduce(rule.evolve, state), version: version + events.length });
  }
  async function handle(event: CloudEvent) {
    for (const view of awards.views)
      if (view.events.includes(event.type)) {
        const key = `${view.name}/${view.key(event)}`;
        const { row, sequence } = rows.get(key) ?? { row: undefined, sequence: 0 };
        if (event.sequence > sequence) rows.set(key, { row: view.apply(row, event), sequence: event.sequence });
      }
    for (const { event: type, react } of awards.reactions)
      if (type === event.type)
        for (const request of await react(event as Recorded<JiangongEvent>, noRows)) give(request, true);
  }
  /** Handles everything, each event twice: a duplicate changes nothing. */
  async function settle() {
    for (;;) {
      const ready = [...waiting.values()].filter((queue) => queue.length);
      if (!ready.length) return;
      const event = ready[order(ready.length)]!.shift()!;
      await handle(event);
      await handle(event);
    }
  }
  return { give, publish, settle, rows };
}

const objected = derivedId('candidate', listId, 'winner', unit(2, 2).unit);
const objections = ['first', 'second'].map((name) => derivedId(name));
const list = <T extends ListCommand['type']>(type: T, data: DataOf<ListCommand, T>) =>
  awardListCommand(listId, type, data);
const of = <T extends ListCommand['type']>({ type, data }: { type: T; data: DataOf<ListCommand, T> }) =>
  list(type, data);

/** A list from evaluation to grants, with one objection dismissed, one upheld, and the decision revoked. */
async function year(order: Order) {
  const { give, publish, settle, rows } = world(order);
  const units = [1, 2, 3].map((n) => unit(n, n));
  publish('evaluation/1', [
    { type: 'annual-evaluation-completed', data: evaluated(honour('winner', 3, { granted: units })) },
  ]);
  // The year is evaluated anew while the list is being drafted from it.
  const [moving] = units;
  const move = { honour: 'winner', label: '…', group: null, unit: moving!.unit, code: '…', name: '…' };
  const revised = { ...annualEvaluationRevised.example, honourMoves: [{ ...move, before: null, after: 'granted' }] };
  publish('evaluation/1', [{ type: 'annual-evaluation-revised', data: revised }]);
  await settle();
  give(list('acknowledge-revision', { revision: revised.revision, reason: '已核对' }));
  await settle();
  give(of(review));
  const items = [{ honour: '优胜项目部', recipient: '第1项目部' }];
  const notice = { list: listId, title: '…', workingDays: 5, firstDayCounts: true, channels: [], items };
  const days = { from: '2025-01-06', lastDay: '2025-01-10', closingTime: '17:00' };
  give(noticeCommand(noticeId(listId), 'publish', { ...notice, ...days }, '2025-01-06'));
  await settle();
  give(of(object(objected, objections[0]!)));
  give(of(object(derivedId('candidate', listId, 'winner', unit(3, 3).unit), objections[1]!)));
  give(of(issue('1')));
  await settle();
  const outcomes = ['dismissed', 'upheld'] as const;
  for (const [i, id] of objections.entries())
    give(objectionCommand(id, 'decide', { outcome: outcomes[i]!, finding: '…', effect: '…', recipients: [] }));
  await settle();
  give(of(issue('2')));
  await settle();
  const revoke = { reason: '…', returnBy: '2025-06-30' };
  give(decisionCommand(derivedId('decision', listId, '1'), 'revoke', revoke));
  await settle();
  return Object.fromEntries([...rows].map(([key, { row }]) => [key, row]).sort());
}

test('in any order of streams and with repetitions, readers see the same', async () => {
  const expected = await year(() => 0);
  const statuses = Object.entries(expected).flatMap(([key, row]) =>
    key.startsWith('grants/') ? [(row as { status: string }).status] : [],
  );
  expect(statuses.sort()).toEqual(['granted', 'revoked']);
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
      expect(await year((streams) => numbers.next().value! % streams)).toEqual(expected);
    }),
    { numRuns: 30 },
  );
});
