import { pairingCertified, pairingCompleted, proposalsPerPage } from '@jiangong/contracts';
import { type Given as Commands, spec } from '@jiangong/service-kit/testing/spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as pairing from './pairing.ts';
import { digestOfCouples, inputPage } from './pairing.ts';
import { wishAgain } from './pairing-constraints.ts';
import { partsOf } from './pairing-parts.ts';
import { corpusOfStudios } from './profiles.ts';
import { type Found, propose } from './propose.ts';

const actor = { sub: 'u', org: 'o', roles: ['organiser' as const], departments: [], units: [] };
const meta = { id: 'p', businessDate: '2024-03-01', now: '2024-03-01T09:00:00+08:00', actor };
type Given = Commands<Parameters<typeof pairing.decide>[1]>;
const after = (...given: Given[]) => spec(pairing, meta).when(...given);
const id = (n: number) => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;
const studio = (n: number, text = '焊接') => ({
  ...{
    studio: id(n),
    code: `S${n}`,
    name: text,
    leader: 'P',
    employer: `${n}`,
    district: text,
    level: 'national' as const,
  },
  ...{
    trade: text,
    offers: [text.slice(0, 60)],
    seeks: [text.slice(0, 60)],
    capacity: 3,
    status: 'recognised' as const,
  },
  ...{ places: [], plaques: [], chain: text, stage: 1 + (n % 2) },
});
const request: Given = ['request', { mode: 'best', studios: [], kept: [], forbidden: [], leaders: [] }];
const proposal = (number: number) => {
  const studios: [string, string] = [id(number), id(number + 100)];
  return { number, studios, names: studios, weight: 1, kept: false, reasons: [] };
};
const record = (...pages: number[][]): Given => [
  'record',
  { proposed: pages.map((numbers, at) => ({ page: at + 1, proposals: numbers.map(proposal) })), left: [], priced: [] },
];
const { pairing: _, ...certified } = pairingCertified.example;
const { pairing: __, ...completed } = pairingCompleted.example;
const finish = (...numbers: number[]): Given => [
  'finish',
  { certified, completed: { ...completed, digest: digestOfCouples(numbers.map((n) => [id(n), id(n + 100)])) } },
];

test('a run is complete only with the pages of one answer, once, and is decided on only then', () => {
  expect(after(request, record([1, 2], [3]), finish(1, 2)).outcome).toMatchObject({ refused: 'pairing-state' });
  expect(after(request, record([1, 2], [3]), finish(1, 2, 4)).outcome).toMatchObject({ refused: 'pairing-state' });
  const whole: Given[] = [request, record([1, 2], [3]), finish(3, 1, 2)];
  expect(after(...whole).outcome).toMatchObject([{ type: 'pairing-certified' }, { type: 'pairing-completed' }]);
  for (const late of [record([9]), finish(1, 2, 3), finish(9)]) expect(after(...whole, late).outcome).toEqual([]);
  expect(after(request, record([1]), ['accept', { number: 1 }]).outcome).toMatchObject({ refused: 'not-found' });
  expect(after(...whole, ['accept', { number: 3 }]).outcome).toMatchObject([
    { type: 'proposal-accepted', data: { studios: [id(3), id(103)] } },
  ]);
});

test('what comes after a cancellation changes nothing', () => {
  const given: Given[] = [request, record([1]), ['cancel']];
  for (const late of [record([1], [2]), finish(1), ['cancel'] as Given, ['fail', { reason: 'x' }] as Given])
    expect(after(...given, late).outcome).toEqual([]);
  expect(after(...given, ['repeat']).outcome).toMatchObject({ refused: 'pairing-state' });
});

test('only the answer to the last repetition counts, once', () => {
  const given: Given[] = [request, record([1]), finish(1), ['repeat']];
  const digest = digestOfCouples([[id(1), id(101)]]);
  expect(after(...given, ['note-repetition', { repetition: 2, digest }]).outcome).toEqual([]);
  const noted: Given = ['note-repetition', { repetition: 1, digest }];
  expect(after(...given, noted).outcome).toMatchObject([{ data: { equal: true } }]);
  expect(after(...given, noted, noted).outcome).toEqual([]);
});

