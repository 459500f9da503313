// The console: organisations, users, and the issuer of the tokens they act with.
import { type Manifest, service } from '@jiangong/service-kit';
import type { Desk } from './desk.ts';
import { open, tellOnScreen } from './open.ts';
import * as organisation from './organisation.ts';
import { routes } from './routes.ts';
import * as user from './user.ts';
import { organisations, users } from './views.ts';

/** @param tell where the first administrator's password goes; by default to the screen, once */
export function consoleService(tell = tellOnScreen): Manifest {
  let desk: Desk | undefined;
  return service({
    name: 'console',
    streams: { organisation, user },
    views: [organisations, users],
    reactions: [],
    deadlines: [],
    routes: routes(() => {
      if (!desk) throw new Error('the console is asked before it has opened');
      return desk;
    }),
    open(app, runtime, config) {
      desk = runtime.store;
      return open(tell, app, runtime, config);
    },
  });
}
export const console = consoleService();
