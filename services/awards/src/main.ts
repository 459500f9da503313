// Starts this service alone.
import { run } from '@jiangong/service-kit/run';
import { awards } from './service.ts';

await run([awards]);
