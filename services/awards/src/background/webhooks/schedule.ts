// When a message is tried again, by Standard Webhooks: at once, then after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h.
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const SCHEDULE_MS = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/**
 * @param attempts how many were made
 * @param retryAfterMs how long the receiver wants to be left alone
 * @returns when the next is due; undefined after the last
 */
export function nextAttempt(attempts: number, now: number, retryAfterMs = 0): number | undefined {
  const rest = SCHEDULE_MS[attempts];
  return rest === undefined ? undefined : now + Math.max(rest, retryAfterMs);
}
