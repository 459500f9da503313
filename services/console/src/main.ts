// Starts the console alone.
import { readConfig } from '@jiangong/service-kit/config';
import { start, stopWithGrace } from '@jiangong/service-kit/start';
import { console as consoleManifest } from './service.ts';

const running = await start([consoleManifest], readConfig(process.env));
stopWithGrace(running);
await running.listen();
