// Starts this service alone.
import { readConfig } from '@jiangong/service-kit/config';
import { start, stopWithGrace } from '@jiangong/service-kit/start';
import { studioAlliances } from './service.ts';

const running = await start([studioAlliances], readConfig(process.env));
stopWithGrace(running);
await running.listen();
