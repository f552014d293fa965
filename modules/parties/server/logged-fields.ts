import { tagsOf } from '@peyvand/customization/server'
import { type Ctx, changesBetween, readCustomValues } from '@peyvand/platform/server'
import { plainPartyFields, type UpdateParty } from '../contract/index.ts'
import { addressesOf, contactPointsOf } from './contact-rows.ts'
import { placeIn } from './membership.ts'
import { type PartyTableRow } from './party-row.ts'

/** A record's fields now, by the names and in the forms in which the audit log tells their changes. */
export async function loggedFields(ctx: Ctx, row: PartyTableRow): Promise<Record<string, unknown>> {
  const columns = Object.fromEntries(plainPartyFields.map((column) => [column, row[column]]))
  const custom = Object.entries(readCustomValues(row.custom)).map(([key, value]) => [`custom.${key}`, value])
  return {
    displayName: row.displayName,
    ...columns,
    ...(await loggedLists(ctx, row.id)),
    ...Object.fromEntries(custom),
  }
}

/** The fields that stand in other tables: contact points, addresses, tags, groups. */
export async function loggedLists(ctx: Ctx, id: string): Promise<Record<string, unknown>> {
  const tags = await tagsOf(ctx, 'parties', [id])
  const places = await ctx.db
    .selectFrom('partyGroupMembers as m')
    .innerJoin('partyGroups as g', (join) =>
      join.onRef('g.tenantId', '=', 'm.tenantId').onRef('g.id', '=', 'm.groupId'),
    )
    .select(['g.key', 'm.state'])
    .where('m.tenantId', '=', ctx.tenantId)
    .where('m.partyId', '=', id)
    .where('m.until', 'is', null)
    .orderBy('g.key')
    .execute()
  return {
    contactPoints: (await contactPointsOf(ctx, id)).map(loggedContact),
    addresses: (await addressesOf(ctx, id)).map(loggedAddress),
    tags: (tags.get(id) ?? []).map(({ name }) => name),
    ...Object.fromEntries(places.map(({ key, state }) => [`groups.${key}`, placeIn(key, state)])),
  }
}

type ContactFacts = Pick<
  NonNullable<UpdateParty['contactPoints']>[number],
  'type' | 'value' | 'extension' | 'label' | 'primary' | 'verified' | 'optOut'
>
export const loggedContact = ({
  type,
  value,
  extension,
  label,
  primary,
  verified,
  optOut,
}: ContactFacts) => ({ type, value, extension, label, primary, verified, optOut })

type AddressFacts = Pick<
  NonNullable<UpdateParty['addresses']>[number],
  'label' | 'province' | 'county' | 'city' | 'postalCode' | 'text' | 'primary'
>
export const loggedAddress = ({
  label,
  province,
  county,
  city,
  postalCode,
  text,
  primary,
}: AddressFacts) => ({
  label,
  province,
  county,
  city,
  postalCode,
  text,
  primary,
})

/** Old → new of lists read before and after a work on the record. */
export const listsChanged = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  changesBetween(before, { ...Object.fromEntries(Object.keys(before).map((key) => [key, null])), ...after })
