/**
 * Asks several independent things of a transaction at once, so that they share a round trip. Waits for all of them;
 * of several failures the first in the list is told.
 */
export async function together<const T extends readonly unknown[]>(
  asked: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(asked)
  return Promise.all(asked)
}
