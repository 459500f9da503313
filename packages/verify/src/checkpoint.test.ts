// What is signed, to the byte: whoever checks it with another implementation needs these texts.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Checkpoint, checkpointDigest, checkpointText, isSigned, keyIdOf, leafText } from './checkpoint.ts';

/** The first key of RFC 8032, 7.1. */
const SECRET = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const PUBLIC = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const privateKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${SECRET}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
});
const checkpoint: Checkpoint = {
  service: 'quarterly-checks',
  number: 2,
  size: 7,
  root: 'ab'.repeat(32),
  before: 'cd'.repeat(32),
  time: '2024-04-01T00:00:00.000Z',
};
const signature = sign(null, Buffer.from(checkpointText(checkpoint)), privateKey).toString('hex');
const signed = { ...checkpoint, key: keyIdOf(PUBLIC), signature };

test('texts, digests and signatures are what they were', () => {
  expect(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')).toBe(
    PUBLIC,
  );
  expect(leafText({ stream: 'check/c1', version: 3, hash: 'ef' })).toBe('check/c1 3 ef');
  expect(checkpointText(checkpoint)).toBe(
    `jiangong checkpoint 1\nquarterly-checks\n2\n7\n${'ab'.repeat(32)}\n${'cd'.repeat(32)}\n2024-04-01T00:00:00.000Z\n`,
  );
  expect({ key: keyIdOf(PUBLIC), digest: checkpointDigest(checkpoint), signature }).toMatchInlineSnapshot(`
    {
      "digest": "426b16dac66354ee5648a1cd22f1e6bfa5ced355af009e453d0a997de8fb4719",
      "key": "21fe31dfa154a261626bf854046fd227",
      "signature": "f23ae3919a13773b5a1bdc362711676e1413ada3464671aeea9cb1b76960dc73b5f390df515bfe7f57cf3868db97dd3cbd5ea9a20c95ec84e78784e948b77b01",
    }
  `);
});

test('a checkpoint is signed by a key that is known, as it stands', () => {
  expect(isSigned(signed, ['00'.repeat(32), PUBLIC])).toBe(true);
  expect(isSigned(signed, [])).toBe(false);
  const changes: Partial<typeof signed>[] = [
    { service: 'awards' },
    { number: 3 },
    { size: 8 },
    { root: 'ac'.repeat(32) },
    { before: '' },
    { time: '2024-04-01T00:00:00.001Z' },
    { key: keyIdOf('00'.repeat(32)) },
    { signature: signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) },
    { signature: signature.slice(2) },
    { signature: 'none' },
  ];
  for (const change of changes) expect([change, isSigned({ ...signed, ...change }, [PUBLIC])]).toEqual([change, false]);
  expect(isSigned({ ...signed, key: keyIdOf('zz') }, ['zz'])).toBe(false);
});
