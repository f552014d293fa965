import type { SearchHit } from '../contract/index.ts'
import type { Ctx } from './ctx.ts'
import { askHook, defineHook } from './hooks.ts'

export interface SearchQuestion {
  q: string
  limit: number
}

/** Modules answer with the records of theirs that the caller may see. */
export const searchHook = defineHook<SearchQuestion & { types: readonly string[] | null }, SearchHit[]>(
  'platform.search',
)

/** Global search: every module's hits, taken in turn so that no kind crowds out the others. */
export async function searchEverything(
  ctx: Ctx,
  { q, limit, types }: SearchQuestion & { types?: string | undefined },
): Promise<SearchHit[]> {
  const lists = await askHook(ctx, searchHook, { q, limit, types: types?.split(',') ?? null })
  const hits: SearchHit[] = []
  const longest = Math.max(0, ...lists.map((list) => list.length))
  for (let turn = 0; turn < longest; turn += 1) {
    for (const list of lists) {
      const hit = list[turn]
      if (hit) hits.push(hit)
    }
  }
  return hits.slice(0, limit)
}
