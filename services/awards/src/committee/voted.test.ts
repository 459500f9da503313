// Whatever ballots come in whichever order: a result holds until another one comes with a reason, and every one is read.
import { derivedId } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carried, drafted, honour, unit } from '../sample.ts';

const list = drafted(honour('winner', 1, { granted: [unit(1, 1)] }));
const [only] = list.candidates.map(({ candidate }) => candidate);
const counted = fc.record({ quorate: fc.boolean(), isAgain: fc.boolean(), isCarried: fc.boolean() });

test('a ballot without quorum and a second one without a reason change nothing, and stay readable', () => {
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 6 }), (ballots) => {
      let held: string | undefined;
      let state = list;
      for (const [at, { quorate, isAgain, isCarried }] of ballots.entries()) {
        const ballot = derivedId('ballot', at);
        const sides = isCarried ? { carried: [only!], failed: [] } : { carried: [], failed: [only!] };
        const data = { ballot, ...sides, quorate, ...(isAgain ? { reason: '重新投票' } : {}) };
        // Noted once more after a crash, it is noted once.
        state = carried(state, { type: 'note-ballot', data }, { type: 'note-ballot', data });
        if (quorate && (held === undefined || isAgain)) held = ballot;
        expect(state.ballot?.ballot).toBe(held);
      }
      expect(state.ballots?.map(({ ballot }) => ballot) ?? []).toEqual(ballots.map((_, at) => derivedId('ballot', at)));
      expect(state.ballots?.filter(({ effect }) => effect === 'no-quorum').length ?? 0).toBe(
        ballots.filter(({ quorate }) => !quorate).length,
      );
    }),
    { numRuns: 200 },
  );
});
