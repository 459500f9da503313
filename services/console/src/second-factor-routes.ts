// Setting a second factor, by user name and password: whoever must have one has no token before.
import {
  confirmSecondFactor,
  isRefusal,
  type Refusal,
  recoveryCodes,
  secondFactorOffer,
  setSecondFactor,
} from '@jiangong/contracts';
import type { Manifest } from '@jiangong/service-kit';
import type { z } from 'zod';
import type { SignInDeps } from './as-user.ts';
import type { Guard } from './guard.ts';
import { confirm, offer } from './second-factor.ts';

type App = Parameters<NonNullable<Manifest['open']>>[0];

export function secondFactorRoutes(app: App, guarded: Guard, deps: SignInDeps): void {
  function step<B extends typeof setSecondFactor | typeof confirmSecondFactor>(
    path: string,
    summary: string,
    body: B,
    answer: z.ZodObject,
    take: (deps: SignInDeps, data: z.infer<B>) => Promise<object | Refusal>,
  ) {
    const schema = { tags: ['console'], summary, body, response: { 200: answer } };
    app.post(path, { schema }, async (request, reply) => {
      const data = body.parse(request.body) as z.infer<B>;
      const done = await guarded(data.userName, request, () => take(deps, data));
      if (isRefusal(done)) throw done;
      return reply.header('cache-control', 'no-store').send(done);
    });
  }
  step('/second-factor', '设置动态口令 · Set up one-time codes', setSecondFactor, secondFactorOffer, offer);
  step(
    '/second-factor/confirm',
    '确认动态口令，领取恢复代码 · Confirm one-time codes and get recovery codes',
    confirmSecondFactor,
    recoveryCodes,
    confirm,
  );
}
