// A whole installation of its own for a bench, used through its public interface.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Caller, callerOf, freePort } from './load.ts';

const PASSWORD = 'an-installation-of-a-bench';
const main = fileURLToPath(new URL('../../../services/all-in-one/src/main.ts', import.meta.url));

/** An installation of its own in a fresh folder, with one union and its organiser signed in. */
export async function install(
  folder: string,
  duties: object = { roles: ['organiser'] },
  settings: NodeJS.ProcessEnv = {},
): Promise<{ child: ChildProcess; as: Caller; url: string; token: string }> {
  const port = await freePort();
  const env = {
    ...process.env,
    DATA: folder,
    PORT: `${port}`,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    BODY_LIMIT: '8388608',
    ...settings,
  };
  const child = spawn(process.execPath, [main, '--empty'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const credentials = join(folder, 'first-administrator.txt');
  const answers = () =>
    callerOf(port, '')('GET', '/live').then(
      () => true,
      () => false,
    );
  while (child.exitCode === null && !(existsSync(credentials) && (await answers()))) await sleep(50);
  const [userName, password] = readFileSync(credentials, 'utf8').split('\n');
  const signIn = async (credentials: object) =>
    (await callerOf(port, '')('POST', '/sign-in', credentials)).body.token as string;
  const admin = callerOf(port, await signIn({ userName, password }));
  const org = await admin('POST', '/api/orgs', { code: 'BENCH', name: '产业工会' });
  const organiser = { userName: 'organiser', name: '组织者', password: PASSWORD, organisation: org.body.id };
  await admin('POST', '/api/users', { ...organiser, ...duties });
  const token = await signIn({ userName: 'organiser', password: PASSWORD });
  return { child, as: callerOf(port, token), url: `http://127.0.0.1:${port}`, token };
}

/** MB. */
export const memory = (child: ChildProcess, line: 'VmHWM' | 'VmRSS') =>
  Math.round(
    Number(new RegExp(`${line}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
  );
/** Seconds. */
export const timed = async (work: () => Promise<unknown>) => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};
