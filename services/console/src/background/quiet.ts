// When a digest may go out: half past nine, one a day, and outside quiet hours, which are from one time of the day to another in
// Asia/Shanghai, over midnight or not.
import type { Notifications } from '@jiangong/contracts';
import { businessDateOf } from '@jiangong/service-kit/calendar';

const SHANGHAI_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const timeOf = (instant: string) => new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(11, 16);

/** Whether nothing is sent at an instant; from a time to itself nothing is quiet. */
export function isQuiet(
  { quietFrom, quietTo }: Pick<Notifications, 'quietFrom' | 'quietTo'>,
  instant: string,
): boolean {
  const now = timeOf(instant);
  return quietFrom <= quietTo ? quietFrom <= now && now < quietTo : now >= quietFrom || now < quietTo;
}

/** Half past nine of a day, in Shanghai. */
export const digestTimeOn = (date: string) => Date.parse(`${date}T09:30:00+08:00`);
/**
 * Whether a digest waits for another day since its recipient had a message: on the same day each, and what was due before
 * that message until the time of the next day's digest, to go out with it.
 */
export function isHeldBack(at: string, last: string | undefined, now: string): boolean {
  if (last === undefined) return false;
  const day = businessDateOf(last);
  if (businessDateOf(now) <= day) return true;
  return Date.parse(at) <= Date.parse(last) && Date.parse(now) < digestTimeOn(day) + DAY_MS;
}
