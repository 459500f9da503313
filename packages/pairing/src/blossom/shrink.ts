/** An edge between two outer tops closes an odd cycle, which becomes one outer top. */
import { eachOfTop, merge, settle, writeOdd } from './group.ts';
import { scan } from './label.ts';
import { INNER, OUTER, type State, topOf } from './state.ts';

/** The outer top that the tree paths of v and w have in common, nearest to both. */
function meeting(s: State, v: number, w: number): number {
  const seen = new Set<number>();
  let one = topOf(s, v);
  let other = topOf(s, w);
  for (;;) {
    if (one !== -1) {
      if (seen.has(one)) return one;
      seen.add(one);
      one = twoUp(s, one);
    }
    [one, other] = [other, one];
  }
}

/** From an outer top to the outer top before it, −1 at the root. */
function twoUp(s: State, b: number): number {
  const via = s.via[b]!;
  if (via === -1) return -1;
  return topOf(s, s.end[s.via[topOf(s, s.end[via]!)]!]!);
}

/** Shrinks the odd cycle closed by the edge whose far end, seen from one side, is p. */
export function shrink(s: State, p: number): void {
  const v = s.end[p ^ 1]!;
  const w = s.end[p]!;
  const root = meeting(s, v, w);
  const children: number[] = [];
  const ends: number[] = [];
  for (let t = topOf(s, v); t !== root; t = topOf(s, s.end[s.via[t]!]!)) {
    children.push(t);
    ends.push(s.via[t]!);
  }
  children.push(root);
  children.reverse();
  ends.reverse();
  ends.push(p ^ 1);
  for (let t = topOf(s, w); t !== root; t = topOf(s, s.end[s.via[t]!]!)) {
    children.push(t);
    ends.push(s.via[t]! ^ 1);
  }
  const b = s.unused.pop()!;
  s.children[b] = children;
  s.ends[b] = ends;
  s.base[b] = s.base[root]!;
  s.baseAt[b] = 0;
  s.parent[b] = -1;
  s.oddPrice[b] = 0;
  s.leaves[b] = 0;
  const inner: number[] = [];
  let host = s.groupOfTop[root]!;
  for (let i = 0; i < children.length; i++) {
    const t = children[i]!;
    s.at[t] = i;
    const group = s.groupOfTop[t]!;
    if (s.label[t] === INNER) {
      settle(s, t);
      eachOfTop(s, t, (u) => inner.push(u));
    } else if (t >= s.n) writeOdd(s, t);
    s.parent[t] = b;
    if (s.size[group]! > s.size[host]!) host = group;
  }
  for (const t of children) {
    s.leaves[b]! += s.leaves[t]!;
    if (s.groupOfTop[t] !== host) merge(s, s.groupOfTop[t]!, host);
  }
  s.topOfGroup[host] = b;
  s.groupOfTop[b] = host;
  s.label[b] = OUTER;
  s.via[b] = s.via[root]!;
  s.written[b] = s.now;
  s.labelled.push(b);
  for (const u of inner) scan(s, u);
}
