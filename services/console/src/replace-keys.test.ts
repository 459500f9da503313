// A key that was replaced signs nothing more, and nothing that it signed is accepted after the next start.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readConfig } from '@jiangong/service-kit/config';
import { start } from '@jiangong/service-kit/start';
import { afterAll, expect, test } from 'vitest';
import type { Credentials } from './first-administrator.ts';
import { consoleService } from './service.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiangong-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
let admin: Credentials | undefined;
const startHere = () =>
  start(
    [
      consoleService((credentials) => {
        admin = credentials;
      }),
    ],
    readConfig({ DATA: folder, LOG_LEVEL: 'fatal' }),
  );
type App = Awaited<ReturnType<typeof startHere>>['app'];
const signIn = async (app: App) =>
  (await app.inject({ method: 'POST', url: '/sign-in', payload: admin! })).json().token as string;
const status = async (app: App, token: string) =>
  (await app.inject({ url: '/api/orgs', headers: { authorization: `Bearer ${token}` } })).statusCode;
const keys = (...args: string[]) =>
  promisify(execFile)(process.execPath, [new URL('./keys.ts', import.meta.url).pathname, ...args], {
    env: { PATH: process.env.PATH, DATA: folder },
  });

test('keys replaced while it is stopped refuse earlier tokens and keep passwords', async () => {
  const before = await startHere();
  const old = await signIn(before.app);
  expect(await status(before.app, old)).toBe(200);
  // It is held: nothing is replaced under a running installation's feet.
  await expect(keys('replace')).rejects.toThrow(/密钥未更换.*正被使用.*is in use/);
  await before.stop();

  expect((await keys('rotate')).stdout).toMatch(/新的签名密钥（\S+）.*signs from/);
  await expect(keys('rotate')).rejects.toThrow(/密钥未更换.*lasts until/);
  expect((await keys('replace')).stdout).toMatch(/签名密钥已更换（\S+）.*is replaced/);
  const after = await startHere();
  expect(await status(after.app, old)).toBe(401);
  expect(await status(after.app, await signIn(after.app))).toBe(200);
  await after.stop();
});

test('the command without a subcommand prints its usage', async () => {
  await expect(keys()).rejects.toThrow(/用法 \/ usage: pnpm keys replace\|rotate/);
});
