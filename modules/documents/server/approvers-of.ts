import { holdersOfRight, holdersReaching } from '@peyvand/identity/server'
import type { Ctx } from '@peyvand/platform/server'
import './tables.ts'

/** Who may approve a document: those whose rights to see and to approve reach it, and of a purchase those for purchases. */
export async function approversOf(ctx: Ctx, documentId: string): Promise<string[]> {
  const document = await ctx.db
    .selectFrom('documents')
    .select(['ownerId', 'teamId', 'side'])
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', documentId)
    .executeTakeFirst()
  if (!document) return []
  const readers = new Set(await holdersReaching(ctx, 'documents.read', document))
  const buyers =
    document.side === 'purchase' ? new Set(await holdersOfRight(ctx, 'documents.purchases')) : null
  const approvers = await holdersReaching(ctx, 'documents.approve', document)
  return approvers.filter((id) => readers.has(id) && (buyers?.has(id) ?? true))
}
