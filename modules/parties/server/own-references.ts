import { anyOf, type Ctx } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { PartyReference, References } from './party-references.ts'

/** What of this module points to a party, in the order in which it moves. */
export function ownReferences(ctx: Ctx, { survivorId, mergedStates = [] }: References): PartyReference[] {
  const survivors = (table: string) =>
    sql`from ${sql.table(table)} s where s.tenant_id = ${ctx.tenantId} and s.party_id = ${survivorId}::uuid`
  /** Behind the survivor's own. */
  const placed = (table: string) =>
    sql`gone.position + (select coalesce(max(s.position), -1) + 1 ${survivors(table)})`
  const linkOf = (column: string) =>
    sql`gone."primary" and not exists (select from party_links s
      where s.tenant_id = ${ctx.tenantId} and s.${sql.ref(column)} = ${survivorId}::uuid and s.label = gone.label and s."primary")`
  return [
    {
      table: 'contact_points',
      column: 'party_id',
      key: ['id'],
      doubles: ['type', 'normalized'],
      combine: {
        label: sql`coalesce(kept.label, gone.label)`,
        extension: sql`coalesce(kept.extension, gone.extension)`,
        verified: sql`kept.verified or gone.verified`,
        opt_out: sql`kept.opt_out or gone.opt_out`,
      },
      moved: {
        position: placed('contact_points'),
        primary: sql`gone."primary" and not exists (select ${survivors('contact_points')} and s."primary" and s.type = gone.type)`,
      },
      restores: ['position', 'primary'],
    },
    {
      table: 'addresses',
      column: 'party_id',
      key: ['id'],
      doubles: ['text', 'city'],
      combine: { postal_code: sql`coalesce(kept.postal_code, gone.postal_code)` },
      moved: {
        position: placed('addresses'),
        primary: sql`gone."primary" and not exists (select ${survivors('addresses')} and s."primary")`,
      },
      restores: ['position', 'primary'],
    },
    {
      table: 'party_group_members',
      column: 'party_id',
      key: ['group_id'],
      doubles: ['group_id'],
      combine: {
        state: sql`case when (kept.until is not null and gone.until is null) or ${anyOf(sql`kept.group_id`, mergedStates)} then gone.state else coalesce(kept.state, gone.state) end`,
        since: sql`least(kept.since, gone.since)`,
        until: sql`case when kept.until is null or gone.until is null then null else greatest(kept.until, gone.until) end`,
        number: sql`coalesce(kept.number, gone.number)`,
        owner_id: sql`coalesce(kept.owner_id, gone.owner_id)`,
        data: sql`gone.data || kept.data`,
      },
    },
    {
      table: 'party_links',
      column: 'from_party_id',
      key: ['id'],
      doubles: ['to_party_id', 'label'],
      other: 'to_party_id',
      moved: { primary: linkOf('from_party_id') },
      restores: ['primary'],
    },
    {
      table: 'party_links',
      column: 'to_party_id',
      key: ['id'],
      doubles: ['from_party_id', 'label'],
      other: 'from_party_id',
    },
    { table: 'parties', column: 'introducer_id', key: ['id'] },
    { table: 'parties', column: 'marketer_id', key: ['id'] },
    { table: 'party_shares', column: 'party_id', key: ['id'] },
    { table: 'timeline', column: 'party_id', key: ['id'], doubles: ['subject_id', 'type'] },
    {
      table: 'party_last_contacts',
      column: 'party_id',
      // A party has one row.
      key: ['tenant_id'],
      doubles: ['tenant_id'],
      combine: { at: sql`greatest(kept.at, gone.at)` },
    },
    {
      table: 'party_visits',
      column: 'party_id',
      key: ['user_id'],
      doubles: ['user_id'],
      combine: {
        seen_at: sql`greatest(kept.seen_at, gone.seen_at)`,
        starred_at: sql`coalesce(kept.starred_at, gone.starred_at)`,
      },
    },
  ]
}
