import type { Ctx } from '../ctx.ts'
import { askHookAtOnce, defineHook } from '../hooks.ts'
import type { ListRelation } from './list-source.ts'

/** Modules answer with the records of theirs that belong to a record of a list. */
export const listRelationsHook = defineHook<{ record: string }, Record<string, ListRelation>>(
  'platform.listRelations',
)

/** The relations of a record type that every module brings, for `ListSource.relations`. */
export async function listRelations(ctx: Ctx, record: string): Promise<Record<string, ListRelation>> {
  return Object.assign({}, ...(await askHookAtOnce(ctx, listRelationsHook, { record })))
}
