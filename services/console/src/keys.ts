// `pnpm keys replace|rotate`: replaces the key that signs tokens, at once or with overlap, with the settings of the installation
// (DATA or STORE_URL).
import { readConfig } from '@jiangong/service-kit/config';
import { openStoreAlone } from '@jiangong/service-kit/engine';
import { reasonOf } from '@jiangong/service-kit/reason';
import { replaceKeys, rotateKeys } from './replace-keys.ts';

type Store = Parameters<typeof replaceKeys>[0];
const commands = {
  async replace(store: Store, now: string) {
    const kid = await replaceKeys(store, now);
    return (
      `签名密钥已更换（${kid}）：重新启动全部进程后，此前的令牌一律失效，须重新登录 / ` +
      `the signing key is replaced (${kid}): once every process has been restarted, no earlier token is accepted; everybody signs in again\n`
    );
  },
  async rotate(store: Store, now: string) {
    const { kid, from, until } = await rotateKeys(store, now);
    return (
      `新的签名密钥（${kid}）自 ${from} 起启用，原密钥签发的令牌至 ${until} 仍有效，无须重新启动或登录 / ` +
      `the next signing key (${kid}) signs from ${from}; tokens of the one before are good until ${until}; nobody restarts or signs in\n`
    );
  },
};

async function run(command: keyof typeof commands) {
  const now = new Date().toISOString();
  const { store, close } = await openStoreAlone(readConfig(process.env), 'console', now);
  try {
    process.stdout.write(await commands[command](store, now));
  } finally {
    await close();
  }
}

process.umask(0o077);
const [, , command] = process.argv;
if (command !== 'replace' && command !== 'rotate') {
  process.stderr.write('用法 / usage: pnpm keys replace|rotate\n');
  process.exitCode = 2;
} else
  await run(command).catch((error) => {
    process.stderr.write(`密钥未更换 / the key was not replaced: ${reasonOf(error)}\n`);
    process.exitCode = 1;
  });
