// The implementation in Python reads the same proofs: what it says of sound ones, and of each that is changed in one place.
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  type Checkpoint,
  checkpointDigest,
  checkpointText,
  keyIdOf,
  leafText,
  type SignedCheckpoint,
} from './checkpoint.ts';
import { consistencyPath, inclusionPath, leafHash, nodeHash, type ReadNode, rootOf } from './merkle.ts';

const folder = mkdtempSync(join(tmpdir(), 'proofs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const VERIFY = new URL('../../../examples/verify/verify.py', import.meta.url).pathname;
/** What it says of each proof. */
function inPython(proofs: object[]): string[] {
  const files = proofs.map((proof, at) => {
    const file = join(folder, `${at}.json`);
    writeFileSync(file, JSON.stringify(proof));
    return file;
  });
  const { stdout, stderr, error } = spawnSync('python3', [VERIFY, 'proof', ...files], { encoding: 'utf8' });
  if (error) throw new Error(`examples/verify needs python3: ${error.message}`);
  return (stdout + stderr)
    .trim()
    .split('\n')
    .map((line) => line.slice(line.indexOf(': ') + 2));
}

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const signed = (checkpoint: Checkpoint): SignedCheckpoint => ({
  ...checkpoint,
  key: keyIdOf(key),
  signature: sign(null, Buffer.from(checkpointText(checkpoint)), privateKey).toString('hex'),
});
const leaves = Array.from({ length: 13 }, (_, n) => ({ stream: `round/${n}`, version: n + 1, hash: `${n}`.repeat(8) }));
const hashes = leaves.map((leaf) => leafHash(leafText(leaf)));
const node: ReadNode = (level, index) => {
  if (level === 0) return hashes[index]!;
  return nodeHash(String(node(level - 1, index * 2)), String(node(level - 1, index * 2 + 1)));
};
const other = (hash: string) => (hash.startsWith('0') ? '1' : '0') + hash.slice(1);

test('Python follows proofs of inclusion and consistency, and signatures', async () => {
  const about = { service: 'awards', time: '2024-01-01T00:00:00Z' };
  const first = signed({ ...about, number: 1, size: 5, root: await rootOf(node, 5), before: '' });
  const checkpoint = signed({
    ...{ ...about, number: 2, size: 13, root: await rootOf(node, 13), before: checkpointDigest(first) },
  });
  const [index, keys] = [9, ['00'.repeat(32), key]];
  const path = await inclusionPath(node, index, 13);
  const consistency = await consistencyPath(node, 5, 13);
  const proof = { checkpoint, keys, leaf: leaves[index]!, index, path, before: first, consistency };
  const absent = "the leaf is not in the checkpoint's log";
  const foreign = 'the log does not begin with that of the earlier checkpoint';
  const unsigned = 'the checkpoint is not signed by one of the keys';
  const changes: [object, string][] = [
    [{ index: 8 }, absent],
    [{ leaf: leaves[8]! }, absent],
    [{ path: path.with(0, other(path[0]!)) }, absent],
    [{ path: path.slice(1) }, absent],
    [{ consistency: consistency.with(0, other(consistency[0]!)) }, foreign],
    [{ consistency: [] }, foreign],
    [{ keys: [] }, unsigned],
    [{ checkpoint: { ...checkpoint, time: '2024-01-02T00:00:00Z' } }, unsigned],
    [{ checkpoint: { ...checkpoint, signature: first.signature } }, unsigned],
    [{ checkpoint: { ...checkpoint, signature: `${checkpoint.signature.slice(0, 64)}${'ff'.repeat(32)}` } }, unsigned],
    [{ before: { ...first, size: 4 } }, 'the earlier checkpoint is not signed by one of the keys'],
  ];
  const said = inPython([proof, ...changes.map(([change]) => ({ ...proof, ...change }))]);
  expect(said).toEqual(['shown', ...changes.map(([, fault]) => expect.stringContaining(fault))]);
});
