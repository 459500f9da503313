// The tree, against RFC 6962's definition written out, and its known values.
import { expect, test } from 'vitest';
import {
  consistencyPath,
  EMPTY_ROOT,
  inclusionPath,
  leafHash,
  nodeHash,
  type ReadNode,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

const SIZE = 40;
const leaves = Array.from({ length: SIZE }, (_, n) => leafHash(`leaf ${n}`));
/** RFC 6962, 2.1, to the letter. */
function treeHash(of: string[]): string {
  if (of.length === 1) return of[0]!;
  let k = 1;
  while (k * 2 < of.length) k *= 2;
  return nodeHash(treeHash(of.slice(0, k)), treeHash(of.slice(k)));
}
const node: ReadNode = (level, index) => treeHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
const other = (hash: string) => (hash.startsWith('0') ? '1' : '0') + hash.slice(1);

test('roots are what RFC 6962 says', async () => {
  expect(EMPTY_ROOT).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(leafHash('')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  // The second of the known answers of certificate-transparency's own tests: two leaves, the empty one and 0x00.
  expect(nodeHash(leafHash(''), leafHash('\0'))).toBe(
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  );
  for (let size = 1; size <= SIZE; size += 1) expect(await rootOf(node, size)).toBe(treeHash(leaves.slice(0, size)));
});

test('every leaf of every log is shown to be in it, and nothing else is', async () => {
  for (let size = 1; size <= SIZE; size += 1) {
    const root = await rootOf(node, size);
    for (let index = 0; index < size; index += 1) {
      const proof = { leaf: leaves[index]!, index, size, path: await inclusionPath(node, index, size), root };
      expect(verifyInclusion(proof)).toBe(true);
      const changed = [
        { leaf: other(proof.leaf) },
        { root: other(root) },
        { index: index + 1 },
        { index: Number.NaN },
        { size: index },
        { path: [...proof.path, root] },
        ...(proof.path.length > 0
          ? [{ path: proof.path.slice(1) }, { path: [other(proof.path[0]!), ...proof.path.slice(1)] }]
          : []),
      ];
      for (const change of changed) expect([change, verifyInclusion({ ...proof, ...change })]).toEqual([change, false]);
    }
  }
});

test('every log is shown to begin with every shorter one, and with no other', async () => {
  for (let size = 1; size <= SIZE; size += 1)
    for (let before = 0; before <= size; before += 1) {
      const [rootBefore, root] = [await rootOf(node, before), await rootOf(node, size)];
      const proof = { before, size, path: await consistencyPath(node, before, size), rootBefore, root };
      expect([before, size, verifyConsistency(proof)]).toEqual([before, size, true]);
      const changed = [
        { rootBefore: other(rootBefore) },
        // Every log begins with the empty one.
        ...(before > 0 ? [{ root: other(root) }] : []),
        { path: [...proof.path, root] },
        { before: before + 0.5 },
        { before: size + 1 },
        ...(proof.path.length > 0
          ? [{ path: proof.path.slice(1) }, { path: proof.path.with(0, other(proof.path[0]!)) }]
          : []),
      ];
      for (const change of changed)
        expect([before, size, change, verifyConsistency({ ...proof, ...change })]).toEqual([
          before,
          size,
          change,
          false,
        ]);
    }
});
