// Starts this service alone.
import { run } from '@jiangong/service-kit/run';
import { studioAlliances } from './service.ts';

await run([studioAlliances]);
