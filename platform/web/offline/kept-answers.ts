import { inStore } from './device-store.ts'

interface KeptAnswer {
  url: string
  /** Firm and user for whom the server answered. */
  owner: string
  /** The path in the contract, by which only the newest of a kind are kept. */
  path: string
  at: number
  build: string
  answer: unknown
}

const longestDays = 14
/** Answers of another build of the program may have another shape. */
const build = import.meta.url

/** Keeps an answer of the server for reading without it; of each path only the newest `most`. */
export async function keepAnswer(
  { owner, url, path, answer }: Pick<KeptAnswer, 'owner' | 'url' | 'path' | 'answer'>,
  most: number,
): Promise<void> {
  await inStore('answers', 'readwrite', (store) =>
    store.put({ url, owner, path, answer, build, at: Date.now() } satisfies KeptAnswer),
  )
  const same = (await allAnswers()).filter((kept) => kept.path === path).toSorted((a, b) => b.at - a.at)
  for (const { url: old } of same.slice(most)) await forgetAnswer(old)
}

/** The answer that was kept for this owner, with its time; null when there is none or it is too old. */
export async function keptAnswer(
  owner: string,
  url: string,
): Promise<{ answer: unknown; at: number } | null> {
  const kept = await inStore<KeptAnswer | undefined>('answers', 'readonly', (store) => store.get(url))
  if (!kept || kept.owner !== owner || kept.build !== build) return null
  return Date.now() - kept.at < longestDays * 86_400_000 ? { answer: kept.answer, at: kept.at } : null
}

export const forgetAnswer = async (url: string): Promise<void> => {
  await inStore('answers', 'readwrite', (store) => store.delete(url))
}

/** Takes everything kept for reading off this device. */
export const forgetAnswers = async (): Promise<void> => {
  await inStore('answers', 'readwrite', (store) => store.clear())
}

/** When somebody else works on this device, nothing of the one before may stay. */
export async function forgetOthersAnswers(owner: string): Promise<void> {
  for (const kept of await allAnswers())
    if (kept.owner !== owner && kept.owner !== anyone) await forgetAnswer(kept.url)
}

/** The owner of the answer that says who is signed in. */
export const anyone = 'anyone'

const allAnswers = (): Promise<KeptAnswer[]> => inStore('answers', 'readonly', (store) => store.getAll())
