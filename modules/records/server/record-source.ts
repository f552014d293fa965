import { tagsColumn } from '@peyvand/customization/server'
import { teamName, userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import { searchTerms } from '@peyvand/persian'
import {
  anyOf,
  type Ctx,
  customColumns,
  escapeLike,
  fieldRule,
  type ListSource,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { RecordOrigin, recordTypeOf } from '../contract/index.ts'
import { activityRelation } from './activity-relation.ts'
import type { KindRow } from './record-kinds.ts'

/** The records of a kind as lists, bulk work and exports read them: columns over `records as r`. */
export const recordSource = async (ctx: Ctx, kind: KindRow): Promise<ListSource> => ({
  ...(await recordFieldSource(ctx, kind)),
  relations: await activityRelation(ctx),
})

/** The same without what filters may ask of other records, for lists that themselves ask for records. */
export async function recordFieldSource(ctx: Ctx, kind: KindRow): Promise<ListSource> {
  return {
    id: sql`r.id`,
    defaultSort: '-updatedAt',
    search: (_, text) => foundByText(ctx, [kind], text),
    columns: {
      title: {
        type: 'text',
        label: 'records.field.title',
        sql: sql`r.title collate "fa-x-icu"`,
        sortable: true,
      },
      number: { type: 'text', label: 'records.field.number', sql: sql`r.number`, sortable: true },
      ...(kind.states.length > 0 && {
        state: {
          type: 'enum' as const,
          label: 'records.field.state',
          sql: sql`r.state`,
          sortable: true,
          nullable: true,
          options: Object.fromEntries(
            kind.states.map((state) => [state.key, ctx.locale === 'fa' ? state.labelFa : state.labelEn]),
          ),
        },
      }),
      ...(kind.party !== 'none' && {
        party: {
          type: 'party' as const,
          label: 'records.field.party',
          hasAny: (ids: string[]) => sql<SqlBool>`${anyOf(sql`r.party_id`, ids)}`,
          hasNone: sql<SqlBool>`r.party_id is null`,
        },
        partyName: {
          type: 'text' as const,
          label: 'records.field.party',
          sql: partyName(sql`r.party_id`),
          sortable: true,
          nullable: true,
        },
      }),
      owner: { type: 'user', label: 'records.field.owner', sql: sql`r.owner_id`, nullable: true },
      ownerName: {
        type: 'text',
        label: 'records.field.owner',
        sql: userName(sql`r.owner_id`),
        sortable: true,
        nullable: true,
      },
      team: { type: 'team', label: 'records.field.team', sql: sql`r.team_id`, nullable: true },
      teamName: {
        type: 'text',
        label: 'records.field.team',
        sql: teamName(sql`r.team_id`),
        sortable: true,
        nullable: true,
      },
      tags: { ...tagsColumn(ctx, 'records', sql`r.id`), label: 'records.field.tags' },
      ...(await customColumns(ctx, recordTypeOf(kind.key), sql`r.id`)),
      source: {
        type: 'enum',
        label: 'records.field.source',
        sql: sql`r.source`,
        options: Object.fromEntries(
          RecordOrigin.options.map((origin) => [origin, `records.source.${origin}`]),
        ),
      },
      createdBy: { type: 'user', label: 'records.field.createdBy', sql: sql`r.created_by`, nullable: true },
      createdAt: {
        type: 'instant',
        label: 'records.field.createdAt',
        sql: sql`r.created_at`,
        sortable: true,
      },
      updatedAt: {
        type: 'instant',
        label: 'records.field.updatedAt',
        sql: sql`r.updated_at`,
        sortable: true,
      },
    },
  }
}

/**
 * Records of the kinds whose text contains every word, by the trigram index; the caller's rights stand beside it. Words
 * that some role hides are looked in where the caller may see all fields of the kinds.
 */
export function foundByText(ctx: Ctx, kinds: readonly KindRow[], text: string): RawBuilder<SqlBool> {
  const patterns = searchTerms(text).map((term) => `%${escapeLike(term)}%`)
  if (patterns.length === 0) return sql`true`
  return sql`r.id in (select search_records(${sql.val(patterns)}::text[], ${!kinds.some((kind) => hidesFields(ctx, kind))}))`
}

const hidesFields = ({ actor }: Ctx, { key }: KindRow): boolean =>
  Object.keys(actor.fieldRules).some(
    (field) => field.startsWith(`${recordTypeOf(key)}.custom.`) && fieldRule(actor, field) === 'hidden',
  )
