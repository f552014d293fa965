import type { Ctx } from '@peyvand/platform/server'
import { createProductGroup, groupTree } from '../product-groups.ts'
import { pathMatch } from './product-lookups.ts'

/** Makes the groups of these paths that are missing; answers how their ids are found. */
export async function ensureGroups(
  ctx: Ctx,
  paths: readonly (readonly string[])[],
): Promise<(path: readonly string[]) => string | null> {
  const wanted = new Map(paths.filter((path) => path.length > 0).map((path) => [pathMatch(path), path]))
  const { all, pathOf } = await groupTree(ctx)
  const ids = new Map(all.map(({ id }) => [pathMatch(pathOf(id).map(({ name }) => name)), id]))
  for (const path of wanted.values()) {
    let parentId: string | null = null
    for (const [depth, name] of path.entries()) {
      const match = pathMatch(path.slice(0, depth + 1))
      const id: string = ids.get(match) ?? (await createProductGroup(ctx, { name, parentId })).id
      ids.set(match, id)
      parentId = id
    }
  }
  return (path) => ids.get(pathMatch(path)) ?? null
}
