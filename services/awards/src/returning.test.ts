import { type Actor, isRefusal, noticePublished } from '@jiangong/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, evolve, type State } from './award-list.ts';
import * as notice from './notice.ts';
import { actor, carried, drafted, frame, type Given, honour, issue, listId, publish, review, unit } from './sample.ts';

const by = (list: State, given: Given, who: Partial<Actor> = {}) =>
  decide(list, { id: listId, ...frame, actor: { ...actor, ...who }, ...given });
const outcome = (list: State, given: Given, who: Partial<Actor> = {}) => {
  const events = by(list, given, who);
  return isRefusal(events) ? events.refused : events.map(({ type }) => type);
};
const joint = [unit(3, 3, true), unit(4, 3, true)];
const tied = () =>
  drafted(
    honour('winner', 3, { granted: [unit(1, 1), unit(2, 2)], referred: joint }),
    honour('advanced', 2, { provisional: [...joint, unit(5, 5)] }),
  );
const idOf = (list: NonNullable<State>, code: string, of = 'winner') =>
  list.candidates.find((c) => c.recipient.externalId === code && c.honour === of)!.candidate;
const choice = { honour: 'winner', group: null, granted: [] as string[], joint: false, reason: '…' };
const resolve = (list: NonNullable<State>, code: string) =>
  ({ type: 'resolve-tie', data: { ...choice, granted: [idOf(list, code)] } }) satisfies Given;
const reopen = { type: 'reopen-tie', data: { honour: 'winner', group: null, reason: '漏看一项指标' } } satisfies Given;
const back = { type: 'return', data: { reason: '材料有误' } } satisfies Given;
const standing = (list: NonNullable<State>) =>
  list.candidates.map(({ candidate, state, joint, reason }) => [candidate, state, joint, reason]);
const three = () => drafted(honour('winner', 3, { granted: [unit(1, 1), unit(2, 2), unit(3, 3)] }));

test('whoever scored, nominated or acts for one of them neither reviews nor decides a list, nor its ties', () => {
  const scorer = { sub: 'user-quality' };
  const own = { units: [unit(2, 2).unit] };
  const reviewed = carried(three(), review, publish);
  const recommend = { type: 'recommend', data: { candidate: idOf(three(), 'XM-2'), reason: '…' } } satisfies Given;
  for (const [list, given] of [
    [three(), review],
    [reviewed, issue('1')],
    [tied(), resolve(tied(), 'XM-4')],
    [carried(tied(), resolve(tied(), 'XM-4')), reopen],
  ] as const) {
    expect(outcome(list, given, scorer)).toBe('own-nomination');
    expect(outcome(list, given, own)).toBe('own-unit');
    expect(outcome(list, given)).toBeInstanceOf(Array);
  }
  expect(outcome(carried(three(), recommend), review)).toBe('own-nomination');
  expect(outcome(carried(three(), recommend), review, { sub: 'another' })).toEqual(['award-list-reviewed']);
});

test('where the union has it so, whoever reviewed a list does not decide on it', () => {
  const list = carried(three(), review, publish);
  const deciding = { ...issue('1'), data: { ...issue('1').data, anotherDecides: true } };
  expect(outcome(list, deciding)).toBe('own-review');
  expect(outcome(list, deciding, { sub: 'another' })).toEqual(['awards-decided']);
});

test('a reviewed list is taken back with a reason until something is decided, and its notice with it', () => {
  expect(outcome(three(), back)).toBe('list-not-reviewed');
  const reviewed = carried(three(), review);
  expect(by(reviewed, back)).toMatchObject([{ data: { reason: '材料有误', by: actor.sub } }]);
  const published = carried(reviewed, publish);
  expect(by(published, back)).toMatchObject([{ data: { notice: publish.data.notice } }]);
  const open = carried(published, back);
  expect(open).toMatchObject({ reviewed: false, returned: [{ reason: '材料有误' }] });
  expect(outcome(open, issue('1'))).toBe('list-not-reviewed');
  const remove = { type: 'remove', data: { candidate: idOf(open, 'XM-3'), reason: '…' } } satisfies Given;
  const again = carried(open, remove, review, publish, issue('1'));
  expect(again.candidates.map(({ state }) => state)).toEqual(['granted', 'granted', 'removed']);
  expect(outcome(again, back)).toBe('list-decided');
});

