// The releases whose data is kept, and where.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '@jiangong/all-in-one/src/services.ts';
import { consoleService } from '@jiangong/console';
import { readConfig } from '@jiangong/service-kit/config';
import { start } from '@jiangong/service-kit/start';
import type { Recorded } from './recorded.ts';

const folder = join(import.meta.dirname, '../fixtures');
export const releases = readdirSync(folder);

export function fixtureOf(release: string, engine: 'embedded' | 'distributed') {
  const place = join(folder, release, engine);
  return { place, recorded: JSON.parse(readFileSync(join(place, 'expected.json'), 'utf8')) as Recorded };
}

/** Every service of today in this process. The first administrator is known already: telling one again is a fault. */
export async function startToday(settings: Record<string, string>) {
  const manifest = consoleService(() => {
    throw new Error('a second first administrator');
  });
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'fatal', ...settings });
  const running = await start([manifest, ...services], config);
  return { running, url: await running.listen() };
}
