// `node infra/distributed/src/image.ts`: takes the steps of infra/docker/Dockerfile outside a container, in a copy of its build
// context, then starts its command once per service with the compose file's kind of settings. Shows
// that the steps work and the image's content is enough; not that Docker builds or isolates it.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { resources } from '@jiangong/contracts';
import { servers } from '@jiangong/servers';
import { buildContext } from './context.ts';
import { freePorts } from './processes.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const say = (text: string) => process.stdout.write(`${text}\n`);
const recipe = readFileSync(join(root, 'infra/docker/Dockerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n');
const listOf = (line: string) => JSON.parse(line.slice(line.indexOf('['))) as [string, ...string[]];
const command = listOf(recipe.find((line) => line.startsWith('CMD '))!);
const health = listOf(recipe.find((line) => line.startsWith('HEALTHCHECK '))!);

const folder = mkdtempSync(join(tmpdir(), 'jiangong-image-'));
const env = { ...process.env, NODE_ENV: 'production' };
try {
  for (const file of buildContext(root)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  for (const line of recipe.filter((each) => each.startsWith('RUN ') && !each.includes('/data'))) {
    const since = performance.now();
    execFileSync('sh', ['-c', line.slice(4)], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
    say(`${line}: ${((performance.now() - since) / 1000).toFixed(1)} s`);
  }
  say(`size: ${execFileSync('du', ['-shx', folder], { encoding: 'utf8' }).split('\t')[0]}`);
  await startAll();
} finally {
  rmSync(folder, { recursive: true });
}

async function startAll() {
  const running = await servers(['kafka', 'mongo-replica-set']);
  if ('missing' in running) throw new Error(running.missing);
  const secret = (name: string, value: string) => {
    writeFileSync(join(folder, name), `${value}\n`, { mode: 0o600 });
    return join(folder, name);
  };
  const files = {
    STORE_URL_FILE: secret('store-url', `${running.server['mongo-replica-set'].url}/image`),
    LOG_URL_FILE: secret('log-url', `${running.server.kafka.url}/image`),
  };
  try {
    for (const SERVICE of [...Object.keys(resources), 'all-in-one']) {
      const [PORT] = (await freePorts(1)).map(String);
      const own = SERVICE === 'all-in-one' ? { DATA: join(folder, 'data') } : files;
      const settings = {
        ...env,
        ...own,
        SERVICE,
        PORT,
        HOST: '127.0.0.1',
        LOG_LEVEL: 'warn',
        JWKS_URL: 'http://127.0.0.1:9/jwks',
      };
      if (SERVICE === 'console' || SERVICE === 'all-in-one') Reflect.deleteProperty(settings, 'JWKS_URL');
      const service = spawn(command[0], command.slice(1), {
        cwd: folder,
        env: settings,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const ended = once(service, 'exit');
      let tries = 0;
      for (; !(await healthy(settings)); tries += 1) {
        if (tries > 100 || service.exitCode !== null) throw new Error(`${SERVICE} is not healthy`);
        await sleep(300);
      }
      service.kill('SIGTERM');
      const [code] = await ended;
      if (code !== 0) throw new Error(`${SERVICE} ended with ${code}`);
      say(`${SERVICE}: healthy by the image's own check, ended in good order`);
    }
  } finally {
    await running.stop();
  }
}
async function healthy(settings: NodeJS.ProcessEnv) {
  const [program, ...args] = health;
  const [code] = await once(spawn(program, args, { env: settings, stdio: 'ignore' }), 'exit');
  return code === 0;
}
