import { tagsOf } from '@peyvand/customization/server'
import { filesOfMany } from '@peyvand/files/server'
import { teamName, userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import type { Ref } from '@peyvand/platform/contract'
import { allows, type Ctx, readCustomValues, seenCustomValues, together } from '@peyvand/platform/server'
import { type SelectQueryBuilder, sql } from 'kysely'
import { type RecordRow, recordPermission, recordTypeOf } from '../contract/index.ts'
import type { StoredRecord } from './record-access.ts'
import './tables.ts'

// biome-ignore lint/suspicious/noExplicitAny: adds columns to any query over `records as r`
type Query<O> = SelectQueryBuilder<any, any, O> // oxlint-disable-line typescript/no-explicit-any

export type NamedRecord = StoredRecord & {
  kind: string
  partyName: string | null
  ownerName: string | null
  teamName: string | null
}

/** The columns that views are made of, over a query of visible `records as r`. */
export const selectNamed = <O>(query: Query<O>): Query<NamedRecord> =>
  query
    .selectAll('r')
    .select([
      sql<string>`(select k.key from record_kinds k where k.tenant_id = r.tenant_id and k.id = r.kind_id)`.as(
        'kind',
      ),
      partyName(sql`r.party_id`).as('partyName'),
      userName(sql`r.owner_id`).as('ownerName'),
      teamName(sql`r.team_id`).as('teamName'),
    ]) as unknown as Query<NamedRecord>

/** Rows as lists show them, with their tags and number of files: one query each for the whole page. */
export async function recordRows(ctx: Ctx, rows: readonly NamedRecord[]): Promise<RecordRow[]> {
  const ids = rows.map(({ id }) => id)
  const [tags, files] = await together([tagsOf(ctx, 'records', ids), filesOfMany(ctx, 'records', ids)])
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    number: row.number,
    title: row.title,
    state: row.state,
    party: ref(row.partyId, row.partyName),
    owner: ref(row.ownerId, row.ownerName),
    team: ref(row.teamId, row.teamName),
    tags: tags.get(row.id) ?? [],
    fileCount: files.get(row.id)?.length ?? 0,
    custom: seenCustomValues(ctx, recordTypeOf(row.kind), readCustomValues(row.custom)),
    source: row.source,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    deletedAt: row.deletedAt,
    version: row.version,
    can: { update: row.deletedAt === null && allows(ctx.actor, recordPermission(row.kind, 'update'), row) },
  }))
}

export const ref = (id: string | null, name: string | null): Ref | null =>
  id && name !== null ? { id, name } : null
