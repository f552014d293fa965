import type { RecordParts } from '@peyvand/identity/server'
import { type Actor, anyOf, type Ctx, limitOf } from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import './tables.ts'

/** Among the groups of a limit: parties that are in no group. No group can have this key. */
export const ungrouped = '-'

/** Parties `p` within the groups that the caller's roles are limited to; null where they are not limited. */
export function withinGroups(ctx: Ctx): RawBuilder<SqlBool> | null {
  const keys = limitOf(ctx.actor, 'parties')
  if (!keys) return null
  const present = sql`party_group_members m
    where m.tenant_id = ${ctx.tenantId} and m.party_id = p.id and m.until is null`
  // An array made once, not a join for every party.
  const groups = sql`array(select g.id from party_groups g
    where g.tenant_id = ${ctx.tenantId} and ${anyOf(sql`g.key`, keys, 'text')})`
  const member = sql<SqlBool>`exists (select from ${present} and m.group_id = any(${groups}))`
  return keys.includes(ungrouped) ? sql`(${member} or not exists (select from ${present}))` : member
}

/** Which of these parties are outside the groups that the caller is limited to. */
export async function beyondGroups(ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const within = withinGroups(ctx)
  if (!within || ids.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('parties as p')
    .select('p.id')
    .where('p.tenantId', '=', ctx.tenantId)
    .where(anyOf(sql`p.id`, ids))
    .where(sql<SqlBool>`not ${within}`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Whether a party of these groups would be within the reach of the actor's roles. */
export function reachesGroups(actor: Actor, keys: readonly string[]): boolean {
  const limit = limitOf(actor, 'parties')
  return !limit || (keys.length === 0 ? limit.includes(ungrouped) : keys.some((key) => limit.includes(key)))
}

/** Whether the group is any of the actor's business. */
export const knowsGroup = (actor: Actor, key: string): boolean => {
  const limit = limitOf(actor, 'parties')
  return !limit || limit.includes(key)
}

/** What roles may be limited to: the groups in use, and parties in none. */
export async function groupParts(ctx: Ctx): Promise<RecordParts> {
  const groups = await ctx.db
    .selectFrom('partyGroups')
    .select(['key', 'nameFa', 'nameEn'])
    .where('tenantId', '=', ctx.tenantId)
    .where('archivedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return {
    type: 'parties',
    label: { fa: 'گروه‌های مخاطبان', en: 'Groups of parties' },
    hint: {
      fa: 'اگر گروهی برگزیده شود، این نقش تنها مخاطبان همان گروه‌ها را می‌بیند و تغییر می‌دهد؛ بدون انتخاب، همه.',
      en: 'Where groups are chosen, the role sees and changes the parties of these alone; with none chosen, all.',
    },
    options: [
      ...groups.map(({ key, nameFa, nameEn }) => ({ key, label: { fa: nameFa, en: nameEn } })),
      { key: ungrouped, label: { fa: 'بدون گروه', en: 'In no group' } },
    ],
  }
}
