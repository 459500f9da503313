/** The vertices of a top as a group: going over them, writing their prices, moving them between groups. */
import { eachLeaf, FREE, OUTER, oddPriceOf, type State } from './state.ts';

/** Calls back with every vertex of a top. */
export function eachOfTop(s: State, b: number, call: (v: number) => void): void {
  const first = s.some[s.groupOfTop[b]!]!;
  let v = first;
  do {
    call(v);
    v = s.next[v]!;
  } while (v !== first);
}

/** Writes the price of a top-level blossom as of now. */
export function writeOdd(s: State, b: number): void {
  s.oddPrice[b] = oddPriceOf(s, b);
  s.written[b] = s.now;
}

/** Writes all prices of a top as of now, so that its label may change. */
export function settle(s: State, b: number): void {
  const label = s.label[b];
  const group = s.groupOfTop[b]!;
  const passed = s.now - s.since[group]!;
  if (b >= s.n) writeOdd(s, b);
  s.since[group] = s.now;
  if (label === FREE || passed === 0) return;
  const change = label === OUTER ? -passed : passed;
  eachOfTop(s, b, (v) => {
    s.price[v]! += change;
  });
}

/** Moves the vertices of one group into another, their prices written so that they keep their value in it. */
export function merge(s: State, from: number, into: number): void {
  const shift = s.since[from]! - s.since[into]!;
  const first = s.some[from]!;
  let v = first;
  do {
    s.group[v] = into;
    s.price[v]! += shift;
    v = s.next[v]!;
  } while (v !== first);
  const other = s.some[into]!;
  const end = s.back[first]!;
  s.next[end] = s.next[other]!;
  s.back[s.next[other]!] = end;
  s.next[other] = first;
  s.back[first] = other;
  s.size[into]! += s.size[from]!;
  s.unusedGroups.push(from);
}

/** Moves the vertices inside t, a part of its group, to a group of their own, whose top is t; prices are as of now. */
export function split(s: State, t: number): void {
  const group = s.unusedGroups.pop()!;
  let last = -1;
  let size = 0;
  eachLeaf(s, t, (v) => {
    const old = s.group[v]!;
    if (s.some[old] === v) s.some[old] = s.next[v]!;
    s.size[old]!--;
    s.next[s.back[v]!] = s.next[v]!;
    s.back[s.next[v]!] = s.back[v]!;
    s.group[v] = group;
    if (last === -1) s.some[group] = v;
    else s.next[last] = v;
    s.back[v] = last;
    last = v;
    size++;
  });
  const first = s.some[group]!;
  s.next[last] = first;
  s.back[first] = last;
  s.size[group] = size;
  crown(s, group, t);
}

/** Makes t the top of a group. */
export function crown(s: State, group: number, t: number): void {
  s.topOfGroup[group] = t;
  s.groupOfTop[t] = group;
  s.since[group] = s.now;
}
