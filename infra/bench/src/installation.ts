// A whole installation of its own for a bench, used through its public interface.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { callerOf, freePort } from './load.ts';

const PASSWORD = 'an-installation-of-a-bench';
const main = fileURLToPath(new URL('../../../services/all-in-one/src/main.ts', import.meta.url));

/** The organiser's caller and token, and a way to register others. */
type Organiser = Awaited<ReturnType<typeof organiserOf>>;
export interface Installation extends Organiser {
  child: ChildProcess;
  url: string;
}

/** An installation of its own in a fresh folder, with one union and its organiser signed in. */
export async function install(
  folder: string,
  duties: object = { roles: ['organiser'] },
  settings: NodeJS.ProcessEnv = {},
): Promise<Installation> {
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
  const organiser = await organiserOf(port, { userName: userName!, password: password! }, duties);
  return { child, url: `http://127.0.0.1:${port}`, ...organiser };
}

/** A union with its organiser, registered by the first administrator of an installation, and signed in. */
export async function organiserOf(port: number, first: { userName: string; password: string }, duties: object) {
  const signIn = async (credentials: object) =>
    (await callerOf(port, '')('POST', '/sign-in', credentials)).body.token as string;
  const admin = callerOf(port, await signIn(first));
  const { id: organisation } = (await admin('POST', '/api/orgs', { code: 'BENCH', name: '产业工会' })).body;
  /** Registers somebody of the union; answers with a token. */
  const person = async (userName: string, duties: object) => {
    await admin('POST', '/api/users', { userName, name: userName, password: PASSWORD, organisation, ...duties });
    return signIn({ userName, password: PASSWORD });
  };
  const token = await person('organiser', duties);
  return { as: callerOf(port, token), token, person };
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
