/** What is to happen next in a search: a heap by time. A code ≥ 0 is the far end of an edge, −1 − b a vertex or blossom b. */
import type { State } from './state.ts';

export function push(s: State, time: number, what: number): void {
  const { heap } = s;
  if (heap.size === heap.time.length) {
    const time2 = new Float64Array(2 * heap.size);
    time2.set(heap.time);
    heap.time = time2;
    const what2 = new Int32Array(2 * heap.size);
    what2.set(heap.what);
    heap.what = what2;
  }
  const times = heap.time;
  const whats = heap.what;
  let i = heap.size++;
  while (i > 0) {
    const up = (i - 1) >> 1;
    if (times[up]! <= time) break;
    times[i] = times[up]!;
    whats[i] = whats[up]!;
    i = up;
  }
  times[i] = time;
  whats[i] = what;
}

/** Moves the clock of the search to the earliest event and returns its code. */
export function pop(s: State): number {
  const { heap } = s;
  const times = heap.time;
  const whats = heap.what;
  const what = whats[0]!;
  s.now = times[0]!;
  s.events++;
  const size = --heap.size;
  const time = times[size]!;
  const last = whats[size]!;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= size) break;
    if (child + 1 < size && times[child + 1]! < times[child]!) child++;
    if (times[child]! >= time) break;
    times[i] = times[child]!;
    whats[i] = whats[child]!;
    i = child;
  }
  times[i] = time;
  whats[i] = last;
  return what;
}
