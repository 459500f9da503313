// Starts this service alone.
import { run } from '@jiangong/service-kit/run';
import { contests } from './service.ts';

await run([contests]);
