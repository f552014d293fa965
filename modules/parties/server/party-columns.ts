import { tagsShown, valueLabel } from '@peyvand/customization/server'
import { teamName, userName } from '@peyvand/identity/server'
import type { Ref } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import { type RawBuilder, sql } from 'kysely'
import type { Address, ContactPoint, Membership, PartyRow } from '../contract/index.ts'
import { partyRefOf } from './party-names.ts'

/** `{id, name}` of what a column points to, or null. */
const refOf = (column: RawBuilder<unknown>, name: RawBuilder<string | null>): RawBuilder<Ref | null> =>
  sql`case when ${column} is not null then jsonb_build_object('id', ${column}, 'name', coalesce(${name}, '')) end`

const p = (column: string) => sql.ref(`p.${column}`)
const userRef = (column: string) => refOf(p(column), userName(p(column)))

export const lastContactAt: RawBuilder<string | null> = sql`(
  select c.at from party_last_contacts c where c.tenant_id = p.tenant_id and c.party_id = p.id)`

/** The columns of `parties as p` that lists and records show alike. */
export const commonColumns = (ctx: Ctx) => [
  refOf(p('industryId'), valueLabel(ctx, p('industryId'))).as('industry'),
  refOf(p('leadSourceId'), valueLabel(ctx, p('leadSourceId'))).as('leadSource'),
  refOf(p('levelId'), valueLabel(ctx, p('levelId'))).as('level'),
  partyRefOf(p('introducerId')).as('introducer'),
  partyRefOf(p('marketerId')).as('marketer'),
  userRef('ownerId').as('owner'),
  refOf(p('teamId'), teamName(p('teamId'))).as('team'),
  worksFor(ctx).as('worksFor'),
  lastContactAt.as('lastContactAt'),
  tagsShown(ctx, 'parties', p('id')).as('tags'),
]

export const authorColumns = [
  userRef('createdBy').as('createdByRef'),
  userRef('updatedBy').as('updatedByRef'),
]

/** The organisation a person chiefly works for now. */
const worksFor = (ctx: Ctx): RawBuilder<Ref | null> => sql`(
  select jsonb_build_object('id', o.id, 'name', o.display_name)
  from party_links l join parties o on o.tenant_id = l.tenant_id and o.id = l.to_party_id and o.deleted_at is null
  where l.tenant_id = ${ctx.tenantId} and l.from_party_id = p.id and l.label in ('worksFor', 'managerOf', 'representativeOf')
    and (l.until is null or l.until >= current_date)
  order by l."primary" desc, l.id limit 1)`

/** The mobile or phone to call first, E.164. */
export const primaryPhone = (ctx: Ctx): RawBuilder<string | null> => sql`(
  select c.value from contact_points c
  where c.tenant_id = ${ctx.tenantId} and c.party_id = p.id and c.type in ('mobile', 'phone')
  order by c."primary" desc, c.position limit 1)`

const primaryEmail = (ctx: Ctx): RawBuilder<string | null> => sql`(
  select c.value from contact_points c
  where c.tenant_id = ${ctx.tenantId} and c.party_id = p.id and c.type = 'email'
  order by c."primary" desc, c.position limit 1)`

const ofFirstAddress = (ctx: Ctx, column: string): RawBuilder<string | null> => sql`(
  select ${sql.ref(`a.${column}`)} from addresses a
  where a.tenant_id = ${ctx.tenantId} and a.party_id = p.id
  order by a."primary" desc, a.position limit 1)`

/** Only lists show these short forms. */
export const listColumns = (ctx: Ctx) => [
  primaryPhone(ctx).as('phone'),
  primaryEmail(ctx).as('email'),
  ofFirstAddress(ctx, 'province').as('province'),
  ofFirstAddress(ctx, 'county').as('county'),
  ofFirstAddress(ctx, 'city').as('city'),
  sql<PartyRow['groups']>`(
    select coalesce(jsonb_agg(jsonb_build_object('key', g.key, 'state', m.state, 'number', m.number) order by g.position), '[]')
    from party_group_members m join party_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
    where m.tenant_id = ${ctx.tenantId} and m.party_id = p.id and m.until is null)`.as('groups'),
]

/** Only single records show these. */
export const recordColumns = (ctx: Ctx) => [
  sql<Membership[]>`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'groupId', g.id, 'key', g.key, 'nameFa', g.name_fa, 'nameEn', g.name_en, 'icon', g.icon, 'color', g.color,
      'state', m.state, 'since', m.since, 'until', m.until, 'number', m.number,
      'owner', ${refOf(sql`m.owner_id`, userName(sql`m.owner_id`))}
    ) order by m.until is not null, g.position), '[]')
    from party_group_members m join party_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
    where m.tenant_id = ${ctx.tenantId} and m.party_id = p.id)`.as('groups'),
  sql<ContactPoint[]>`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'type', c.type, 'value', c.value, 'extension', c.extension, 'label', c.label,
      'primary', c."primary", 'verified', c.verified, 'optOut', c.opt_out) order by c.position), '[]')
    from contact_points c where c.tenant_id = ${ctx.tenantId} and c.party_id = p.id)`.as('contactPoints'),
  sql<Address[]>`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', a.id, 'label', a.label, 'province', a.province, 'county', a.county, 'city', a.city, 'postalCode', a.postal_code, 'text', a.text,
      'primary', a."primary") order by a.position), '[]')
    from addresses a where a.tenant_id = ${ctx.tenantId} and a.party_id = p.id)`.as('addresses'),
  sql<number>`(
    select count(*)::int from party_links l
    where l.tenant_id = ${ctx.tenantId} and (l.from_party_id = p.id or l.to_party_id = p.id))`.as('links'),
  sql<boolean>`exists (
    select from party_visits v
    where v.tenant_id = ${ctx.tenantId} and v.user_id = ${ctx.actor.userId}::uuid and v.party_id = p.id
      and v.starred_at is not null)`.as('starred'),
]
