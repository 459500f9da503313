// For tests: an installation in a process of its own, which can be killed. The first administrator's password goes to a file.
import { writeFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { consoleService } from '@jiangong/console';
import { readConfig } from '@jiangong/service-kit/config';
import { start } from '@jiangong/service-kit/start';
import { services } from './year.fixture.ts';

const config = readConfig(process.env);
const console = consoleService((credentials) =>
  writeFileSync(join(config.DATA, 'admin.json'), JSON.stringify(credentials)),
);
const running = await start([console, ...services], config);
await running.listen();
// It is killed, and never ends by itself: those after it find its modules compiled.
flushCompileCache();
