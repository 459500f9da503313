// What distinguishes clients where people need not sign in: the network that a provider gave each.
import { isIPv6 } from 'node:net';

/**
 * What one client is given by its provider: an IPv4 address, the first half of an IPv6 address.
 * @example
 * ```ts
 * networkOf('::ffff:192.0.2.1'); // → '192.0.2.1'
 * networkOf('2001:db8::5'); // → '2001:db8:0:0'
 * ```
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '');
  const mapped = /^::ffff:([\d.]+)$/i.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(plain)) return plain;
  // As the URL standard writes it: lower case, no leading zeros, at most one gap.
  const [head = '', tail = ''] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [head, tail].map((part) => (part === '' ? [] : part.split(':'))) as [string[], string[]];
  const gap = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...gap, ...after].slice(0, 4).join(':');
}
