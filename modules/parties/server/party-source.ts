import { tagsColumn } from '@peyvand/customization/server'
import { provinces } from '@peyvand/persian/iran-places'
import {
  AppError,
  anyOf,
  type Ctx,
  customColumns,
  type ListColumn,
  type ListSource,
} from '@peyvand/platform/server'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { contactPointTypes, SourceKind } from '../contract/index.ts'
import { knowsGroup } from './group-limits.ts'
import { lastContactAt } from './party-columns.ts'
import { foundIds, isFound, isFoundInBin, textHolders } from './party-search.ts'
import { foldPhone, likeAnywhere } from './text-filters.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The columns shown before the user chooses others. */
export const defaultColumns = [
  'name',
  'groups',
  'phone',
  'city',
  'owner',
  'level',
  'nextContactOn',
  'lastContactAt',
  'createdAt',
]

/** The parties' list as lists, exports and bulk changes read it, over `parties as p`. */
export const partySource = (ctx: Ctx): Promise<ListSource> => sourceOf(ctx, (text) => textHolders(ctx, text))

async function sourceOf(ctx: Ctx, find?: (text: string) => Promise<string[] | null>): Promise<ListSource> {
  return {
    id: sql`p.id`,
    defaultSort: '-createdAt',
    search: isFound,
    columns: {
      ...ownColumns(ctx, await groupIds(ctx)),
      ...(await customColumns(ctx, 'parties', sql`p.id`, find)),
    },
  }
}

/** The recycle bin: few records, searched by what they hold. */
export async function binSource(ctx: Ctx): Promise<ListSource> {
  const source = await sourceOf(ctx)
  // The contacts of a record that was merged are the survivor's.
  const { lastContactAt: _, ...columns } = source.columns
  return {
    ...source,
    columns,
    defaultSort: '-deletedAt',
    search: isFoundInBin,
  }
}

function ownColumns(ctx: Ctx, groups: GroupIds): Record<string, ListColumn> {
  return {
    name: { ...searched(ctx, 'name', sql`p.display_name`), sortable: true },
    kind: {
      ...column('kind', 'enum', sql`p.kind`),
      options: { person: 'parties.kind.person', organization: 'parties.kind.organization' },
    },
    groups: groupColumn(ctx, groups),
    state: stateColumn(ctx, groups),
    number: { ...searched(ctx, 'number', sql`p.number`), sortable: true, nullable: true },
    phone: phoneColumn(ctx),
    email: contactColumn(ctx, 'email', ['email']),
    contactPoints: {
      type: 'enum',
      label: 'parties.field.contactPoints',
      options: Object.fromEntries(contactPointTypes.map((type) => [type, `parties.contact.${type}`])),
      hasAny: (types) => existsIn(ctx, 'contact_points', sql`x.type = any(${sql.val(types)}::text[])`),
      hasNone: sql`not ${existsIn(ctx, 'contact_points')}`,
    },
    province: {
      type: 'enum',
      label: 'parties.field.province',
      options: Object.fromEntries(
        provinces.map((province) => [province.code, ctx.locale === 'fa' ? province.fa : province.en]),
      ),
      hasAny: (codes) => existsIn(ctx, 'addresses', sql`x.province = any(${sql.val(codes)}::text[])`),
      hasNone: sql`not ${existsIn(ctx, 'addresses', sql`x.province is not null`)}`,
      keys: distinctOf(ctx, 'addresses', 'province'),
    },
    county: { ...addressColumn(ctx, 'county'), keys: distinctOf(ctx, 'addresses', 'county') },
    city: { ...addressColumn(ctx, 'city'), keys: distinctOf(ctx, 'addresses', 'city') },
    address: addressColumn(ctx, 'text', 'address'),
    postalCode: addressColumn(ctx, 'postal_code', 'postalCode'),
    tags: { ...tagsColumn(ctx, 'parties', sql`p.id`), label: 'parties.field.tags' },
    owner: { ...column('owner', 'user', sql`p.owner_id`), nullable: true },
    team: { ...column('team', 'team', sql`p.team_id`), nullable: true },
    level: valueColumn('level', sql`p.level_id`, 'customerLevels'),
    leadSource: valueColumn('leadSource', sql`p.lead_source_id`, 'sources'),
    industry: valueColumn('industry', sql`p.industry_id`, 'industries'),
    introducer: { ...column('introducer', 'party', sql`p.introducer_id`), nullable: true },
    marketer: { ...column('marketer', 'party', sql`p.marketer_id`), nullable: true },
    worksFor: {
      type: 'party',
      label: 'parties.field.worksFor',
      hasAny: (ids) => linkedTo(ctx, anyOf(sql`l.to_party_id`, ids)),
      hasNone: sql`not ${linkedTo(ctx, sql`true`)}`,
    },
    jobTitle: searchless('jobTitle', sql`p.job_title`),
    honorific: searchless('honorific', sql`p.honorific`),
    brandName: searched(ctx, 'brandName', sql`p.brand_name`),
    gender: {
      ...column('gender', 'enum', sql`p.gender`),
      options: { female: 'parties.gender.female', male: 'parties.gender.male' },
    },
    birthDate: { ...column('birthDate', 'date', sql`p.birth_date`), sortable: true, nullable: true },
    nationalId: searched(ctx, 'nationalId', sql`p.national_id`),
    legalNationalId: searched(ctx, 'legalNationalId', sql`p.legal_national_id`),
    economicCode: searched(ctx, 'economicCode', sql`p.economic_code`),
    registrationNumber: searched(ctx, 'registrationNumber', sql`p.registration_number`),
    nextContactOn: {
      ...column('nextContactOn', 'date', sql`p.next_contact_on`),
      sortable: true,
      nullable: true,
    },
    lastContactAt: {
      ...column('lastContactAt', 'instant', lastContactAt),
      elsewhere: {
        sql: sql`c.at`,
        join: (rows) =>
          rows
            .innerJoin('partyLastContacts as c', 'c.partyId', 'p.id')
            .where('c.tenantId', '=', ctx.tenantId),
        among: (condition) => sql<SqlBool>`p.id in (
          select c.party_id from party_last_contacts c where c.tenant_id = ${ctx.tenantId} and ${condition})`,
        of: (id, value) => sql`(
          select ${value} from party_last_contacts c where c.tenant_id = ${ctx.tenantId} and c.party_id = ${id})`,
      },
      sortable: true,
      nullable: true,
    },
    doNotContact: column('doNotContact', 'boolean', sql`p.do_not_contact`),
    notes: searchless('notes', sql`p.notes`),
    sourceKind: {
      ...column('sourceKind', 'enum', sql`p.source_kind`),
      options: Object.fromEntries(SourceKind.options.map((kind) => [kind, `parties.source.${kind}`])),
    },
    source: {
      type: 'text',
      label: 'parties.field.source',
      hasAny: (ids) => anyOf(sql`p.source_id`, checkedIds('source', ids)),
      hasNone: sql`p.source_id is null`,
    },
    createdAt: { ...column('createdAt', 'instant', sql`p.created_at`), sortable: true },
    createdBy: { ...column('createdBy', 'user', sql`p.created_by`), nullable: true },
    updatedAt: { ...column('updatedAt', 'instant', sql`p.updated_at`), sortable: true },
    updatedBy: { ...column('updatedBy', 'user', sql`p.updated_by`), nullable: true },
    deletedAt: {
      ...column('deletedAt', 'instant', sql`p.deleted_at`),
      sortable: true,
      nullable: true,
      filterable: false,
    },
  }
}

