// The copies of a service behind the single address, each in its turn; one that failed comes last for a moment.
import { lookup } from 'node:dns/promises';
import { resources, type ServiceName } from '@jiangong/contracts';

export interface Copies {
  /** Those that are known now; of a name behind which copies come and go, those that were found last. */
  readonly urls: readonly string[];
  /** Every copy once: who gets the request first, and who if that one does not answer. */
  inTurn(): string[];
  failed(url: string): void;
  /** Looks no longer for copies that come and go. */
  close(): void;
}
/** The addresses behind a host name. */
export type Resolve = (host: string) => Promise<readonly string[]>;
export type Fronted = ReadonlyMap<ServiceName, Copies>;

const REST_MS = 1000;
const LOOK_MS = 2000;
/** A name that stands for every copy, such as that of a headless service of Kubernetes. */
const BY_NAME = 'dns+http:';
const resolveAll: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address, family }) => (family === 6 ? `[${address}]` : address));

/** @param setting `competitions=http://a:8080,http://b:8080;awards=dns+http://c:8080` */
export function frontedBy(setting: string, resolve = resolveAll): Fronted {
  const fronted = new Map<ServiceName, Copies>();
  for (const part of setting.split(';').filter((text) => text.trim() !== '')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (!(name in resources))
      throw new Error(
        `SERVICES：没有名为 ${name} 的服务 / SERVICES: there is no service ${name}, but ${Object.keys(resources).join(', ')}`,
      );
    const urls = part
      .slice(at + 1)
      .split(',')
      .map((url) => url.trim());
    const fixed = urls.filter((url) => !url.startsWith(BY_NAME)).map((url) => new URL(url).origin);
    const names = urls.filter((url) => url.startsWith(BY_NAME)).map((url) => new URL(url.replace(BY_NAME, 'http:')));
    fronted.set(name as ServiceName, names.length > 0 ? copiesBehind(fixed, names, resolve) : copiesOf(() => fixed));
  }
  return fronted;
}

/** Copies whose names stand for as many as there are: looked for again and again, the last found kept meanwhile. */
function copiesBehind(fixed: readonly string[], names: readonly URL[], resolve: Resolve): Copies {
  const found = new Map<string, readonly string[]>();
  async function look() {
    for (const { host, hostname, port } of names) {
      // A name that is nobody's now: its last copies are tried, and fail, until it has others.
      const addresses = await resolve(hostname).catch(() => undefined);
      if (addresses) found.set(host, addresses.map((address) => `http://${address}${port && `:${port}`}`).sort());
    }
  }
  void look();
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  const urlsNow = () => [...fixed, ...names.flatMap(({ host }) => found.get(host) ?? [])];
  return copiesOf(urlsNow, Date.now, () => clearInterval(timer));
}

export function copiesOf(urlsNow: () => readonly string[], now: () => number = Date.now, close = () => {}): Copies {
  const restUntil = new Map<string, number>();
  let next = 0;
  return {
    get urls() {
      return urlsNow();
    },
    inTurn() {
      const urls = urlsNow();
      const first = next++ % Math.max(1, urls.length);
      const turned = [...urls.slice(first), ...urls.slice(0, first)];
      const rests = (url: string) => (restUntil.get(url) ?? 0) > now();
      return [...turned.filter((url) => !rests(url)), ...turned.filter(rests)];
    },
    failed: (url) => void restUntil.set(url, now() + REST_MS),
    close,
  };
}
