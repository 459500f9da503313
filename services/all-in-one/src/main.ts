// `npm start`: every service in one process, one data folder, one port; and, unless started with `--empty`, the demonstration year.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { consoleService } from '@jiangong/console';
import { play, writeReport } from '@jiangong/demo';
import type { Config } from '@jiangong/service-kit/config';
import { run } from '@jiangong/service-kit/run';
import { services } from './services.ts';

const withDemonstration = !process.argv.includes('--empty');
type Folder = Pick<Config, 'DATA'>;
const passwordFile = ({ DATA }: Folder) => join(DATA, 'first-administrator.txt');
/** Only a folder that was begun for the demonstration has its year played, on each start until it is whole: then the file has its digest. */
const demonstration = ({ DATA }: Folder) => join(DATA, 'demonstration-year');

/** Until the year is whole webhooks may call this machine, where its HR system listens; never in a folder of other work. */
function demonstrationSettings(): Record<string, string> {
  const { DATA = './data', STORE_URL } = process.env;
  const isBegun = existsSync(demonstration({ DATA }));
  const isOpen = isBegun ? readFileSync(demonstration({ DATA }), 'utf8') === '' : !existsSync(passwordFile({ DATA }));
  return withDemonstration && isOpen && !STORE_URL ? { WEBHOOK_ADDRESSES: '127.0.0.1' } : {};
}

/** The password is shown on the screen, and kept where only this account can read it, for a year that is played on after a restart. */
const consoleOf = (config: Config) =>
  consoleService(({ userName, password }) => {
    writeFileSync(passwordFile(config), `${userName}\n${password}\n`, { mode: 0o600 });
    // The year's own summary names the administrator.
    if (withDemonstration) return writeFileSync(demonstration(config), '');
    console.log(
      `首位管理员 / first administrator: ${userName}  ${password}\n（另存于 / also kept in ${passwordFile(config)}）`,
    );
  });

const { address: listening, config } = await run((config) => [consoleOf(config), ...services], {
  LOG_LEVEL: 'warn',
  ...demonstrationSettings(),
  ...process.env,
});
const address = listening.replace('0.0.0.0', '127.0.0.1');
console.log(`建功已启动 / Jiangong is up: ${address}  接口文档 / API: ${address}/docs`);

if (withDemonstration && existsSync(demonstration(config))) {
  const [userName, password] = readFileSync(passwordFile(config), 'utf8').split('\n') as [string, string];
  // The installation stays up whatever becomes of the year: it may hold more than that by now.
  const report = (lines: string[]) => writeReport(config.DATA, lines);
  await play({ url: address, admin: { userName, password }, report }).then(
    ({ digest }) => writeFileSync(demonstration(config), digest),
    (error: Error) =>
      console.error(
        `演示年度未能完成，重启后将继续 / the year is not whole and goes on at the next start: ${error.message}`,
      ),
  );
}
