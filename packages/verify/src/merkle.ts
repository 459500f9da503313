// The tree of RFC 6962 over a log that only grows: its root, who is in it, and that a longer log begins with a shorter one.
// Hashes travel in hexadecimal.
import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
const bytes = (hash: string) => Buffer.from(hash, 'hex');

/**
 * The hash of a leaf, from its text.
 * @example
 * ```ts
 * leafHash('').slice(0, 8); // → '6e340b9c'
 * ```
 */
export const leafHash = (text: string): string => createHash('sha256').update(LEAF).update(text, 'utf8').digest('hex');
/**
 * The hash of two neighbours.
 * @example
 * ```ts
 * nodeHash(leafHash('a'), leafHash('b')).length; // → 64
 * ```
 */
export const nodeHash = (left: string, right: string): string =>
  createHash('sha256').update(NODE).update(bytes(left)).update(bytes(right)).digest('hex');
/** The root of a log without leaves. */
export const EMPTY_ROOT = createHash('sha256').digest('hex');

/** Reads the hash of a whole subtree: of the 2^level leaves from `index` × 2^level on. */
export type ReadNode = (level: number, index: number) => string | Promise<string>;

/** The greatest power of two below a size. */
function half(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/** The exponent of a power of two; undefined of any other number. */
function exponent(size: number): number | undefined {
  let [level, power] = [0, 1];
  for (; power < size; power *= 2) level += 1;
  return power === size ? level : undefined;
}

async function rangeHash(node: ReadNode, from: number, size: number): Promise<string> {
  const level = exponent(size);
  if (level !== undefined) return node(level, from / size);
  const left = half(size);
  return nodeHash(await rangeHash(node, from, left), await rangeHash(node, from + left, size - left));
}

/**
 * The root of the first `size` leaves.
 * @example
 * ```ts
 * const leaves = ['a', 'b', 'c'].map(leafHash);
 * const [a, b, c] = leaves as [string, string, string];
 * const node = (level: number, index: number) => (level === 0 ? leaves[index]! : nodeHash(a, b));
 * (await rootOf(node, 3)) === nodeHash(nodeHash(a, b), c); // → true
 * ```
 */
export const rootOf = async (node: ReadNode, size: number): Promise<string> =>
  size === 0 ? EMPTY_ROOT : rangeHash(node, 0, size);

/**
 * What shows that a leaf is in a log: the neighbours on the way to its root, the nearest first.
 * @example
 * ```ts
 * const leaves = ['a', 'b', 'c'].map(leafHash);
 * const node = (level: number, index: number) => (level === 0 ? leaves[index]! : nodeHash(leaves[0]!, leaves[1]!));
 * (await inclusionPath(node, 2, 3)).length; // → 1
 * ```
 */
export async function inclusionPath(node: ReadNode, index: number, size: number): Promise<string[]> {
  const path: string[] = [];
  for (let from = 0, rest = size; rest > 1; ) {
    const left = half(rest);
    const isLeft = index < from + left;
    path.unshift(await (isLeft ? rangeHash(node, from + left, rest - left) : rangeHash(node, from, left)));
    if (!isLeft) from += left;
    rest = isLeft ? left : rest - left;
  }
  return path;
}

/**
 * What shows that the first `size` leaves of a log were the whole of it before.
 * @example
 * ```ts
 * const node = (_: number, index: number) => leafHash(String(index));
 * (await consistencyPath(node, 1, 2)).length; // → 1
 * ```
 */
export async function consistencyPath(node: ReadNode, before: number, size: number): Promise<string[]> {
  const path: string[] = [];
  if (before === 0) return path;
  let [from, rest, isWhole] = [0, size, true];
  while (before - from < rest) {
    const left = half(rest);
    if (before - from <= left) {
      path.unshift(await rangeHash(node, from + left, rest - left));
      rest = left;
    } else {
      path.unshift(await rangeHash(node, from, left));
      from += left;
      rest -= left;
      isWhole = false;
    }
  }
  return isWhole ? path : [await rangeHash(node, from, rest), ...path];
}

/**
 * Whether a path shows that a leaf is in a log (RFC 9162, 2.1.3.2).
 * @example
 * ```ts
 * verifyInclusion({ leaf: leafHash('a'), index: 0, size: 1, path: [], root: leafHash('a') }); // → true
 * ```
 */
export function verifyInclusion(proof: { leaf: string; index: number; size: number; path: string[]; root: string }) {
  const { leaf, index, size, path, root } = proof;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const neighbour of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(neighbour, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = nodeHash(hash, neighbour);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash === root;
}

/**
 * Whether a path shows that a log of `size` begins with one of `before` (RFC 9162, 2.1.4.2).
 * @example
 * ```ts
 * const root = leafHash('a');
 * verifyConsistency({ before: 1, size: 1, path: [], rootBefore: root, root }); // → true
 * ```
 */
export function verifyConsistency(proof: {
  before: number;
  size: number;
  path: string[];
  rootBefore: string;
  root: string;
}): boolean {
  const { before, size, path, rootBefore, root } = proof;
  if (!Number.isSafeInteger(before) || !Number.isSafeInteger(size) || before < 0 || before > size) return false;
  if (before === 0) return path.length === 0 && rootBefore === EMPTY_ROOT;
  if (before === size) return path.length === 0 && rootBefore === root;
  const [first, ...rest] = exponent(before) === undefined ? path : [rootBefore, ...path];
  if (first === undefined) return false;
  let [at, last] = [before - 1, size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [old, now] = [first, first];
  for (const neighbour of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [old, now] = [nodeHash(neighbour, old), nodeHash(neighbour, now)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else now = nodeHash(now, neighbour);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && old === rootBefore && now === root;
}
