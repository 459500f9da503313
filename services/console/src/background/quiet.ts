// Quiet hours: from one time of the day to another in Asia/Shanghai, over midnight or not.
import type { Notifications } from '@jiangong/contracts';

const SHANGHAI_MS = 8 * 3_600_000;
const timeOf = (instant: string) => new Date(Date.parse(instant) + SHANGHAI_MS).toISOString().slice(11, 16);

/** Whether nothing is sent at an instant; from a time to itself nothing is quiet. */
export function isQuiet(
  { quietFrom, quietTo }: Pick<Notifications, 'quietFrom' | 'quietTo'>,
  instant: string,
): boolean {
  const now = timeOf(instant);
  return quietFrom <= quietTo ? quietFrom <= now && now < quietTo : now >= quietFrom || now < quietTo;
}
