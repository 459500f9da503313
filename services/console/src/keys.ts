// `pnpm keys replace`: replaces the key that signs tokens, with the settings of the installation (DATA or STORE_URL).
import { readConfig } from '@jiangong/service-kit/config';
import { openStoreAlone } from '@jiangong/service-kit/engine';
import { reasonOf } from '@jiangong/service-kit/reason';
import { replaceKeys } from './replace-keys.ts';

async function replace() {
  const { store, close } = await openStoreAlone(readConfig(process.env), 'console', new Date().toISOString());
  try {
    const kid = await replaceKeys(store);
    process.stdout.write(
      `签名密钥已更换（${kid}）：重新启动全部进程后，此前的令牌一律失效，须重新登录 / ` +
        `the signing key is replaced (${kid}): once every process has been restarted, no earlier token is accepted; everybody signs in again\n`,
    );
  } finally {
    await close();
  }
}

process.umask(0o077);
if (process.argv[2] !== 'replace') {
  process.stderr.write('用法 / usage: pnpm keys replace\n');
  process.exitCode = 2;
} else
  await replace().catch((error) => {
    process.stderr.write(`密钥未更换 / the key was not replaced: ${reasonOf(error)}\n`);
    process.exitCode = 1;
  });
