// The console: organisations, users, and the issuer of the tokens they act with.
import { type Manifest, service } from '@jiangong/service-kit';
import { postman } from './background/postman.ts';
import { checkerRoutes } from './checker-routes.ts';
import { deputyRoutes } from './deputy-routes.ts';
import * as digest from './digest.ts';
import * as machine from './machine.ts';
import { machineRoutes } from './machine-routes.ts';
import { notificationRoutes } from './notification-routes.ts';
import { announceOnScreen, open } from './open.ts';
import * as organisation from './organisation.ts';
import type { PrivateStore } from './private-store.ts';
import { reactions } from './reactions.ts';
import * as robot from './robot.ts';
import { routes } from './routes.ts';
import { readSession } from './session.ts';
import * as user from './user.ts';
import { userImport } from './user-import.ts';
import { views } from './views.ts';

/** @param announce where the first administrator's password goes; by default to the screen, once */
export function consoleService(announce = announceOnScreen): Manifest {
  let store: PrivateStore | undefined;
  let breached: string | undefined;
  function opened(): PrivateStore {
    if (!store) throw new Error('the console was used before it was opened');
    return store;
  }
  return service({
    name: 'console',
    streams: { organisation, user, machine, robot, digest },
    views,
    reactions,
    deadlines: [],
    routes: [
      ...[
        ...routes(opened, () => breached),
        userImport(opened, () => breached),
        ...checkerRoutes(opened),
        ...deputyRoutes(opened),
      ],
      ...[...machineRoutes(opened), ...notificationRoutes(opened)],
    ],
    prepare(app) {
      app.addHook('onRequest', async (request, reply) => readSession(request, reply));
    },
    open(app, runtime, config) {
      store = runtime.store;
      breached = config.BREACHED_PASSWORDS;
      const { SMTP_URL: url, SMTP_FROM: from, ROBOT_ADDRESSES: addresses, PUBLIC_URL: publicUrl } = config;
      runtime.companion(postman).begin({ addresses, publicUrl, ...(url ? { smtp: { url, from } } : {}) });
      return open(announce, app, runtime, config);
    },
  });
}
export const console = consoleService();
