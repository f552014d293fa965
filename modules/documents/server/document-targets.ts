import type { TargetSource } from '@peyvand/activities/server'
import { anyOf, type Ctx, may } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { DocumentKind } from '../contract/index.ts'
import { isVisibleDocument, visibleDocuments } from './document-access.ts'

/** Documents as what activities, and by them referrals, are about. */
export async function documentTargets(ctx: Ctx): Promise<TargetSource> {
  return {
    type: 'documents',
    isVisible: (id) => (may(ctx.actor, 'documents.read') ? isVisibleDocument(ctx, id) : null),
    refs: async (ids) =>
      new Map((await visibleDocumentNames(ctx, ids)).map(({ id, name, kind }) => [id, { name, kind }])),
  }
}

/** What documents are called that the caller sees. */
export async function visibleDocumentNames(
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ id: string; name: string; kind: DocumentKind }[]> {
  if (ids.length === 0 || !may(ctx.actor, 'documents.read')) return []
  const rows = await visibleDocuments(ctx)
    .select(['d.id', 'd.number', 'd.title', 'd.kind'])
    .where(anyOf(sql`d.id`, ids))
    .execute()
  return rows.map((row) => ({ id: row.id, name: documentName(ctx, row), kind: row.kind }))
}

/** What a document is called: its kind with its number, or with its title while it has none. */
export const documentName = (
  ctx: Ctx,
  { kind, number, title }: { kind: string; number: string | null; title: string | null },
): string =>
  [ctx.registry.translate(ctx.locale, `documents.kind.${kind}`), number ?? title].filter(Boolean).join(' ')
