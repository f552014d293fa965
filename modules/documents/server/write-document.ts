import type { CustomValues } from '@peyvand/platform/contract'
import {
  type Ctx,
  json,
  mergeCustomValues,
  readCustomValues,
  writeCustomSides,
} from '@peyvand/platform/server'
import type { Charge } from '../contract/index.ts'
import type { StoredDocument } from './document-access.ts'
import { documentSearch } from './document-input.ts'
import type { DocumentTotals } from './figures/document-totals.ts'
import { nameOfParty, sumsOf, writeLines } from './insert-document.ts'
import { storedLines } from './line-inputs.ts'
import type { FiguredLine } from './price-lines.ts'

export type DocumentValues = { [K in keyof StoredDocument]?: StoredDocument[K] | undefined } & {
  custom?: CustomValues
  figures?: { totals: DocumentTotals; charges: Charge[]; lines: readonly FiguredLine[] }
}

/** Writes columns and own fields of a locked document; answers it as it is then. */
export async function writeDocument(
  ctx: Ctx,
  before: StoredDocument,
  { custom = {}, figures, ...given }: DocumentValues,
): Promise<StoredDocument> {
  const merged = mergeCustomValues(readCustomValues(before.custom), custom)
  const next: StoredDocument = {
    ...before,
    ...withoutUndefined(given),
    ...(figures ? { ...sumsOf(figures.totals), charges: figures.charges } : {}),
    custom: merged as StoredDocument['custom'],
  }
  const after: StoredDocument = {
    ...next,
    search: await searchOf(ctx, before, next, figures?.lines),
    updatedAt: ctx.now().toISOString(),
    updatedBy: ctx.actor.userId,
    version: before.version + 1,
  }
  const { tenantId, id, custom: _, charges, partyBlock, firmBlock, approval, answer, ...columns } = after
  await ctx.db
    .updateTable('documents')
    .set({
      ...columns,
      custom: json(merged),
      charges: json(charges),
      partyBlock: partyBlock && json(partyBlock),
      firmBlock: firmBlock && json(firmBlock),
      approval: approval && json(approval),
      answer: answer && json(answer),
    })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .execute()
  if (Object.keys(custom).length > 0) await writeCustomSides(ctx, 'documents', id, custom)
  return after
}

interface Rewritten {
  lines: readonly FiguredLine[]
  /** Of lines that stay, in the order of `lines`. */
  ids: readonly (string | undefined)[]
}

/** Makes these a draft's only lines; those that were there keep their ids. */
export async function rewriteLines(ctx: Ctx, documentId: string, { lines, ids }: Rewritten): Promise<void> {
  const before = await ctx.db
    .deleteFrom('documentLines')
    .where('tenantId', '=', ctx.tenantId)
    .where('documentId', '=', documentId)
    .returning('id')
    .execute()
  const kept = new Set(before.map(({ id }) => id))
  // An id that is named twice stays with the first.
  const own = ids.map((id) => (id !== undefined && kept.delete(id) ? id : undefined))
  await writeLines(ctx, documentId, { lines, ids: own })
}

async function searchOf(
  ctx: Ctx,
  before: StoredDocument,
  next: StoredDocument,
  lines: readonly FiguredLine[] | undefined,
): Promise<string> {
  const isSame =
    !lines && before.number === next.number && before.title === next.title && before.partyId === next.partyId
  if (isSame) return before.search
  const { name: party } = await nameOfParty(ctx, next.partyId)
  return documentSearch({
    number: next.number,
    title: next.title,
    party,
    lines: lines ?? (await storedLines(ctx, next.id)),
  })
}

const withoutUndefined = (values: DocumentValues) =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<StoredDocument>