test('a notice that was on its way when its list was taken back is declined, though it be reviewed again', () => {
  const first = { ...publish, data: { ...publish.data, review: 1 } };
  const open = carried(three(), review, back);
  expect(outcome(open, first)).toEqual(['award-list-notice-declined']);
  const again = carried(open, review);
  expect(outcome(again, first)).toEqual(['award-list-notice-declined']);
  expect(outcome(again, { ...first, data: { ...first.data, review: 2 } })).toEqual(['award-list-published']);
  expect(carried(again, first).reviewed).toBe(true);
});

test('a withdrawn notice says so, is neither lengthened nor ended, and is published anew for all its days', () => {
  const { closesAt: _, notice: id, ...data } = noticePublished.example;
  const open = { ...noticePublished.example, ended: false };
  const at = { id, ...frame, businessDate: '2025-01-06', now: '2025-01-11T09:00:00+08:00' };
  const withdraw = { ...at, type: 'withdraw' as const, data: { reason: '材料有误' } };
  const [event] = notice.decide(open, withdraw) as Parameters<typeof notice.evolve>[1][];
  const withdrawn = notice.evolve(open, event!);
  expect(withdrawn).toMatchObject({ withdrawn: '材料有误' });
  expect(notice.decide(withdrawn, withdraw)).toEqual([]);
  expect(notice.decide(withdrawn, { ...at, type: 'end', data: {} })).toEqual([]);
  const lengthen = { ...at, type: 'lengthen' as const, data: { lastDay: '2025-01-14', reason: '…' } };
  expect(notice.decide(withdrawn, lengthen)).toMatchObject({ refused: 'notice-taken-back' });
  const anew = { ...at, type: 'publish' as const, data: { ...data, closingTime: '17:00' } };
  const [published] = notice.decide(withdrawn, anew) as Parameters<typeof notice.evolve>[1][];
  expect(notice.evolve(withdrawn, published!)).not.toHaveProperty('withdrawn');
  expect(notice.decide(open, anew)).toMatchObject({ refused: 'already-exists' });
});

test('a tie is decided again before the decision, and what followed from it with it', () => {
  const list = tied();
  const first = carried(list, resolve(list, 'XM-4'));
  expect(outcome(list, reopen)).toBe('no-tie-decided');
  expect(outcome(carried(first, review), reopen)).toBe('list-reviewed');
  const reopened = carried(first, reopen);
  expect(standing(reopened)).toEqual(standing(list));
  expect(standing(carried(reopened, resolve(list, 'XM-3')))).toEqual(standing(carried(list, resolve(list, 'XM-3'))));
});

test('whatever ties are decided, opening the first again leaves the group as if none had been', () => {
  const places = fc.array(fc.integer({ min: 3, max: 5 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(places, fc.nat(), (given, pick) => {
      const waiting = given.map((place, i) => unit(10 + i, place, true));
      const list = drafted(
        honour('winner', 1, { referred: waiting }),
        honour('advanced', 1, { provisional: [...waiting, unit(60, 9, true), unit(61, 9, true)] }),
        honour('third', 9, { provisional: waiting }),
      );
      let state: NonNullable<State> = list;
      for (const of of ['winner', 'advanced']) {
        const open = state.candidates.filter((c) => c.honour === of && c.state === 'referred');
        if (open.length === 0) continue;
        const granted = [open[pick % open.length]!.candidate];
        state = carried(state, { type: 'resolve-tie', data: { ...choice, honour: of, granted } });
      }
      expect(standing(carried(state, reopen))).toEqual(standing(list));
      const events = by(state, reopen);
      if (isRefusal(events)) throw new Error(events.refused);
      expect(events.reduce(evolve, state as State)?.ties).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
