// Starts this service alone.
import { run } from '@jiangong/service-kit/run';
import { competitions } from './service.ts';

await run([competitions]);
