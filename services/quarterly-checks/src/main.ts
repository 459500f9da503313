// Starts this service alone.
import { run } from '@jiangong/service-kit/run';
import { quarterlyChecks } from './service.ts';

await run([quarterlyChecks]);
