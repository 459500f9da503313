// Leaves a receiver alone that failed several times in a row, or asked for it (`retry-after`): after failures one message is
// tried now and then, until one arrives.
const FAILURES = 5;
const PAUSE_MS = 60_000;
const LONGEST_MS = 10 * 60_000;

export function circuitOf() {
  let failures = 0;
  let probeAt = 0;
  let pauseMs = PAUSE_MS;
  let quietUntil = 0;
  return {
    isOpen: () => failures >= FAILURES,
    /** Whether a message may be tried that was never tried before. */
    mayProbe: (now: number) => now >= probeAt,
    /** Whether the receiver wants no message at all. */
    isQuiet: (now: number) => now < quietUntil,
    /** It wants no message so long. */
    leave(now: number, ms: number) {
      quietUntil = Math.max(quietUntil, now + ms);
    },
    succeeded() {
      failures = 0;
      pauseMs = PAUSE_MS;
      probeAt = 0;
    },
    failed(now: number, retryAfterMs = 0) {
      quietUntil = Math.max(quietUntil, now + retryAfterMs);
      failures += 1;
      if (failures < FAILURES) return;
      probeAt = now + pauseMs;
      pauseMs = Math.min(pauseMs * 2, LONGEST_MS);
    },
  };
}
