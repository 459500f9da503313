// A small installation in a data folder, and what moves there: for tests of moving.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consoleService } from '@jiangong/console';
import { install, services, settle } from '@jiangong/demo/fixture';
import { readConfig } from '@jiangong/service-kit/config';
import { type Running, start } from '@jiangong/service-kit/start';

export const manifests = [consoleService(() => {}), ...services];
export const now = '2024-01-01T00:00:00Z';
export const USERS = 12;
const UNITS = 8;

export async function call(url: string, path: string, body?: object, token?: string) {
  const answer = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<Record<string, never>>;
}
export const signIn = async (url: string, userName: string, password: string): Promise<string> =>
  (await call(url, '/sign-in', { userName, password })).token!;

/** Users, units and what follows from them, at rest in a folder. */
export async function smallFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-moving-'));
  const { url, admin, running } = await install({}, { DATA: folder });
  const token = await signIn(url, admin.userName, admin.password);
  for (let n = 1; n <= USERS; n += 1) {
    const office = { name: `用户${n}`, roles: ['organiser'], departments: [], units: [] };
    await call(url, '/api/users', { userName: `user-${n}`, password: `a-long-password-${n}`, ...office }, token);
  }
  const organiser = await signIn(url, 'user-1', 'a-long-password-1');
  for (let n = 1; n <= UNITS; n += 1)
    await call(url, '/api/units', { kind: 'branch', code: `U-${n}`, name: `第${n}公司`, shortName: `${n}` }, organiser);
  await settle(running);
  await running.stop();
  return { folder, admin, remove: () => rmSync(folder, { recursive: true }) };
}

/** Every service in this process, on servers. */
export const startOn = ({ storeUrl, logUrl }: { storeUrl: string; logUrl: string }): Promise<Running> =>
  start(
    manifests,
    readConfig({ STORE_URL: storeUrl, LOG_URL: logUrl, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'fatal' }),
  );
