/** Growing the tree: giving labels, and noting when the edges of a new outer vertex will become tight. */
import { push } from './events.ts';
import { eachOfTop } from './group.ts';
import { FREE, INNER, OUTER, oddPriceOf, priceOf, type State, slackOf, topOf } from './state.ts';

/** Vertex v became outer just now: its edges and its price give the events to come. */
export function scan(s: State, v: number): void {
  const own = topOf(s, v);
  const price = priceOf(s, v);
  push(s, s.now + price, -1 - v);
  for (let i = s.start[v]!; i < s.start[v + 1]!; i++) {
    const p = s.far[i]!;
    const w = s.end[p]!;
    const t = topOf(s, w);
    if (t === own) continue;
    const label = s.label[t];
    if (label === INNER) continue; // noted again if the inner blossom around it opens
    const slack = price + priceOf(s, w) - s.weight[p >> 1]!;
    push(s, s.now + (label === OUTER ? slack / 2 : slack), p);
  }
}

/** The top of w becomes outer, reached through end `via` (−1 for the root). */
export function makeOuter(s: State, w: number, via: number): void {
  const b = topOf(s, w);
  s.label[b] = OUTER;
  s.via[b] = via;
  s.since[s.groupOfTop[b]!] = s.now;
  s.written[b] = s.now;
  s.labelled.push(b);
  eachOfTop(s, b, (v) => scan(s, v));
}

/** The top of w becomes inner, reached through end `via`. */
export function labelInner(s: State, w: number, via: number): void {
  const b = topOf(s, w);
  s.label[b] = INNER;
  s.via[b] = via;
  s.since[s.groupOfTop[b]!] = s.now;
  s.written[b] = s.now;
  s.labelled.push(b);
  if (b >= s.n) push(s, s.now + oddPriceOf(s, b) / 2, -1 - b);
}

/** The same, and its mate becomes outer. */
export function makeInner(s: State, w: number, via: number): void {
  labelInner(s, w, via);
  const mate = s.mate[s.base[topOf(s, w)]!]!;
  makeOuter(s, s.end[mate]!, mate ^ 1);
}

/** The vertices of b are in no tree any more: the outer vertices that can reach them are collected again. */
export function noteReach(s: State, b: number): void {
  eachOfTop(s, b, (v) => {
    for (let i = s.start[v]!; i < s.start[v + 1]!; i++) {
      const p = s.far[i]!;
      const t = topOf(s, s.end[p]!);
      if (t !== b && s.label[t] === OUTER) push(s, s.now + slackOf(s, p >> 1), p ^ 1);
    }
  });
}

/** Ends a search: all labels go, prices are written. */
export function clearLabels(s: State): void {
  for (const b of s.labelled) {
    s.label[b] = FREE;
    s.via[b] = -1;
  }
  s.labelled.length = 0;
  s.heap.size = 0;
}
