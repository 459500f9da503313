// `pnpm demo --url http://localhost:8080 --user admin --password …`: plays the year against any running installation.
// The whole report goes to `data/demo.txt`, or to the folder that DATA names. Settings may also come from JIANGONG_URL, JIANGONG_USER and JIANGONG_PASSWORD, where no list of processes shows them.
import { parseArgs } from 'node:util';
import { play, writeReport } from './index.ts';

const { values } = parseArgs({
  options: { url: { type: 'string' }, user: { type: 'string' }, password: { type: 'string' } },
});
const {
  JIANGONG_URL = 'http://127.0.0.1:8080',
  JIANGONG_USER = 'admin',
  JIANGONG_PASSWORD,
  DATA = './data',
} = process.env;
const { url = JIANGONG_URL, user = JIANGONG_USER, password = JIANGONG_PASSWORD } = values;

if (!password) {
  console.error('用法 / usage: pnpm demo --url http://127.0.0.1:8080 --user admin --password <密码>');
  process.exit(2);
}
const report = (lines: string[]) => writeReport(DATA, lines);
await play({ url, admin: { userName: user, password }, report }).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
