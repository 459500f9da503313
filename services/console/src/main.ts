// Starts the console alone.
import { run } from '@jiangong/service-kit/run';
import { console as consoleManifest } from './service.ts';

await run([consoleManifest]);