const column = (field: string, type: ListColumn['type'], value: RawBuilder<unknown>) => ({
  type,
  label: `parties.field.${field}`,
  sql: value,
})

/** A text that the search column holds: its index finds candidates, the text itself decides. */
function searched(ctx: Ctx, field: string, value: RawBuilder<unknown>): ListColumn {
  return {
    ...column(field, 'text', value),
    contains: (text) => sql<SqlBool>`(p.id = any(${foundIds(ctx, text)}) and ${likeAnywhere(value, text)})`,
  }
}

const searchless = (field: string, value: RawBuilder<unknown>): ListColumn => ({
  ...column(field, 'text', value),
  contains: (text) => likeAnywhere(value, text),
})

/** A value of a list that the administrator keeps, by its id. */
const valueColumn = (field: string, value: RawBuilder<unknown>, valueList: string): ListColumn => ({
  type: 'enum',
  label: `parties.field.${field}`,
  valueList,
  sql: value,
  hasAny: (ids) => anyOf(value, checkedIds(field, ids)),
  hasNone: sql`${value} is null`,
})

function checkedIds(field: string, ids: string[]): string[] {
  if (ids.every((id) => uuid.test(id))) return ids
  throw new AppError('filter.badValue', { status: 400, params: { field } })
}

function existsIn(
  ctx: Ctx,
  table: 'contact_points' | 'addresses',
  condition: RawBuilder<unknown> = sql`true`,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from ${sql.table(table)} x where x.tenant_id = ${ctx.tenantId} and x.party_id = p.id and ${condition})`
}

/** A record with two addresses in one city stands in its group once. */
const distinctOf = (
  ctx: Ctx,
  table: 'addresses',
  column: 'province' | 'county' | 'city',
): RawBuilder<unknown> => sql`
  select distinct ${sql.ref(`x.${column}`)} from ${sql.table(table)} x
  where x.tenant_id = ${ctx.tenantId} and x.party_id = p.id and ${sql.ref(`x.${column}`)} is not null`

function contactColumn(ctx: Ctx, field: string, types: string[]): ListColumn {
  const ofType = sql`x.type = any(${sql.val(types)}::text[])`
  return {
    type: 'text',
    label: `parties.field.${field}`,
    hasAny: (values) =>
      existsIn(
        ctx,
        'contact_points',
        sql`${ofType} and x.normalized = any(${sql.val(values.map((value) => value.toLowerCase()))}::text[])`,
      ),
    hasNone: sql`not ${existsIn(ctx, 'contact_points', ofType)}`,
    contains: (text) =>
      sql<SqlBool>`(p.id = any(${foundIds(ctx, text)}) and ${existsIn(ctx, 'contact_points', sql`${ofType} and ${likeAnywhere(sql`x.normalized`, text)}`)})`,
  }
}

function phoneColumn(ctx: Ctx): ListColumn {
  const isPhone = sql`x.tail is not null or x.type in ('phone', 'mobile', 'fax')`
  return {
    type: 'phone',
    label: 'parties.field.phone',
    hasAny: (values) =>
      existsIn(
        ctx,
        'contact_points',
        sql`x.normalized = any(${sql.val(values.map((value) => foldPhone(value).e164))}::text[])`,
      ),
    hasNone: sql`not ${existsIn(ctx, 'contact_points', sql`(${isPhone})`)}`,
    contains: (text) =>
      sql<SqlBool>`(p.id = any(${foundIds(ctx, text)}) and ${existsIn(ctx, 'contact_points', sql`(${isPhone}) and x.normalized like ${`%${foldPhone(text).fragment}%`}`)})`,
  }
}

function addressColumn(
  ctx: Ctx,
  name: 'county' | 'city' | 'text' | 'postal_code',
  field: string = name,
): ListColumn {
  const value = sql.ref(`x.${name}`)
  return {
    type: 'text',
    label: `parties.field.${field}`,
    hasAny: (values) => existsIn(ctx, 'addresses', sql`${value} = any(${sql.val(values)}::text[])`),
    hasNone: sql`not ${existsIn(ctx, 'addresses', sql`${value} is not null`)}`,
    contains: (text) => existsIn(ctx, 'addresses', likeAnywhere(value, text)),
  }
}

type GroupIds = ReadonlyMap<string, string>

async function groupIds(ctx: Ctx): Promise<GroupIds> {
  const rows = await ctx.db
    .selectFrom('partyGroups')
    .select(['key', 'id'])
    .where('tenantId', '=', ctx.tenantId)
    .execute()
  // Of groups that are none of the caller's business no filter tells.
  return new Map(rows.flatMap(({ key, id }) => (knowsGroup(ctx.actor, key) ? [[key, id] as const] : [])))
}

/** Present membership, by the groups' keys. */
function groupColumn(ctx: Ctx, groups: GroupIds): ListColumn {
  return {
    type: 'enum',
    label: 'parties.field.groups',
    hasAny: (keys) => memberOf(ctx, oneOfGroups(groups, keys)),
    hasNone: sql`not ${memberOf(ctx, sql`true`)}`,
    keys: placesOf(ctx, groups, { name: sql`g.key` }),
  }
}

/** `leads.qualified`: a state of a group. */
function stateColumn(ctx: Ctx, groups: GroupIds): ListColumn {
  const inState = (place: string) => {
    const [key = '', state = ''] = place.split('.')
    return memberOf(ctx, sql`${oneOfGroups(groups, [key])} and m.state = ${state}`)
  }
  return {
    type: 'enum',
    label: 'parties.field.state',
    hasAny: (places) => sql`(${sql.join(places.map(inState), sql` or `)})`,
    hasNone: sql`not ${memberOf(ctx, sql`m.state is not null`)}`,
    keys: placesOf(ctx, groups, {
      name: sql`g.key || '.' || m.state`,
      condition: sql`m.state is not null`,
    }),
  }
}

/**
 * The ids stand in the statement itself, so that each group has a plan of its own: a list of few members begins
 * at the memberships, one of very many at the order of the list.
 */
function oneOfGroups(groups: GroupIds, keys: readonly string[]): RawBuilder<SqlBool> {
  const ids = keys.flatMap((key) => groups.get(key) ?? [])
  return ids.length === 0
    ? sql`false`
    : sql`m.group_id in (${sql.join(ids.map((id) => sql`${sql.lit(id)}::uuid`))})`
}

/** Present memberships, named as filters name them. */
const placesOf = (
  ctx: Ctx,
  groups: GroupIds,
  { name, condition = sql`true` }: { name: RawBuilder<unknown>; condition?: RawBuilder<unknown> },
) => sql`
  select ${name} from party_group_members m join party_groups g on g.tenant_id = m.tenant_id and g.id = m.group_id
  where m.tenant_id = ${ctx.tenantId} and m.party_id = p.id and m.until is null and ${condition}
    and ${oneOfGroups(groups, [...groups.keys()])}`

const memberOf = (ctx: Ctx, condition: RawBuilder<unknown>) => sql<SqlBool>`exists (
  select from party_group_members m
  where m.tenant_id = ${ctx.tenantId} and m.party_id = p.id and m.until is null and ${condition})`

const linkedTo = (ctx: Ctx, condition: RawBuilder<unknown>) => sql<SqlBool>`exists (
  select from party_links l
  where l.tenant_id = ${ctx.tenantId} and l.from_party_id = p.id
    and l.label in ('worksFor', 'managerOf', 'representativeOf') and (l.until is null or l.until >= current_date) and ${condition})`
