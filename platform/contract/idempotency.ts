/** For so many days the answer to a request with an `Idempotency-Key` is kept for its repeats. */
export const idempotencyDays = 14
