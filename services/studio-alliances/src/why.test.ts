// What keeping a pair costs, said with the pair: proved by an exact solver that knows nothing of this code.
import type { StudioAnswer } from '@jiangong/contracts';
import { type Instance, runToEnd } from '@jiangong/pairing';
import { loadHighs, optimum } from '@jiangong/pairing/oracle';
import { random, sample } from '@jiangong/pairing/sample';
import { expect, test } from 'vitest';
import type { PairingConstraints } from './pairing-constraints.ts';
import { instancePiece, possiblePairs } from './possible-pairs.ts';
import { corpusOfStudios } from './profiles.ts';
import { propose } from './propose.ts';
import { whyPair } from './why.ts';

const RUNS = Number(process.env.KEPT_RUNS ?? 30);
const levels = { 国家级: 'national', 市级: 'provincial', 区级: 'district' } as const;

function studiosOf(seed: number): Map<string, StudioAnswer> {
  const all = sample({ count: 60 + (seed % 30), seed }).map(
    (s): StudioAnswer => ({
      ...{ studio: s.id, code: s.id, name: s.id, leader: 'P', employer: s.employer, district: s.district },
      ...{ level: levels[s.level as keyof typeof levels], trade: s.trade, offers: [...s.offers], seeks: [...s.seeks] },
      ...{ capacity: s.capacity, status: 'recognised', places: [], plaques: [] },
      ...(s.chain === undefined ? {} : { chain: s.chain }),
      ...(s.stage === undefined ? {} : { stage: s.stage }),
    }),
  );
  return new Map(all.map((each) => [each.studio, each]));
}
/** Three pairs that places allow: of those that are possible, and of any studios, so that some are against a rule. */
function keptIn(studios: ReadonlyMap<string, StudioAnswer>, seed: number): PairingConstraints['kept'] {
  const next = random(seed);
  const corpus = corpusOfStudios([...studios.values()]);
  const possible = runToEnd(possiblePairs(studios, corpus, { mode: 'best', kept: [], forbidden: [], leaders: [] }));
  const ids = [...studios.keys()];
  const below = (n: number) => Math.floor(next() * n);
  function drawn(): [string, string] {
    if (next() < 0.3) return [ids[below(ids.length)]!, ids[below(ids.length)]!];
    const e = below(possible.first.length);
    return [possible.studios[possible.first[e]!]!.id, possible.studios[possible.second[e]!]!.id];
  }
  const left = new Map([...studios.values()].map(({ studio, capacity }) => [studio, capacity]));
  const kept: PairingConstraints['kept'] = [];
  const taken = (a: string, b: string) => kept.some((each) => each.includes(a) && each.includes(b));
  for (let tries = 0; tries < 20 && kept.length < 3; tries++) {
    const [a, b] = drawn();
    if (a === b || taken(a, b) || left.get(a) === 0 || left.get(b) === 0) continue;
    kept.push([a, b]);
    for (const id of [a, b]) left.set(id, left.get(id)! - 1);
  }
  return kept;
}

test(`a kept pair costs at least what is said, mostly exactly that: ${RUNS} runs against HiGHS`, async () => {
  const highs = await loadHighs();
  const found = { kept: 0, costly: 0, exact: 0, rules: new Set<string>() };
  for (let seed = 1; seed <= RUNS; seed++) {
    const studios = studiosOf(seed);
    const corpus = corpusOfStudios([...studios.values()]);
    const kept = keptIn(studios, seed);
    const wish: PairingConstraints = { mode: 'best', kept, forbidden: [], leaders: [] };
    const { completed, prices, odd, proposals } = runToEnd(propose(studios, corpus, wish));
    const possible = runToEnd(possiblePairs(studios, corpus, wish));
    const instance = JSON.parse(instancePiece(possible, wish, 0)!) as Instance;
    expect(instancePiece(possible, wish, 1)).toBeUndefined();
    for (const [a, b] of kept) {
      const chosen = proposals.some((p) => p.studios.includes(a) && p.studios.includes(b));
      const question = {
        ...{ a, b, chosen, bound: completed.bound, odd: odd.map((set) => ({ ...set, of: [...set.of] })) },
        prices: Object.fromEntries(prices.map(({ studio, price }) => [studio, price])),
      };
      const why = whyPair({ studios, corpus, wish, possible: () => possible }, question);
      expect(why.reason).toBe('kept');
      // Without the wish: the other wishes stand, and what a rule forbids is not possible.
      const isForbidden = why.against === 'same-employer' || why.against === 'nothing-in-common';
      const without = {
        ...instance,
        kept: kept.filter((each) => each[0] !== a || each[1] !== b),
        forbidden: isForbidden ? [[a, b] as const] : [],
      };
      const cost = optimum(highs, without) - optimum(highs, instance);
      expect([seed, a, b, (why.cost ?? 0) <= cost]).toEqual([seed, a, b, true]);
      found.kept += 1;
      if (cost > 0) found.costly += 1;
      if ((why.cost ?? 0) === cost) found.exact += 1;
      if (why.against) found.rules.add(why.against);
    }
  }
  console.log(`kept pairs: ${found.kept}, ${found.costly} of them costly, ${found.exact} costs exact by HiGHS`);
  expect(found.rules).toEqual(new Set(['same-employer', 'nothing-in-common', 'worth-more-elsewhere']));
  expect(found.costly).toBeGreaterThan(found.kept / 2);
  expect(found.exact).toBeGreaterThan(found.kept / 2);
});
