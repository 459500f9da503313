/**
 * The whole method: prices by an auction, made better one studio at a time, rounded to a pairing, and the pairs that stay in doubt
 * solved exactly. Integers only and no clock: the work is bounded by numbers of steps.
 */
import { type Arcs, arcsOf, byWeight, usablePlaces } from './arcs.ts';
import { auction } from './auction.ts';
import { boundOf, type Dual } from './certificate.ts';
import { type CoreResult, solveCore } from './core.ts';
import type { Graph } from './graph.ts';
import { pricesOfSale, relax } from './relax.ts';
import { round } from './round.ts';

/** How far a run is: `done` of `of` steps of a stage; `of` is an estimate. */
export interface Progress {
  readonly stage: 'sort' | 'auction' | 'exact' | 'proof';
  readonly done: number;
  readonly of: number;
}

export interface Prepared {
  readonly g: Graph;
  /** the pairs from the heaviest down */
  readonly order: Uint32Array;
  readonly arcs: Arcs;
  readonly places: Int32Array;
}

export interface Solved {
  readonly chosen: Uint8Array;
  readonly dual: Dual;
  readonly bound: number;
  /** no pairing weighs more, whatever the bound says */
  readonly exact: boolean;
}

/** Up to so many pairs nothing is settled beforehand. */
const SMALL = 20_000;
const ROUNDS = 12;
const EDGES = 6;

export function prepare(g: Graph): Prepared {
  const order = byWeight(g.weight);
  const arcs = arcsOf(g, order);
  return { g, order, arcs, places: usablePlaces(g, arcs) };
}

/** Good prices, doubled; from old ones (doubled, by position) if there are any. */
export function* findPrices(p: Prepared, old?: Float64Array): Generator<Progress, Float64Array> {
  const heaviest = p.order.length > 0 ? p.g.weight[p.order[0]!]! : 0;
  let price = old;
  if (price === undefined) {
    const places = p.places.reduce((sum, b) => sum + b, 0);
    const finest = p.g.ids.length > 50_000 ? 128 : 512; // a coarser step costs little, most of which relaxing wins back
    const steps = auction(p.arcs, p.places, Math.max(1, Math.floor(heaviest / finest)), 200 * places + 1000);
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        price = pricesOfSale(p.arcs, p.places, step.value.price);
        break;
      }
      yield { stage: 'auction', done: step.value, of: 20 * places };
    }
  }
  yield { stage: 'proof', done: 0, of: 1 };
  const { start, weight } = p.arcs;
  // A studio without a place pays nothing for its price; let it be so high that its pairs cost nothing either.
  for (let v = 0; v < price.length; v++)
    if (p.places[v] === 0) price[v] = start[v]! < start[v + 1]! ? 2 * weight[start[v]!]! : 0;
  relax(p.arcs, p.places, price, ROUNDS);
  return price;
}

/** The best pairing, begun from prices as `findPrices` gives them. */
export function* solve(p: Prepared, price: Float64Array): Generator<Progress, Solved> {
  const { g, places, order } = p;
  const plain: Dual = { price: price.map((x) => x / 2), odd: [] };
  const rounded = round(g, places, price, order);
  let core: CoreResult | undefined;
  let depth = g.weight.length <= SMALL ? Number.POSITIVE_INFINITY : depthFor(p, price);
  for (let attempt = 0; core === undefined && attempt < 4; attempt++) {
    const steps = solveCore(g, places, rounded, price, { depth, edges: 3_000_000, events: 10_000_000 });
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        core = step.value;
        break;
      }
      yield { stage: 'exact', done: step.value, of: g.ids.length };
    }
    depth = depth === Number.POSITIVE_INFINITY ? depthFor(p, price) : Math.floor(depth / 4);
  }
  yield { stage: 'proof', done: 0, of: 1 };
  const duals = [plain];
  if (core !== undefined) {
    const odd = core.odd.map((set) => ({ of: set.of, price: set.price / 2 }));
    duals.push({ price: core.price.map((x) => x / 2), odd });
  }
  const { dual, bound } = bestOf(g, duals);
  const better = core !== undefined && weigh(g, core.chosen) >= weigh(g, rounded);
  return { chosen: better ? core!.chosen : rounded, dual, bound, exact: core?.exact ?? false };
}

/** How near to its prices a pair must be to stay open, so that what is open unfolds to about EDGES edges a studio. */
function depthFor({ g, places }: Prepared, price: Float64Array): number {
  let heaviest = 0;
  for (const w of g.weight) if (w > heaviest) heaviest = w;
  const step = Math.max(1, Math.ceil(heaviest / 128));
  const edges = new Float64Array(257);
  for (let e = 0; e < g.weight.length; e++) {
    const u = g.first[e]!;
    const v = g.second[e]!;
    const [few, many] = places[u]! < places[v]! ? [places[u]!, places[v]!] : [places[v]!, places[u]!];
    const distance = Math.abs(2 * g.weight[e]! - price[u]! - price[v]!);
    edges[Math.min(256, Math.ceil(distance / step))]! += few > 1 ? few + many + 1 : few * many;
  }
  let sum = 0;
  let i = 0;
  while (i < 256 && sum + edges[i]! <= EDGES * g.ids.length) sum += edges[i++]!;
  return Math.max(4, i - 1) * step;
}

function bestOf(g: Graph, duals: readonly Dual[]): { dual: Dual; bound: number } {
  const bounds = duals.map((dual) => boundOf(g, dual));
  const bound = Math.min(...bounds);
  return { dual: duals[bounds.indexOf(bound)]!, bound };
}

export function weigh(g: Graph, chosen: Uint8Array): number {
  let sum = 0;
  for (let e = 0; e < chosen.length; e++) if (chosen[e] === 1) sum += g.weight[e]!;
  return sum;
}
