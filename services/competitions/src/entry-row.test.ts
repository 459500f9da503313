import { isRefusal, type NewEvent } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as entry from './entry.ts';
import { entrant, host, competition as id, meta } from './sample.ts';
import { entries } from './views.ts';

const grouped = {
  ...host,
  groups: [
    { id: 'civil', label: '土建' },
    { id: 'electrical', label: '机电' },
  ],
};
type EntryCommand = Parameters<typeof entry.decide>[1];

/** What people do to an entry; what is refused simply does not happen. */
const deed = fc.constantFrom(
  { type: 'register' },
  { type: 'accept' },
  { type: 'withdraw', reason: '移交' },
  { type: 'undo', reason: '录错' },
  { type: 'regroup', group: 'civil' },
  { type: 'regroup', group: 'electrical' },
  { type: 'record-status', status: 'under-construction', from: '2024-03-01', reason: '开工' },
  { type: 'record-status', status: 'suspended', from: '2024-01-01', reason: '停工' },
  { type: 'record-status', status: 'completed', from: '2024-06-01', reason: '竣工' },
  { type: 'strike-status', from: '2024-06-01', reason: '录错' },
);

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

test('the row of an entry shows what its stream holds', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 8 }), (deeds) => {
      const { state, events } = lived(1, deeds);
      const row = events.reduce(
        (before, event) => entries.apply(before, event as Parameters<typeof entries.apply>[1]),
        undefined as ReturnType<typeof entries.apply>,
      );
      expect(row).toMatchObject({ ...state!.entrant, state: state!.state, competition: id });
      expect(row!.statuses.map(({ to: _, ...status }) => status)).toEqual(state!.statuses);
      for (const [n, { to }] of row!.statuses.entries()) {
        const next = row!.statuses[n + 1];
        expect(to === undefined).toBe(next === undefined);
        if (next) expect(to! < next.from).toBe(true);
      }
    }),
  );
});
