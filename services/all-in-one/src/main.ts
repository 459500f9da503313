// `npm start`: every service in one process, one data folder, one port; and, unless told otherwise, the demonstration year.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { consoleService } from '@jiangong/console';
import { play } from '@jiangong/demo';
import { readConfig } from '@jiangong/service-kit/config';
import { start, stopWithGrace } from '@jiangong/service-kit/start';
import { services } from './services.ts';

const config = readConfig({ LOG_LEVEL: 'warn', ...process.env });
const passwordFile = join(config.DATA, 'first-administrator.txt');

/** Shown on the screen, and kept where only this account can read it, for a year that is played on after a restart. */
const consoleManifest = consoleService(({ userName, password }) => {
  writeFileSync(passwordFile, `${userName}\n${password}\n`, { mode: 0o600 });
  console.log(`首位管理员 / first administrator: ${userName}  ${password}\n（另存于 / also kept in ${passwordFile}）`);
});

const running = await start([consoleManifest, ...services], config);
stopWithGrace(running);
const address = (await running.listen()).replace('0.0.0.0', '127.0.0.1');
console.log(`建功已启动 / Jiangong is up: ${address}  接口文档 / API: ${address}/docs`);

if (!process.argv.includes('--empty') && existsSync(passwordFile)) {
  const [userName, password] = readFileSync(passwordFile, 'utf8').split('\n') as [string, string];
  await play({ url: address, admin: { userName, password } });
}
