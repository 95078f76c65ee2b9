const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Lists change daily at most; eight looks a day bring a removal to everybody within hours. */
const INTERVAL_MS = 3 * HOUR_MS;
/** Share of the interval by which checks differ, so that a mirror is not asked by everybody at once. */
const JITTER = 0.2;
const FIRST_RETRY_MS = 15 * MINUTE_MS;
const LONGEST_RETRY_MS = 24 * HOUR_MS;

/**
 * When to look again, in milliseconds since 1970. After `failures` checks in a row that failed, each wait is about twice
 * the one before, up to a day. `random` gives 0..1. The times follow the last check alone, never what a person reads.
 */
export function nextCheck(lastAt: number, failures: number, random: () => number): number {
  if (failures === 0) return lastAt + INTERVAL_MS * (1 - JITTER + 2 * JITTER * random());
  return lastAt + Math.min(2 ** (failures - 1) * FIRST_RETRY_MS * (1 + random()), LONGEST_RETRY_MS);
}

/**
 * The first look after the extension was installed: within a minute, but not at the same second everywhere. Chromium
 * grants no alarm sooner than half a minute.
 */
export function firstCheck(now: number, random: () => number): number {
  return now + MINUTE_MS * (0.5 + 0.5 * random());
}
