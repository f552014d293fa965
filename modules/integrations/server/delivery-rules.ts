const minute = 60_000
const day = 24 * 60 * minute

/** Minutes until the next attempt, by how many failed; the last one repeats. */
const pauses = [1, 5, 30, 60, 120, 240, 480]
/** How long a delivery is tried. */
export const tryForMs = day

/** When a delivery is tried again after its `attempts`-th failure; null where its 24 hours would be over by then. */
export function nextAttempt(
  { attempts, createdAt }: { attempts: number; createdAt: Date },
  now: Date,
): Date | null {
  const pause = pauses[Math.min(attempts, pauses.length) - 1] ?? 0
  const next = new Date(now.getTime() + pause * minute)
  return next.getTime() - createdAt.getTime() > tryForMs ? null : next
}

const failuresUntilHeld = 5
const longestHoldMinutes = 60

/**
 * Until when a receiver that failed so many times in a row is left alone, all its deliveries with it: a server that hangs
 * must not take the time of everybody else's jobs. Null: not at all.
 */
export function holdUntil(failures: number, now: Date): Date | null {
  if (failures < failuresUntilHeld) return null
  const minutes = Math.min(2 ** (failures - failuresUntilHeld), longestHoldMinutes)
  return new Date(now.getTime() + minutes * minute)
}

const failuresUntilStopped = 10
const stopAfter = 3 * day

/** Whether a webhook is switched off: nothing but failures, ten at least, for three days. */
export function isToStop(
  { failures, failingSince }: { failures: number; failingSince: Date },
  now: Date,
): boolean {
  return failures >= failuresUntilStopped && now.getTime() - failingSince.getTime() >= stopAfter
}
