/**
 * Maximum-weight matching in a general graph, exactly, from any valid prices: the better the start, the less there is to do.
 * Every search starts from one lonely vertex with a price, and ends when it is matched or somebody may stay alone for nothing.
 */
import { rebase, shift } from './augment.ts';
import { pop } from './events.ts';
import { expand, openFree } from './expand.ts';
import { settle } from './group.ts';
import { clearLabels, makeInner, makeOuter } from './label.ts';
import { shrink } from './shrink.ts';
import { FREE, INNER, type Net, newState, OUTER, oddPriceOf, priceOf, type State, slackOf, topOf } from './state.ts';

/**
 * Starts from prices (doubled weights; integers ≥ 0; no edge may weigh more than the prices of its ends) and the pairs in
 * `first` (edges, in order, taken if tight and free), and solves by at most `mostEvents` steps. `state.done` says whether
 * the end was reached; the matching and the prices are valid either way. A search is given up after prices have moved by
 * `mostTime`, so that it stays in the neighbourhood of its root.
 */
export function* match(
  net: Net,
  price: Float64Array,
  first: Iterable<number>,
  mostEvents: number,
  mostTime = Number.POSITIVE_INFINITY,
): Generator<number, State & { done: boolean }> {
  const s = newState(net, price);
  for (const k of first) {
    const u = net.end[2 * k]!;
    const v = net.end[2 * k + 1]!;
    if (s.mate[u] !== -1 || s.mate[v] !== -1 || slackOf(s, k) !== 0) continue;
    s.mate[u] = 2 * k + 1;
    s.mate[v] = 2 * k;
  }
  let done = true;
  for (let root = 0; root < net.n; root++) {
    if (root % 1024 === 1023) yield root;
    if (s.mate[root] !== -1 || s.price[root] === 0) continue;
    if (s.events > mostEvents) return Object.assign(s, { done: false });
    if (!search(s, root, mostTime)) done = false;
  }
  return Object.assign(s, { done });
}

/** False if it was given up: the root stays alone, and everything else holds as before. */
function search(s: State, root: number, mostTime: number): boolean {
  s.now = 0;
  makeOuter(s, root, -1);
  let found = false;
  while (!found && s.heap.time[0]! <= mostTime) found = handle(s, pop(s));
  if (!found) s.now = mostTime;
  const tops = s.labelled.filter((b) => s.parent[b] === -1 && s.label[b] !== FREE);
  for (const b of tops) settle(s, b);
  clearLabels(s);
  for (const b of tops) if (b >= s.n && s.parent[b] === -1 && s.children[b]!.length > 0) openFree(s, b);
  return found;
}

/** Handles one event; true when the search is over. */
function handle(s: State, what: number): boolean {
  if (what < 0) return -1 - what < s.n ? alone(s, -1 - what) : opened(s, -1 - what);
  const w = s.end[what]!;
  const v = s.end[what ^ 1]!;
  const t = topOf(s, w);
  const label = s.label[t];
  if (t === topOf(s, v) || label === INNER || slackOf(s, what >> 1) > 0) return false;
  if (label === OUTER) {
    shrink(s, what);
    return false;
  }
  if (s.mate[s.base[t]!] !== -1) {
    makeInner(s, w, what ^ 1);
    return false;
  }
  rebase(s, t, w);
  s.mate[w] = what ^ 1;
  shift(s, v, what);
  return true;
}

/** An outer vertex has come down to price 0: it may stay alone instead of the root. */
function alone(s: State, v: number): boolean {
  if (priceOf(s, v) > 0) return false;
  shift(s, v, -1);
  return true;
}

function opened(s: State, b: number): boolean {
  if (s.label[b] === INNER && s.parent[b] === -1 && oddPriceOf(s, b) === 0) expand(s, b);
  return false;
}
