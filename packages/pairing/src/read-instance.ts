/** Checks an instance from outside before anything is computed: reports the first fault, with its place. */
import { type Fault, fault } from './fault.ts';
import type { Instance } from './instance.ts';

/** Twice the sum of all weights must be an exact number. */
const MOST = 2 ** 51;

type Row = Record<string, unknown>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: unknown) => JSON.stringify(value)?.slice(0, 60) ?? String(value);

/**
 * Checks an instance from outside and returns it, or the first fault with its JSON pointer (RFC 6901). Never throws on JSON
 * data.
 *
 * @example
 * ```ts
 * const instance = {
 *   studios: [
 *     { id: 'a', capacity: 1 },
 *     { id: 'b', capacity: 1 },
 *     { id: 'c', capacity: 1 },
 *   ],
 *   pairs: [
 *     { a: 'a', b: 'b', weight: 5000 },
 *     { a: 'b', b: 'c', weight: 7000 },
 *   ],
 * };
 * readInstance(instance); // → { instance }
 * const read = readInstance({ studios: [] });
 * 'fault' in read && [read.fault.type, read.fault.at]; // → ['missing-list', '/pairs']
 * ```
 */
export function readInstance(value: unknown): { instance: Instance } | { fault: Fault } {
  if (!isRow(value))
    return {
      fault: fault(
        'not-an-object',
        '',
        '应为含 studios 与 pairs 的对象。',
        'An object with studios and pairs is expected.',
      ),
    };
  for (const name of ['studios', 'pairs', 'kept', 'forbidden']) {
    const optional = name === 'kept' || name === 'forbidden';
    if (Array.isArray(value[name]) || (optional && value[name] === undefined)) continue;
    return { fault: fault('missing-list', `/${name}`, `${name} 应为列表。`, `${name} must be a list.`) };
  }
  const capacities = new Map<string, number>();
  const wrong =
    studiosFault(value.studios as unknown[], capacities) ??
    pairsFault(value.pairs as unknown[], capacities, value.kept as unknown[], value.forbidden as unknown[]);
  return wrong === undefined ? { instance: value as unknown as Instance } : { fault: wrong };
}

function studiosFault(studios: unknown[], capacities: Map<string, number>): Fault | undefined {
  for (const [i, studio] of studios.entries()) {
    const at = `/studios/${i}`;
    if (!isRow(studio)) return fault('faulty-entry', at, '应为 {id, capacity}。', 'Expected {id, capacity}.');
    const { id, capacity } = studio;
    if (typeof id !== 'string' || id === '')
      return fault(
        'faulty-id',
        `${at}/id`,
        `编号应为非空文字，而不是 ${show(id)}。`,
        `An id is a text that is not empty, not ${show(id)}.`,
      );
    if (capacities.has(id)) return fault('repeated-studio', `${at}/id`, `${id} 已经列过。`, `${id} was listed before.`);
    if (typeof capacity !== 'number' || !Number.isInteger(capacity) || capacity < 0)
      return fault(
        'faulty-capacity',
        `${at}/capacity`,
        `${id} 的容量应为不小于 0 的整数，而不是 ${show(capacity)}。`,
        `The capacity of ${id} is an integer of at least 0, not ${show(capacity)}.`,
      );
    capacities.set(id, capacity);
  }
  return undefined;
}

function pairsFault(
  pairs: unknown[],
  capacities: Map<string, number>,
  kept: unknown[] = [],
  forbidden: unknown[] = [],
) {
  const at = new Map([...capacities.keys()].map((id, v) => [id, v]));
  const keyOf = (a: string, b: string) => {
    const u = at.get(a)!;
    const v = at.get(b)!;
    return Math.min(u, v) * at.size + Math.max(u, v);
  };
  const coupleFault = (a: unknown, b: unknown, where: string): Fault | undefined => {
    for (const id of [a, b]) {
      if (typeof id !== 'string')
        return fault('faulty-id', where, `编号应为文字，而不是 ${show(id)}。`, `An id is a text, not ${show(id)}.`);
      if (!at.has(id)) return fault('unknown-studio', where, `没有工作室 ${id}。`, `There is no studio ${id}.`);
    }
    return a === b
      ? fault('pair-with-itself', where, `${a} 不能与自己结对。`, `${a} cannot be paired with itself.`)
      : undefined;
  };

  const listed = new Set<number>();
  let sum = 0;
  for (const [i, pair] of pairs.entries()) {
    const where = `/pairs/${i}`;
    if (!isRow(pair)) return fault('faulty-entry', where, '应为 {a, b, weight}。', 'Expected {a, b, weight}.');
    const { a, b, weight } = pair;
    const wrong = coupleFault(a, b, where);
    if (wrong !== undefined) return wrong;
    const key = keyOf(a as string, b as string);
    if (listed.has(key))
      return fault('repeated-pair', where, `${a} 与 ${b} 已经列过。`, `${a} and ${b} were listed before.`);
    listed.add(key);
    if (typeof weight !== 'number' || !Number.isSafeInteger(weight) || weight < 0)
      return fault(
        'faulty-weight',
        `${where}/weight`,
        `权重应为不小于 0 的整数，而不是 ${show(weight)}。`,
        `A weight is an integer of at least 0, not ${show(weight)}.`,
      );
    sum += weight;
    if (sum > MOST)
      return fault(
        'weights-too-large',
        `${where}/weight`,
        '权重之和超过 2^51，无法精确计算。',
        'The weights add up to more than 2^51 and cannot be computed exactly.',
      );
  }

  const isCouple = (couple: unknown) => Array.isArray(couple) && couple.length === 2;
  const entry = (where: string) => fault('faulty-entry', where, '应为两个编号的列表。', 'Expected a list of two ids.');
  const barred = new Set<number>();
  for (const [i, couple] of forbidden.entries()) {
    const where = `/forbidden/${i}`;
    if (!isCouple(couple)) return entry(where);
    const [a, b] = couple as [string, string];
    const wrong = coupleFault(a, b, where);
    if (wrong !== undefined) return wrong;
    barred.add(keyOf(a, b));
  }
  const keptKeys = new Set<number>();
  const used = new Map<string, number>();
  for (const [i, couple] of kept.entries()) {
    const where = `/kept/${i}`;
    if (!isCouple(couple)) return entry(where);
    const [a, b] = couple as [string, string];
    const wrong = coupleFault(a, b, where);
    if (wrong !== undefined) return wrong;
    const key = keyOf(a, b);
    if (keptKeys.has(key))
      return fault('kept-twice', where, `${a} 与 ${b} 已经保留。`, `${a} and ${b} are kept already.`);
    keptKeys.add(key);
    if (barred.has(key))
      return fault('kept-and-forbidden', where, `${a} 与 ${b} 同时列为禁止。`, `${a} and ${b} are forbidden too.`);
    if (!listed.has(key))
      return fault('kept-not-listed', where, `${a} 与 ${b} 不在 pairs 中。`, `${a} and ${b} are not among the pairs.`);
    for (const id of [a, b]) {
      used.set(id, (used.get(id) ?? 0) + 1);
      if (used.get(id)! > capacities.get(id)!)
        return fault(
          'kept-beyond-capacity',
          where,
          `${id} 保留的结对超过其容量 ${capacities.get(id)}。`,
          `More pairs of ${id} are kept than its capacity of ${capacities.get(id)}.`,
        );
    }
  }
  return undefined;
}
