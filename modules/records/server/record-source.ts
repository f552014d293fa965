import { activityRelation } from '@peyvand/activities/server'
import { tagsColumn } from '@peyvand/customization/server'
import { teamName, userName } from '@peyvand/identity/server'
import { partyName } from '@peyvand/parties/server'
import { searchTerms } from '@peyvand/persian'
import {
  type Ctx,
  customColumns,
  escapeLike,
  fieldRule,
  type ListSource,
  listColumns,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { RecordOrigin, recordTypeOf } from '../contract/index.ts'
import type { KindRow } from './record-kinds.ts'

const { label, text, user, team, party, word, instant } = listColumns('records.field')

/** The records of a kind as lists, bulk work and exports read them: columns over `records as r`. */
export const recordSource = async (ctx: Ctx, kind: KindRow): Promise<ListSource> => ({
  ...(await recordFieldSource(ctx, kind)),
  relations: await activityRelation(ctx, 'records'),
})

/** The same without what filters may ask of other records, for lists that themselves ask for records. */
export async function recordFieldSource(ctx: Ctx, kind: KindRow): Promise<ListSource> {
  return {
    id: sql`r.id`,
    defaultSort: '-updatedAt',
    search: (_, text) => foundByText(ctx, [kind], text),
    columns: {
      title: text('title', sql`r.title collate "fa-x-icu"`, { nullable: false }),
      number: text('number', sql`r.number`, { nullable: false }),
      ...(kind.states.length > 0 && {
        state: {
          type: 'enum' as const,
          label: label('state'),
          sql: sql`r.state`,
          sortable: true,
          nullable: true,
          options: Object.fromEntries(
            kind.states.map((state) => [state.key, ctx.locale === 'fa' ? state.labelFa : state.labelEn]),
          ),
        },
      }),
      ...(kind.party !== 'none' && {
        party: party('party', sql`r.party_id`),
        partyName: text('party', partyName(sql`r.party_id`)),
      }),
      owner: user('owner', sql`r.owner_id`),
      ownerName: text('owner', userName(sql`r.owner_id`)),
      team: team('team', sql`r.team_id`),
      teamName: text('team', teamName(sql`r.team_id`)),
      tags: { ...tagsColumn(ctx, 'records', sql`r.id`), label: label('tags') },
      ...(await customColumns(ctx, recordTypeOf(kind.key), sql`r.id`)),
      source: word('source', sql`r.source`, 'records.source', RecordOrigin.options),
      createdBy: user('createdBy', sql`r.created_by`),
      createdAt: instant('createdAt', sql`r.created_at`),
      updatedAt: instant('updatedAt', sql`r.updated_at`),
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
