// Webhooks call what the operator allowed, whatever a URL or a name says.
import { expect, test } from 'vitest';
import { AddressRefused, addressesOf, readUrl } from './addresses.ts';

const names: Record<string, string[]> = {
  'hr.union.example': ['10.1.2.3'],
  'both.union.example': ['10.1.2.3', '192.168.0.9'],
  'inside.example': ['127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  'six.example': ['fd00::5'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'zone.example': ['fe80::1%eth0'],
  'nothing.example': [],
};
const resolve = async (host: string) => (names[host] ?? []).map((address) => ({ address, family: 0 }));
const addresses = addressesOf('10.0.0.0/8, fd00::/8, 203.0.113.7', resolve);
const target = async (text: string) => {
  const url = readUrl(text);
  return url ? addresses.target(url) : undefined;
};

test.each([
  ['http://10.1.2.3/hooks', '10.1.2.3'],
  ['https://203.0.113.7:8443/', '203.0.113.7'],
  ['http://hr.union.example/', '10.1.2.3'],
  ['http://six.example/', 'fd00::5'],
  ['http://[fd00:0:0::1]/', 'fd00::1'],
  // Another spelling of an address that is allowed.
  ['http://[::ffff:10.1.2.3]/', '10.1.2.3'],
  ['http://0x0a010203/', '10.1.2.3'],
])('%s is allowed and called at %s', async (url, address) => {
  expect(await target(url)).toMatchObject({ address });
});

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0177.0.0.1/',
  'http://0/',
  'http://0.0.0.0/',
  'http://[::1]/',
  'http://[::]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[fe80::1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://192.168.0.9/',
  'http://11.0.0.1/',
  'http://203.0.113.8/',
  'http://１２７.0.0.1/',
  'http://inside.example/',
  'http://metadata.example/',
  'http://mapped.example/',
  'http://zone.example/',
  'http://both.union.example/',
  'http://nothing.example/',
  'http://hr.union.example.inside.example/',
])('%s is refused', async (url) => {
  await expect(target(url)).rejects.toThrow(AddressRefused);
});

test.each([
  'http://user:password@10.1.2.3/',
  'http://10.1.2.3@inside.example/',
  'http://10.1.2.3/#fragment',
  'ftp://10.1.2.3/',
  'file:///etc/passwd',
  'gopher://10.1.2.3/',
  'javascript:alert(1)',
  'http://[fe80::1%25eth0]/',
  'http://',
  '//10.1.2.3/',
  '10.1.2.3',
])('%s is no address of a webhook', (url) => expect(readUrl(url)).toBeUndefined());

test('a name that is allowed now and not a moment later is refused then', async () => {
  const answers = ['10.1.2.3', '127.0.0.1'];
  const rebinding = addressesOf('10.0.0.0/8', async () => [{ address: answers.shift()!, family: 4 }]);
  const url = readUrl('http://hr.union.example/')!;
  expect(await rebinding.target(url)).toMatchObject({ address: '10.1.2.3' });
  await expect(rebinding.target(url)).rejects.toThrow(AddressRefused);
});

test('without a list nothing is allowed', async () => {
  await expect(addressesOf(undefined, resolve).target(readUrl('http://10.1.2.3/')!)).rejects.toThrow(AddressRefused);
});
