/**
 * An auction on the double cover: every studio is once a buyer with b units and once a seller with b slots, and may buy at most
 * one slot of each other seller. Prices start at 0 and only rise, so that a slot nobody wants stays free of charge; that keeps the
 * prices a good proof. Ends when nobody bids, or after a number of bids; the prices are valid either way.
 */
import type { Arcs } from './arcs.ts';

export interface Sale {
  /** held[a] = 1: the buyer at the tail of arc a holds a slot of the seller at its head */
  readonly held: Uint8Array;
  /** the price of each seller: its cheapest slot */
  readonly price: Float64Array;
  readonly bids: number;
}

/** A buyer bids for at most so many units a turn; the rest waits for the next turn. */
const UNITS = 8;

export function* auction(arcs: Arcs, places: Int32Array, epsilon: number, mostBids: number): Generator<number, Sale> {
  const { n, start, target, weight } = arcs;
  const held = new Uint8Array(target.length);
  const price = new Float64Array(n);
  const slots = new Int32Array(n + 1);
  for (let v = 0; v < n; v++) slots[v + 1] = slots[v]! + places[v]!;
  const slotPrice = new Float64Array(slots[n]!);
  const slotArc = new Int32Array(slots[n]!).fill(-1);
  const tail = new Int32Array(target.length);
  for (let v = 0; v < n; v++) tail.fill(v, start[v]!, start[v + 1]!);

  const units = places.slice();
  const queue = new Int32Array(n);
  const waiting = new Uint8Array(n);
  let head = 0;
  let length = 0;
  const enqueue = (v: number) => {
    if (waiting[v] === 1) return;
    waiting[v] = 1;
    let at = head + length++;
    if (at >= n) at -= n;
    queue[at] = v;
  };

  /** Arc a takes the cheapest slot of seller v at price p; its former holder has a unit free again. */
  function take(v: number, a: number, p: number): void {
    const base = slots[v]!;
    const count = slots[v + 1]! - base;
    const old = slotArc[base]!;
    if (old >= 0) {
      held[old] = 0;
      units[tail[old]!]!++;
      enqueue(tail[old]!);
    }
    let i = 0; // the slots of a seller are a heap, cheapest first
    for (;;) {
      let child = 2 * i + 1;
      if (child >= count) break;
      if (child + 1 < count && slotPrice[base + child + 1]! < slotPrice[base + child]!) child++;
      if (slotPrice[base + child]! >= p) break;
      slotPrice[base + i] = slotPrice[base + child]!;
      slotArc[base + i] = slotArc[base + child]!;
      i = child;
    }
    slotPrice[base + i] = p;
    slotArc[base + i] = a;
    held[a] = 1;
    price[v] = slotPrice[base]!;
  }

  const bestNet = new Float64Array(UNITS + 1);
  const bestArc = new Int32Array(UNITS + 1);
  let bids = 0;

  function turn(u: number): void {
    const wanted = Math.min(units[u]!, UNITS);
    let found = 0; // the best nets seen, at most wanted + 1, descending
    let worst = 0; // what an arc must beat to be of interest
    const end = start[u + 1]!;
    for (let a = start[u]!; a < end; a++) {
      const w = weight[a]!;
      if (w <= worst) break; // no net exceeds its weight, and weights only fall from here
      const v = target[a]!;
      const net = w - price[v]!;
      if (net <= worst || held[a] === 1 || places[v] === 0) continue;
      let i = found <= wanted ? found++ : wanted;
      while (i > 0 && bestNet[i - 1]! < net) {
        bestNet[i] = bestNet[i - 1]!;
        bestArc[i] = bestArc[i - 1]!;
        i--;
      }
      bestNet[i] = net;
      bestArc[i] = a;
      if (found > wanted) worst = bestNet[wanted]!;
    }
    const count = Math.min(found, wanted);
    for (let i = 0; i < count; i++) {
      const a = bestArc[i]!;
      take(target[a]!, a, Math.min(weight[a]!, weight[a]! - worst + epsilon));
    }
    bids += count;
    units[u]! -= count;
    // A buyer that found less than it wanted gives up: prices only rise.
    if (found > wanted && units[u]! > 0) enqueue(u);
  }

  for (let v = 0; v < n; v++) if (units[v]! > 0) enqueue(v);
  for (let turns = 0; length > 0 && bids < mostBids; turns++) {
    if (turns % 4096 === 4095) yield bids;
    const u = queue[head]!;
    head = head + 1 === n ? 0 : head + 1;
    length--;
    waiting[u] = 0;
    turn(u);
  }
  return { held, price, bids };
}