test('an input of any length is published in pages that lose nothing, under a digest that tells inputs apart', () => {
  const length = fc.integer({ min: 0, max: 1600 });
  fc.assert(
    fc.property(length, length, length, (studios, kept, leaders) => {
      const order = {
        mode: 'best' as const,
        studios: Array.from({ length: studios }, (_, n) => ({ studio: id(n), version: n + 1 })),
        kept: Array.from({ length: kept }, (_, n): [string, string] => [id(n), id(n + 1)]),
        forbidden: [],
        leaders: Array.from({ length: leaders }, (_, n) => ({ studio: id(n), members: 1 })),
      };
      type Page = { data: { studios?: unknown[]; kept?: unknown[]; leaders?: unknown[]; input?: string } };
      const events = after(['request', order]).outcome as Page[];
      const [head, ...pages] = events;
      for (const list of ['studios', 'kept', 'leaders'] as const) {
        expect(pages.flatMap(({ data }) => data[list]!)).toEqual(order[list]);
        for (const { data } of pages) expect(data[list]!.length).toBeLessThanOrEqual(inputPage);
      }
      const other = after(['request', { ...order, mode: 'stable' }]).outcome as Page[];
      expect(other[0]!.data.input).not.toBe(head!.data.input);
    }),
    { numRuns: 30 },
  );
});

test('however long the texts are, every page fits an event', () => {
  const studios = Array.from({ length: 120 }, (_, n) => studio(n, '长'.repeat(200)));
  const corpus = corpusOfStudios(studios);
  const steps = propose(new Map(studios.map((s) => [s.studio, s])), corpus, {
    mode: 'best',
    kept: [],
    forbidden: [],
    leaders: [],
  });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const left = studios.map((s) => ({
    id: s.studio,
    reason: 'lost-to-others' as const,
    zh: s.studio.repeat(9),
    en: s.studio.repeat(9),
  }));
  const odd = [
    { of: Array.from({ length: 4700 }, (_, n) => id(n)), price: 1 },
    ...studios.map((s) => ({ of: [s.studio], price: 2 })),
  ];
  const found: Found = { ...step.value, left, odd };
  const { parts } = partsOf(found, () => '长'.repeat(200));
  const pages = parts.flatMap(({ proposed, left, priced }) => [...proposed, ...left, ...priced]);
  for (const page of pages) expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(256 * 1024);
  expect(parts.flatMap((part) => part.proposed.flatMap((page) => page.proposals))).toEqual(found.proposals);
  expect(found.proposals.length).toBeGreaterThan(proposalsPerPage);
  const sets = new Map<number, string[]>();
  for (const { set, of } of parts.flatMap((part) => part.priced.flatMap((page) => page.odd)))
    sets.set(set, [...(sets.get(set) ?? []), ...of]);
  expect([...sets.values()]).toEqual(odd.map((set) => set.of));
});

test('running again prefers the new request to the decisions, and those to the first request', () => {
  const couple = fc
    .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 4, max: 7 }))
    .map(([a, b]): [string, string] => [id(a), id(b)]);
  const couples = fc.uniqueArray(couple, { selector: String, maxLength: 4 });
  const apart = fc
    .tuple(couples, couples)
    .map(([one, other]) => [one, other.filter((c) => !one.some((d) => String(c) === String(d)))] as const);
  fc.assert(
    fc.property(apart, apart, apart, couples, ([k, f], [accepted, dropped], [kept, forbidden], partners) => {
      const wish = wishAgain(
        { kept: [...k], forbidden: [...f] },
        { accepted: [...accepted], dropped: [...dropped] },
        { kept: [...kept], forbidden: [...forbidden] },
        partners,
      );
      const all = [...wish.kept, ...wish.forbidden].map(String);
      expect(new Set(all).size).toBe(all.length);
      const has = (list: readonly [string, string][], c: [string, string]) => list.some((d) => String(c) === String(d));
      for (const c of kept) expect(has(wish.kept, c)).toBe(true);
      for (const c of accepted) if (!has([...kept, ...forbidden, ...partners], c)) expect(has(wish.kept, c)).toBe(true);
      for (const c of dropped)
        if (!has([...kept, ...forbidden, ...partners], c)) expect(has(wish.forbidden, c)).toBe(true);
    }),
  );
});
