// An installation of the whole product in a process of its own, over a data folder that tests do harm to; and an organiser
// who registers units in it, each with a key that is repeated after every fault.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts, type Process, startProcess } from '@jiangong/distributed';
import { organiserOf, type Signed, signIn } from './people.ts';

export interface People {
  admin: Signed;
  /** The organiser. */
  signed: Signed;
}
export interface Installation extends People {
  folder: string;
  url: string;
  process: Process;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** The same folder, in a new process. */
  again(how?: How): Promise<Installation>;
}
export interface How {
  preload?: string[];
  /** Words before the command. */
  under?: string[];
  settings?: Record<string, string>;
  /** It is enough that it answers: it may be started to say what is wrong. */
  liveAfterMs?: number;
}
const kept: string[] = [];
const running = new Set<Process>();

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jiangong-faults-'));
  kept.push(folder);
  return folder;
}

export async function begin(folder = newFolder(), how: How = {}, known?: People): Promise<Installation> {
  const [port] = await freePorts(1);
  const settings = { DATA: folder, STORE_URL: '', LOG_URL: '', LOG_LEVEL: 'fatal', ...how.settings };
  const { preload = [], under = [], liveAfterMs } = how;
  const options = {
    args: ['--empty'],
    quiet: true,
    preload,
    under,
    ...(liveAfterMs === undefined ? {} : { liveAfterMs }),
  };
  const process = await startProcess('all-in-one', port!, settings, options);
  running.add(process);
  const people = known ?? (await peopleOf(process.url, folder));
  return {
    folder,
    url: process.url,
    process,
    ...people,
    stop: (signal) => process.stop(signal),
    again: (next = how) => begin(folder, next, people),
  };
}

/** @param folder where the first administrator's password is kept, as this process sees it */
export async function peopleOf(url: string, folder: string): Promise<People> {
  const [userName, password] = readFileSync(join(folder, 'first-administrator.txt'), 'utf8').split('\n');
  const admin = await signIn(url, userName!, password!);
  return { admin, signed: await organiserOf(url, admin) };
}

/** What a start that must fail has said. */
export async function refusedStart(folder: string, how: How = {}): Promise<string> {
  try {
    await begin(folder, how);
  } catch (error) {
    return String((error as Error).message);
  }
  throw new Error('it started');
}

/** After each test: everything started here ends, every folder goes. */
export async function cleanUp() {
  for (const process of running) await process.stop('SIGKILL');
  running.clear();
  for (const folder of kept.splice(0)) rmSync(folder, { recursive: true, force: true });
}
