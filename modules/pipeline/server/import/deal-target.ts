import { involvedTargets } from '@peyvand/activities/server'
import { activeUser } from '@peyvand/identity/server'
import type { ImportSettings } from '@peyvand/imports/contract'
import {
  type Candidate,
  type ImportTarget,
  type ReadItem,
  staysOfImport,
  type WrittenItem,
} from '@peyvand/imports/server'
import type { UndoStay } from '@peyvand/platform/contract'
import { anyOf, badField, type Ctx } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { reaches } from '../deal-access.ts'
import { dealImportFields } from './deal-fields.ts'
import { type DealItem, nameKey } from './deal-item.ts'
import { dealReader } from './deal-reader.ts'
import { importDeals, undoDeals } from './deal-writer.ts'

/** How deals are imported. */
export const dealTarget: ImportTarget<DealItem> = {
  record: 'deals',
  permission: 'deals.create',
  tables: ['deals', 'deal_stays', 'timeline', 'custom_texts', 'custom_numbers', 'custom_dates'],
  matchBy: ['id', 'number', 'name'],
  fields: dealImportFields,
  reader: dealReader,
  candidates: candidatesOf,
  checkSettings,
  problemOfNew: (ctx, { ownerOfNew }) => (reaches(ctx, 'create', ownerOfNew) ? null : 'imports.notYourOwner'),
  write: importDeals,
  stays: staysOf,
  undo: undoDeals,
}

/** @throws AppError badInput (400) at `settings.ownerId` */
async function checkSettings(ctx: Ctx, { ownerId }: ImportSettings): Promise<void> {
  if (ownerId && !(await activeUser(ctx, ownerId)))
    throw badField('settings.ownerId', 'pipeline.ownerInactive')
}

/** Deals with the ids or numbers of rows, or their customer and title, of everybody's and of the recycle bin. */
async function candidatesOf(ctx: Ctx, items: readonly Pick<ReadItem, 'keys'>[]): Promise<Candidate[]> {
  const keys = items.flatMap((item) => item.keys)
  const of = (kind: string) =>
    keys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []))
  const ids = of('id').filter((id) => /^[0-9a-f-]{36}$/i.test(id))
  const numbers = of('number')
  const customers = [...new Set(of('name').map((name) => name.slice(0, 36)))]
  const found: RawBuilder<SqlBool>[] = [
    ...(ids.length > 0 ? [anyOf(sql`id`, ids)] : []),
    ...(numbers.length > 0 ? [anyOf(sql`number`, numbers, 'text')] : []),
    ...(customers.length > 0
      ? [
          sql<SqlBool>`(deleted_at is null and ${anyOf(sql`party_id`, customers)} and ${anyOf(
            sql`title`,
            of('name').map((name) => name.slice(37)),
            'text',
          )})`,
        ]
      : []),
  ]
  if (found.length === 0) return []
  const rows = await ctx.db
    .selectFrom('deals')
    .select(['id', 'number', 'title', 'partyId', 'ownerId', 'teamId', 'deletedAt'])
    .where('tenantId', '=', ctx.tenantId)
    .where(sql<SqlBool>`(${sql.join(found, sql` or `)})`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: 'deal',
    keys: [
      `id:${row.id}`,
      `number:${row.number}`,
      // One of the recycle bin has its number yet, but its place is free.
      ...(row.deletedAt === null ? [nameKey(row)] : []),
    ],
    changeable: row.deletedAt === null && reaches(ctx, 'update', row) && reaches(ctx, 'read', row),
  }))
}

/** What taking an import back at present would leave; deals that activities are about are used. */
function staysOf(ctx: Ctx, items: readonly WrittenItem[], since: string): Promise<UndoStay[]> {
  return staysOfImport(ctx, {
    record: 'deals',
    items,
    since,
    rows: (ids) =>
      ctx.db
        .selectFrom('deals')
        .select(['id', 'title as name', 'deletedAt'])
        .where('tenantId', '=', ctx.tenantId)
        .where(anyOf(sql`id`, ids))
        .orderBy('id')
        .execute(),
    used: (ids) => involvedTargets(ctx, { type: 'deals', ids: [...ids] }),
    texts: ['pipeline.field'],
  })
}
