import type { Tables } from '@peyvand/platform/server'
import { type Ctx, insertRows, newId } from '@peyvand/platform/server'
import type { Insertable, Selectable } from 'kysely'
import type { z } from 'zod'
import type { AddressInput, ContactPointInput } from '../contract/index.ts'
import './tables.ts'

export type ContactInput = z.output<typeof ContactPointInput>
export type AddressGiven = z.output<typeof AddressInput>

interface Placed {
  partyId: string
  position: number
}

export async function insertContactPoints(
  ctx: Ctx,
  points: readonly (ContactInput & Placed)[],
): Promise<void> {
  await insertRows(
    ctx,
    'contactPoints',
    points.map((point) => contactRow(ctx, point)),
  )
}

export async function insertAddresses(
  ctx: Ctx,
  addresses: readonly (AddressGiven & Placed)[],
): Promise<void> {
  await insertRows(
    ctx,
    'addresses',
    addresses.map((address) => addressRow(ctx, address)),
  )
}

/** Makes these the party's only contact points; those named by `id` keep it. */
export async function replaceContactPoints(
  ctx: Ctx,
  partyId: string,
  points: readonly ContactInput[],
): Promise<void> {
  const before = await contactPointsOf(ctx, partyId)
  const known = new Set(before.map(({ id }) => id))
  await ctx.db
    .deleteFrom('contactPoints')
    .where('tenantId', '=', ctx.tenantId)
    .where('partyId', '=', partyId)
    .execute()
  await insertContactPoints(
    ctx,
    points.map((point, position) => ({ ...point, id: keptId(known, point.id), partyId, position })),
  )
}

/** Makes these the party's only addresses; those named by `id` keep it. */
export async function replaceAddresses(
  ctx: Ctx,
  partyId: string,
  addresses: readonly AddressGiven[],
): Promise<void> {
  const before = await addressesOf(ctx, partyId)
  const known = new Set(before.map(({ id }) => id))
  await ctx.db
    .deleteFrom('addresses')
    .where('tenantId', '=', ctx.tenantId)
    .where('partyId', '=', partyId)
    .execute()
  await insertAddresses(
    ctx,
    addresses.map((address, position) => ({ ...address, id: keptId(known, address.id), partyId, position })),
  )
}

/** An id of another party's row is not taken over. */
const keptId = (known: Set<string>, id: string | undefined) => (id && known.delete(id) ? id : undefined)

export type ContactRow = Selectable<Tables['contactPoints']>
export type AddressRow = Selectable<Tables['addresses']>

export function contactPointsOf(ctx: Ctx, partyId: string): Promise<ContactRow[]> {
  return ctx.db
    .selectFrom('contactPoints')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('partyId', '=', partyId)
    .orderBy('position')
    .execute()
}

export function addressesOf(ctx: Ctx, partyId: string): Promise<AddressRow[]> {
  return ctx.db
    .selectFrom('addresses')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('partyId', '=', partyId)
    .orderBy('position')
    .execute()
}

function contactRow(
  ctx: Ctx,
  point: Omit<ContactInput, 'id'> & Placed & { id?: string | undefined },
): Insertable<Tables['contactPoints']> {
  const { partyId, position, type, value, extension, normalized, tail, label, primary, verified, optOut } =
    point
  return {
    tenantId: ctx.tenantId,
    id: point.id ?? newId(),
    partyId,
    position,
    type,
    value,
    extension,
    normalized,
    tail,
    label,
    primary,
    verified,
    optOut,
  }
}

function addressRow(
  ctx: Ctx,
  address: Omit<AddressGiven, 'id'> & Placed & { id?: string | undefined },
): Insertable<Tables['addresses']> {
  const { partyId, position, label, province, county, city, postalCode, text, primary } = address
  return {
    tenantId: ctx.tenantId,
    id: address.id ?? newId(),
    partyId,
    position,
    label,
    province,
    county,
    city,
    postalCode,
    text,
    primary,
  }
}
