// Where the real servers of a test run are. Where there are none, vitest shows the tests as skipped, and why is said above.
import type { Provided } from '@jiangong/servers/vitest';
import { describe, inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    servers: Provided;
  }
}

const provided = inject('servers');
export const urls = 'urls' in provided ? provided.urls : { kafka: '', mongo: '', 'mongo-replica-set': '' };
/** `describe` where there are servers. */
export const onServers = describe.runIf('urls' in provided);

let places = 0;
/** A name that no other test uses, for a database or a namespace of topics. */
export const freshName = () => `t${process.pid}-${Date.now().toString(36)}-${++places}`;
