/**
 * Checks an answer from nothing but the two files, with none of the code that made it: capacities, exclusions, kept pairs, total, the
 * bound from the published prices, and blocking pairs. Throws with what does not hold.
 */
import type { Answer, Instance } from '../src/index.ts';

export function recheck(instance: Instance, answer: Answer): void {
  const key = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
  const need = (holds: boolean, what: string) => {
    if (!holds) throw new Error(`does not hold: ${what}`);
  };
  const weight = new Map(instance.pairs.map((p) => [key(p.a, p.b), p.weight]));
  const kept = new Set((instance.kept ?? []).map(([a, b]) => key(a, b)));
  const forbidden = new Set((instance.forbidden ?? []).map(([a, b]) => key(a, b)));
  const chosen = new Set(answer.pairs.map(([a, b]) => key(a, b)));
  const capacity = new Map(instance.studios.map((s) => [s.id, s.capacity]));
  const left = new Map(capacity);
  need(chosen.size === answer.pairs.length, 'no pair twice');
  for (const k of kept) need(chosen.has(k), 'kept pairs are chosen');
  let total = 0;
  const used = new Map<string, number[]>();
  for (const [a, b] of answer.pairs) {
    const k = key(a, b);
    need(a < b && weight.has(k) && !forbidden.has(k), `${a} and ${b} may be a pair`);
    need(weight.get(k)! > 0 || kept.has(k), 'nothing of weight 0 is chosen');
    total += weight.get(k)!;
    for (const id of [a, b]) {
      const list = used.get(id) ?? [];
      list.push(kept.has(k) ? Number.POSITIVE_INFINITY : weight.get(k)!);
      used.set(id, list);
      if (kept.has(k)) left.set(id, left.get(id)! - 1);
    }
  }
  for (const [id, list] of used) need(list.length <= capacity.get(id)!, `the capacity of ${id}`);
  need(total === answer.total, 'the total');
  const price = (id: string) => answer.prices[id]!;
  let bound = 0;
  for (const { id } of instance.studios) {
    need(price(id) >= 0 && Number.isInteger(2 * price(id)), `the price of ${id}`);
    bound += left.get(id)! * price(id);
  }
  for (const set of answer.odd) {
    need(set.price >= 0 && Number.isInteger(2 * set.price), 'the price of an odd set');
    bound += set.price * Math.floor(set.of.reduce((sum, id) => sum + left.get(id)!, 0) / 2);
  }
  let blocking = 0;
  for (const { a, b, weight: w } of instance.pairs) {
    const k = key(a, b);
    if (kept.has(k)) bound += w;
    if (kept.has(k) || forbidden.has(k)) continue;
    let over = w - price(a) - price(b);
    for (const set of answer.odd) if (set.of.includes(a) && set.of.includes(b)) over -= set.price;
    bound += Math.max(0, over);
    const wants = (id: string) => {
      const list = used.get(id) ?? [];
      return list.length < capacity.get(id)! || list.some((x) => x < w);
    };
    if (!chosen.has(k) && w > 0 && wants(a) && wants(b)) blocking++;
  }
  need(bound === answer.bound, `the bound: ${bound}, not ${answer.bound}`);
  need(bound >= total, 'the bound is not below the total');
  need(blocking === answer.blocking, 'the number of blocking pairs');
}
