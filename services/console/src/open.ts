// Routes of the console outside `/api`, without a token: sign-in and the public keys of tokens.
import { randomUUIDv7 } from 'node:crypto';
import {
  changePassword,
  isRefusal,
  jsonObject,
  type Refusal,
  refuse,
  resetPassword,
  session,
  signIn as signInBody,
} from '@jiangong/contracts';
import { causeOfRequest, type Manifest } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { z } from 'zod';
import type { AsUser, SignInDeps } from './as-user.ts';
import { behalfRoutes } from './behalf-routes.ts';
import { checkList } from './breached.ts';
import { changePasswordOf, resetPasswordOf } from './change-password.ts';
import { type Credentials, firstAdministrator } from './first-administrator.ts';
import { guardOf } from './guard.ts';
import { jwks, verificationKeys } from './issuer.ts';
import { page } from './page.ts';
import { drawPassword } from './password.ts';
import { secondFactorRoutes } from './second-factor-routes.ts';
import { cookieOf, ownPage } from './session.ts';
import { signIn } from './sign-in.ts';
import { tokenRoute } from './token.ts';

type Open = NonNullable<Manifest['open']>;
type Announce = (credentials: Credentials) => void | Promise<void>;

/** @param announce announces the first administrator's password */
export async function open(announce: Announce, ...[app, host, config]: Parameters<Open>): ReturnType<Open> {
  page(app);
  await checkList(config.BREACHED_PASSWORDS);
  const store = host.store;
  // An issuer of the installation's own replaces this one: its people sign in there.
  if (config.JWKS_URL) return {};
  const { now } = host;
  await firstAdministrator({
    store,
    announce,
    password: drawPassword(),
    async command(cause, actor, commandRequest, privateRows) {
      const done = await host.handle(commandRequest, {
        cause,
        actor,
        now: now(),
        businessDate: businessDateOf(now()),
        system: true,
        correlation: cause,
        causation: cause,
        privateRows,
      });
      if (isRefusal(done)) throw new Error(`the first administrator cannot be made: ${done.refused}`);
    },
  });
  const behindProxy = config.TRUST_PROXY !== undefined;
  const guarded = guardOf(store, behindProxy);
  const asUser: AsUser = async (actor, commandRequest, privateRows) => {
    const drawn = randomUUIDv7();
    const done = await host.handle(commandRequest, {
      cause: causeOfRequest(actor, drawn),
      actor,
      now: now(),
      businessDate: businessDateOf(now()),
      correlation: drawn,
      causation: drawn,
      privateRows,
    });
    return isRefusal(done) ? done : undefined;
  };
  const deps: SignInDeps = { store, asUser, now, rule: config.SECOND_FACTOR, breached: config.BREACHED_PASSWORDS };
  await tokenRoute(app, { store, issuer: config.ISSUER, audience: config.AUDIENCE, behindProxy, now });
  app.get(
    '/jwks',
    {
      schema: {
        tags: ['console'],
        summary: '令牌公钥 · Public keys that verify tokens',
        response: { 200: z.object({ keys: z.array(jsonObject) }) },
      },
    },
    async (_, reply) => reply.header('cache-control', 'public, max-age=300').send(await jwks(store, now())),
  );
  app.post(
    '/sign-in',
    {
      schema: {
        tags: ['console'],
        summary: '登录 · Sign in',
        body: signInBody,
        response: { 200: session },
      },
    },
    async (request, reply) => {
      const { data } = signInBody.safeParse(request.body);
      const grant = { issuer: config.ISSUER, audience: config.AUDIENCE, now: now() };
      const answer = await guarded(data!.userName, request, () => signIn(deps, data!, grant));
      if (isRefusal(answer)) throw answer;
      return reply.header('cache-control', 'no-store').send(answer);
    },
  );
  behalfRoutes(app, host, config);
  function replacing<B extends typeof changePassword | typeof resetPassword>(
    path: string,
    summary: string,
    body: B,
    replace: (deps: SignInDeps, data: z.infer<B>) => Promise<Refusal | undefined>,
  ) {
    const response = { 200: z.object({ done: z.literal(true) }) };
    app.post(path, { schema: { tags: ['console'], summary, body, response } }, async (request, reply) => {
      const data = body.parse(request.body) as z.infer<B>;
      const refused = await guarded(data.userName, request, () => replace(deps, data));
      if (refused) throw refused;
      return reply.header('cache-control', 'no-store').send({ done: true });
    });
  }
  replacing('/password', '更换密码 · Change a password', changePassword, changePasswordOf);
  replacing('/password-reset', '凭代码重设密码 · Choose a password by a code', resetPassword, resetPasswordOf);
  secondFactorRoutes(app, guarded, deps);
  app.post('/session', { schema: { hide: true, body: signInBody } }, async (request, reply) => {
    if (!ownPage(request)) throw refuse('cross-site');
    const data = signInBody.parse(request.body);
    const grant = { issuer: config.ISSUER, audience: config.AUDIENCE, now: now() };
    const answer = await guarded(data.userName, request, () => signIn(deps, data, grant));
    if (isRefusal(answer)) throw answer;
    const { token, expiresAt, ...me } = answer;
    const seconds = Math.floor((Date.parse(expiresAt) - Date.parse(now())) / 1000);
    return reply.headers({ 'cache-control': 'no-store', 'set-cookie': cookieOf(token, request, seconds) }).send(me);
  });
  return { keys: verificationKeys(store, now) };
}

/** On the screen of whoever starts it, and nowhere else. */
export function announceOnScreen({ userName, password }: Credentials): void {
  process.stdout.write(
    `\n首位管理员（只显示一次） / first administrator, shown once:\n  ${userName}\n  ${password}\n\n`,
  );
}
