// The guard of sign-in: failures are limited by account and address, hashing is bounded, and each attempt is recorded.
import { isRefusal, type Refusal, refuse } from '@jiangong/contracts';
import { networkOf, sessionOf } from '@jiangong/service-kit';
import { attemptsOf } from './attempts.ts';
import { lanesOf } from './lanes.ts';
import type { PrivateStore } from './private-store.ts';
import { userId } from './user.ts';

/** Of the four threads that Node hashes with, so that files and names are never behind passwords. */
const LANES = 2;
/** About two seconds of work. */
const PLACES = 24;
const BUSY_S = 2;

/** The password was right, and something else is still to come: no failure, and no success. */
const HALFWAY = ['second-factor-needed', 'second-factor-missing'];

/** The part of a request that the guard needs. */
interface From {
  ip: string;
  headers: Record<string, unknown>;
  log: { info(record: object, text: string): void; warn(record: object, text: string): void };
}
export type Guard = <T>(name: string, from: From, check: () => Promise<T | Refusal>) => Promise<T | Refusal>;

/**
 * @param behindProxy whether a trusted proxy names the addresses of clients
 * @param accountOf the id of whoever has the name
 */
export function guardOf(
  store: Pick<PrivateStore, 'row'>,
  behindProxy: boolean,
  accountOf: (name: string) => string = userId,
): Guard {
  const attempts = attemptsOf();
  const lanes = lanesOf(LANES, PLACES);
  let warned = behindProxy;

  return async (name, { ip, headers, log }, check) => {
    const account = accountOf(name);
    if (!warned && headers['x-forwarded-for'] !== undefined) {
      warned = true;
      log.warn({}, '请求经由代理，但未设置 TRUST_PROXY / requests come through a proxy, but TRUST_PROXY is not set');
    }
    const tooMany = (seconds: number) => refuse('too-many-sign-ins', { seconds });
    const mustWait = () => Math.ceil(attempts.waitMs(account, ip) / 1000);
    const known = attempts.isKnown(account, ip);
    if (mustWait() > 0) return tooMany(mustWait());
    const outcome = await lanes.run(known ? undefined : networkOf(ip), async () => {
      // Those before it may have failed.
      if (mustWait() > 0) return tooMany(mustWait());
      const answer = await check();
      if (isRefusal(answer) && HALFWAY.includes(answer.refused)) return answer;
      // A name that nobody has may be a password in the wrong field, so it is not recorded.
      const user = (await sessionOf(store, account)) ? account : 'unknown';
      if (isRefusal(answer)) {
        attempts.failed(account, ip);
        log.warn({ user, address: ip, waitSeconds: mustWait() }, 'a sign-in was refused');
      } else {
        attempts.succeeded(account, ip);
        log.info({ user, address: ip }, 'somebody signed in');
      }
      return answer;
    });
    return outcome ? outcome.done : tooMany(BUSY_S);
  };
}
