// The copies of a service behind the single address, each in its turn; one that failed comes last for a moment.
import { resources, type ServiceName } from '@jiangong/contracts';

export interface Copies {
  urls: readonly string[];
  /** Every copy once: who gets the request first, and who if that one does not answer. */
  inTurn(): string[];
  failed(url: string): void;
}
export type Fronted = ReadonlyMap<ServiceName, Copies>;

const REST_MS = 1000;

/** @param setting `competitions=http://a:8080,http://b:8080;awards=http://c:8080` */
export function frontedBy(setting: string): Fronted {
  const fronted = new Map<ServiceName, Copies>();
  for (const part of setting.split(';').filter((text) => text.trim() !== '')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (!(name in resources))
      throw new Error(
        `SERVICES：没有名为 ${name} 的服务 / SERVICES: there is no service ${name}, but ${Object.keys(resources).join(', ')}`,
      );
    const urls = part.slice(at + 1).split(',');
    fronted.set(name as ServiceName, copiesOf(urls.map((url) => new URL(url.trim()).origin)));
  }
  return fronted;
}

export function copiesOf(urls: readonly string[], now: () => number = Date.now): Copies {
  const restUntil = new Map<string, number>();
  let next = 0;
  return {
    urls,
    inTurn() {
      const first = next++ % urls.length;
      const turned = [...urls.slice(first), ...urls.slice(0, first)];
      const rests = (url: string) => (restUntil.get(url) ?? 0) > now();
      return [...turned.filter((url) => !rests(url)), ...turned.filter(rests)];
    },
    failed: (url) => void restUntil.set(url, now() + REST_MS),
  };
}
