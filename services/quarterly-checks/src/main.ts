// Starts this service alone.
import { readConfig } from '@jiangong/service-kit/config';
import { start, stopWithGrace } from '@jiangong/service-kit/start';
import { quarterlyChecks } from './service.ts';

const running = await start([quarterlyChecks], readConfig(process.env));
stopWithGrace(running);
await running.listen();
