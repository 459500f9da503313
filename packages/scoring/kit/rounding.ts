// One random scheme of language 2 and its entrants, against exact fractions.
import { type Entrant, parseScheme, type Scheme } from '../src/index.ts';
import { draw } from './draw.ts';
import { randomEntrants, sheetOf } from './entrants.ts';
import { type Bests, exactly, type Pair } from './exact-oracle.ts';
import { compare, minus, most, plus, type Q, q, round, toNumber } from './rational.ts';
import { holds, same } from './same.ts';
import { randomScheme2 } from './schemes-2.ts';
import { round as evaluate } from './world.ts';

const GAPS = { missing: 1, na: 4, veto: 8 };
const UNIT = q(0.0001);
const distance = (a: Q, b: Q): Q => most(minus(a, b), minus(b, a));

/** Throws where a published number is not the exact one rounded once; counts those that two roundings would get wrong. */
export function publishedEqualsExact(seed: number, met: { numbers: number; twice: number }): void {
  const d = draw(seed);
  const scheme = parseScheme(randomScheme2(d));
  const sheet = sheetOf(scheme);
  const entrants = randomEntrants(d, scheme, 3, GAPS).map((e) => {
    return d.chance(90) ? { ...e, facts: { size: d.pick([0.9, 1.15, 1.0333]) } } : e;
  });
  const bestsOf = findBests(scheme, entrants);
  const publish = (found: number | null | undefined, truth: Pair | undefined, places: number, what: string) => {
    if (truth === undefined) return same(found ?? null, null, what);
    const right = toNumber(round(truth.exact, places));
    same(toNumber(round(q(found!), places)), right, what);
    met.numbers++;
    if (toNumber(round(truth.carried, places)) === right)
      return same(found, toNumber(truth.carried), `${what}, four places`);
    // The tie lies between the two numbers, so what is carried in place of the rounded one is next to it.
    met.twice++;
    const moved = distance(q(found!), truth.carried);
    holds(compare(moved, plus(distance(truth.exact, truth.carried), UNIT)) <= 0, `${what} moved past the tie`);
  };
  for (const found of evaluate(scheme, entrants).entrants) {
    const truth = exactly(scheme, sheet, entrants.find((e) => e.id === found.id)!, bestsOf(found.group));
    same(found.status, truth.status, `${seed} ${found.id} status`);
    publish(found.score, truth.score, 2, `${seed} ${found.id} score`);
    for (const [id, got] of truth.figures) {
      const places = slots(scheme).get(id)?.decimals ?? 2;
      if (got.status === 'scored') publish(found.figures[id], got.value, places, `${seed} ${found.id} ${id}`);
      if (got.status === 'scored' && got.raw)
        publish(found.figures[`${id}.raw`], got.raw, places, `${seed} ${found.id} ${id}.raw`);
    }
  }
}

function slots(scheme: Scheme) {
  const sheet = sheetOf(scheme);
  const list = [...sheet.criteria, ...(sheet.adjustments?.items ?? [])];
  return new Map(list.flatMap((c) => [c, ...(c.of ?? [])]).map((c) => [c.id, c]));
}

/** By ranking group: the best raw number, printed and exact, of everybody who can be placed. */
function findBests(scheme: Scheme, entrants: readonly Entrant[]): (group: string | null) => Bests {
  const sheet = sheetOf(scheme);
  const whole = scheme.tracks[0]!.stages[0]!.rankWithin === 'track';
  const found = new Map<string | null, Map<string, Pair>>();
  for (const entrant of entrants) {
    const { status, figures, barred } = exactly(scheme, sheet, entrant, new Map());
    const bars = (entrant.vetoes ?? []).some((v) => v !== 'nil');
    if (status === 'invalid' || (barred && bars)) continue;
    const group = whole ? null : (entrant.group ?? null);
    const bests = found.get(group) ?? new Map<string, Pair>();
    found.set(group, bests);
    for (const [id, c] of slots(scheme)) {
      const got = figures.get(id);
      if (c.scale?.kind !== 'relative' || got?.status !== 'scored' || !got.raw) continue;
      const so = bests.get(id) ?? got.raw;
      const better = (a: Q, b: Q) => ((c.better === 'lower') === compare(a, b) < 0 ? a : b);
      bests.set(id, { carried: better(got.raw.carried, so.carried), exact: better(got.raw.exact, so.exact) });
    }
  }
  return (group) => found.get(whole ? null : group) ?? new Map();
}
