/** Changing partners along an alternating path, through blossoms as they come. */
import { type State, topOf } from './state.ts';

/**
 * Makes vertex v, inside blossom b, the one that is matched outside: swaps partners along the even way from v to the base. Nests
 * can be deep, so there is a list of things to do instead of a recursion; they do not depend on each other's order.
 */
export function rebase(s: State, b: number, v: number): void {
  if (b < s.n) return;
  const todo = [b, v];
  while (todo.length > 0) {
    const vertex = todo.pop()!;
    const outermost = todo.pop()!;
    for (let t = vertex; t !== outermost; t = s.parent[t]!) turn(s, s.parent[t]!, t, vertex, todo);
  }
}

/** Makes child t of b, which holds v, the one with the base; children passed on the way are noted in `todo`. */
function turn(s: State, b: number, t: number, v: number, todo: number[]): void {
  s.base[b] = v;
  const from = s.at[t]!;
  const to = s.baseAt[b]!;
  if (from === to) return;
  s.baseAt[b] = from;
  const children = s.children[b]!;
  const ends = s.ends[b]!;
  const size = children.length;
  const forward = ((from - to + size) % size) % 2 === 1;
  const step = forward ? 1 : size - 1;
  for (let i = from; i !== to; ) {
    const j = (i + step) % size;
    const k = (j + step) % size;
    // p lies in child j and leads to child k; the two become partners.
    const p = forward ? ends[j]! : ends[k]! ^ 1;
    const x = s.end[p]!;
    const y = s.end[p ^ 1]!;
    if (children[j]! >= s.n) todo.push(children[j]!, x);
    if (children[k]! >= s.n) todo.push(children[k]!, y);
    s.mate[x] = p ^ 1;
    s.mate[y] = p;
    i = k;
  }
}

/** Gives vertex v, outer, the partner at end p (−1: none), and shifts partners up to the root, which is alone no more. */
export function shift(s: State, v: number, p: number): void {
  let x = v;
  let partner = p;
  for (;;) {
    const outer = topOf(s, x);
    rebase(s, outer, x);
    s.mate[x] = partner;
    const via = s.via[outer]!;
    if (via === -1) return;
    const inner = topOf(s, s.end[via]!);
    const reached = s.via[inner]!; // end[reached] is the outer vertex before, end[reached ^ 1] lies in `inner`
    const y = s.end[reached ^ 1]!;
    rebase(s, inner, y);
    s.mate[y] = reached;
    x = s.end[reached]!;
    partner = reached ^ 1;
  }
}
