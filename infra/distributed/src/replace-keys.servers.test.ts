// On MongoDB as in a data folder: what the replaced key signed is refused after the next start, passwords and rows stay.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { consoleService } from '@jiangong/console';
import { readConfig } from '@jiangong/service-kit/config';
import { start } from '@jiangong/service-kit/start';
import { expect, test } from 'vitest';
import { freshUrls, onServers } from './servers.fixture.ts';

const command = new URL('../../../services/console/src/keys.ts', import.meta.url).pathname;

onServers('keys replaced on MongoDB', () => {
  test('refuse earlier tokens; users sign in again, and no view is emptied', async () => {
    const { storeUrl, logUrl } = freshUrls('keys');
    const settings = { STORE_URL: storeUrl, LOG_URL: logUrl, LOG_LEVEL: 'fatal' };
    let admin: object | undefined;
    const startHere = () =>
      start(
        [
          consoleService((credentials) => {
            admin = credentials;
          }),
        ],
        readConfig(settings),
      );
    type App = Awaited<ReturnType<typeof startHere>>['app'];
    const signIn = async (app: App) =>
      (await app.inject({ method: 'POST', url: '/sign-in', payload: admin! })).json().token as string;
    const users = async (app: App, token: string) => {
      const answer = await app.inject({ url: '/api/users', headers: { authorization: `Bearer ${token}` } });
      return [answer.statusCode, answer.statusCode === 200 && answer.json().items];
    };

    const before = await startHere();
    const old = await signIn(before.app);
    const listed = await users(before.app, old);
    expect(listed).toEqual([200, [expect.objectContaining({ userName: 'admin' })]]);
    await before.stop();

    const { stdout } = await promisify(execFile)(process.execPath, [command, 'replace'], {
      env: { PATH: process.env.PATH, ...settings },
    });
    expect(stdout).toMatch(/签名密钥已更换（\S+）.*is replaced/);

    const after = await startHere();
    expect(await users(after.app, old)).toEqual([401, false]);
    expect(await users(after.app, await signIn(after.app))).toEqual(listed);
    await after.stop();
  });
});
