import { isRefusal, type JiangongEvent, type NewEvent, type Read, type Recorded } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as competition from './competition.ts';
import * as entry from './entry.ts';
import { reactions } from './reactions.ts';
import { announcement, entrant, host, competition as id, meta } from './sample.ts';
import { entries } from './views.ts';

const grouped = {
  ...host,
  groups: [
    { id: 'civil', label: '土建' },
    { id: 'electrical', label: '机电' },
  ],
};
const noRead = {} as Read;
type EntryCommand = Parameters<typeof entry.decide>[1];
type CompetitionCommand = Parameters<typeof competition.decide>[1];

/** What people do to an entry; what is refused simply does not happen. */
const deed = fc.constantFrom(
  { type: 'register' },
  { type: 'accept' },
  { type: 'withdraw', reason: '移交' },
  { type: 'regroup', group: 'civil' },
  { type: 'regroup', group: 'electrical' },
);
const lives = fc.array(fc.array(deed, { maxLength: 8 }), { minLength: 1, maxLength: 4 });

/** The events of an entry's life, and its last state. */
function lived(n: number, deeds: { type: string }[]) {
  const who = { ...entrant(n), group: 'civil' };
  let state = entry.initial;
  const events: NewEvent[] = [];
  for (const { type, ...rest } of [{ type: 'register' }, ...deeds]) {
    const data = { competition: id, entrant: who, host: grouped, ...rest };
    const decision = entry.decide(state, { ...meta, id: who.entry, type, data } as EntryCommand);
    if (isRefusal(decision)) continue;
    events.push(...decision);
    state = decision.reduce(entry.evolve, state);
  }
  return { state, events };
}

test('in any interleaving of entries the competition comes to know exactly the accepted ones, as they are', async () => {
  await fc.assert(
    fc.asyncProperty(lives, fc.infiniteStream(fc.nat(3)), async (histories, order) => {
      const all = histories.map((deeds, n) => lived(n, deeds));
      const queues = all.map(({ events }) => [...events]);
      const announced = competition.decide(competition.initial, { ...meta, type: 'announce', data: announcement });
      if (isRefusal(announced)) throw new Error(announced.refused);
      let state = announced.reduce(competition.evolve, competition.initial);
      while (queues.some((queue) => queue.length > 0)) {
        const waiting = queues.filter((queue) => queue.length > 0);
        const event = waiting[order.next().value! % waiting.length]!.shift()!;
        for (const reaction of reactions.filter(({ event: type }) => type === event.type))
          for (const request of await reaction.react(event as Recorded<JiangongEvent>, noRead)) {
            const decision = competition.decide(state, { ...meta, ...request } as CompetitionCommand);
            if (isRefusal(decision)) throw new Error(decision.refused);
            state = decision.reduce(competition.evolve, state);
          }
      }
      const accepted = all.flatMap(({ state: each }) => (each?.state === 'accepted' ? [each.entrant] : []));
      expect(Object.values(state!.entries).sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual(accepted);
    }),
  );
});

test('the row of an entry shows what its stream holds', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 8 }), (deeds) => {
      const { state, events } = lived(1, deeds);
      const row = events.reduce(
        (before, event) => entries.apply(before, event as Parameters<typeof entries.apply>[1]),
        undefined as ReturnType<typeof entries.apply>,
      );
      expect(row).toMatchObject({ ...state!.entrant, state: state!.state, competition: id });
    }),
  );
});
