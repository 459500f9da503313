/** An inner blossom whose price has come down to 0 opens: the tree goes on through an even path of its children. */
import { crown, settle, split } from './group.ts';
import { labelInner, makeInner, noteReach } from './label.ts';
import { FREE, type State, topOf } from './state.ts';

/** Takes a blossom apart, its prices written as of now; its children become tops without labels. */
function open(s: State, b: number): { children: number[]; ends: number[] } {
  const children = s.children[b]!;
  const ends = s.ends[b]!;
  let largest = children[0]!;
  for (const t of children) {
    s.parent[t] = -1;
    s.label[t] = FREE;
    if (s.leaves[t]! > s.leaves[largest]!) largest = t;
  }
  for (const t of children) if (t !== largest) split(s, t);
  crown(s, s.groupOfTop[b]!, largest);
  s.children[b] = [];
  s.ends[b] = [];
  s.base[b] = -1;
  s.label[b] = FREE;
  s.unused.push(b);
  return { children, ends };
}

export function expand(s: State, b: number): void {
  settle(s, b);
  const via = s.via[b]!;
  const baseAt = s.baseAt[b]!;
  const { children, ends } = open(s, b);
  const size = children.length;
  // From the entry to the base, in the direction that takes an even number of steps.
  const entry = s.at[topOf(s, s.end[via ^ 1]!)]!;
  const forward = ((entry - baseAt + size) % size) % 2 === 1;
  const step = forward ? 1 : size - 1;
  const path = new Set([baseAt]);
  let p = via;
  for (let i = entry; i !== baseAt; ) {
    const outer = (i + step) % size; // matched to child i
    makeInner(s, s.end[p ^ 1]!, p);
    path.add(i).add(outer);
    i = (outer + step) % size;
    p = forward ? ends[outer]! : ends[i]! ^ 1;
  }
  labelInner(s, s.end[p ^ 1]!, p); // the mate of the base, outside, is outer already
  for (let c = 0; c < size; c++) if (!path.has(c)) noteReach(s, children[c]!);
}

/** At the end of a search: opens top b, and what comes to light, as far as the prices are 0. */
export function openFree(s: State, b: number): void {
  const todo = [b];
  while (todo.length > 0) {
    const t = todo.pop()!;
    if (t >= s.n && s.oddPrice[t] === 0) todo.push(...open(s, t).children);
  }
}
