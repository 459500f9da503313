// Which addresses webhooks and robots may call: those that the operator allowed, looked at after the name was resolved, at each attempt; the
// connection goes to the very address that was looked at. Nothing else is called, whatever a name says later.
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** An address that was looked at and is allowed. */
export interface Target {
  url: URL;
  address: string;
  family: 4 | 6;
}
/** Looks a name up. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>;
const resolveByDns: Resolve = (host) => lookup(host, { all: true });

/** An address is not among those that the operator allowed. */
export class AddressRefused extends Error {}

/**
 * A web address as it can be called; undefined for what is none, or has a name, password or fragment in it.
 * @example
 * ```ts
 * readUrl('ftp://hr.example/'); // → undefined
 * ```
 */
export function readUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.hash === '' && url.hostname !== '';
  return isPlain && ['http:', 'https:'].includes(url.protocol) ? url : undefined;
}

/**
 * An address literal of a URL, without brackets; undefined for a name.
 * @example
 * ```ts
 * literalOf(new URL('http://[::1]/')); // → '::1'
 * ```
 */
export function literalOf({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) ? bare : undefined;
}

/** IPv4 that is written as IPv6 is that IPv4. */
function plain(address: string): { address: string; family: 4 | 6 } {
  if (isIP(address) === 4) return { address, family: 4 };
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (!mapped) return { address: canonical, family: 6 };
  const [high, low] = [Number.parseInt(mapped[1]!, 16), Number.parseInt(mapped[2]!, 16)];
  return { address: [high >> 8, high & 255, low >> 8, low & 255].join('.'), family: 4 };
}

/** What the operator allowed. */
export interface Addresses {
  isAllowed(address: string): boolean;
  /** @throws {@link AddressRefused} unless every address of its host is allowed */
  target(url: URL): Promise<Target>;
}

/**
 * Reads a list of allowed addresses.
 * @param list addresses and ranges, separated by commas; none: nothing is allowed
 * @example
 * ```ts
 * addressesOf('10.0.0.0/8').isAllowed('10.1.2.3'); // → true
 * ```
 */
export function addressesOf(list: string | undefined, resolve: Resolve = resolveByDns): Addresses {
  const allowed = new BlockList();
  for (const each of list?.split(',') ?? []) {
    const [address = '', bits] = each.trim().split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) allowed.addAddress(address, family);
    else allowed.addSubnet(address, Number(bits), family);
  }
  function isAllowed(text: string): boolean {
    // A zone (`fe80::1%eth0`) names an interface of this machine.
    if (text.includes('%') || !isIP(text)) return false;
    const { address, family } = plain(text);
    return allowed.check(address, family === 4 ? 'ipv4' : 'ipv6');
  }
  return {
    isAllowed,
    async target(url) {
      const literal = literalOf(url);
      const found = literal ? [{ address: literal }] : await resolve(url.hostname);
      const refused = found.find(({ address }) => !isAllowed(address));
      if (refused || found.length === 0)
        throw new AddressRefused(
          `地址不在允许范围/ address not allowed: ${url.hostname} ${refused?.address ?? ''}`.trim(),
        );
      return { url, ...plain(found[0]!.address) };
    },
  };
}
