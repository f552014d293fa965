import { requireValue } from '@peyvand/customization/server'
import { activeUser, teamsOfUser } from '@peyvand/identity/server'
import { partyRefs } from '@peyvand/parties/server'
import { cleanBody, cleanText, searchKey } from '@peyvand/persian'
import { canSeeDeal } from '@peyvand/pipeline/server'
import { badField, type Ctx } from '@peyvand/platform/server'
import type { StoredDocument } from './document-access.ts'

interface Owner {
  ownerId: string | null
  teamId: string | null
}

/**
 * Who a document belongs to: the user given or the caller; the team given or the owner's first one.
 * @throws AppError badInput (400) at `ownerId`
 */
export async function ownerFrom(
  ctx: Ctx,
  { ownerId, teamId }: { ownerId?: string | undefined; teamId?: string | null | undefined },
): Promise<Owner> {
  const id = ownerId ?? ctx.actor.userId
  if (id !== null && id !== ctx.actor.userId && !(await activeUser(ctx, id)))
    throw badField('ownerId', 'documents.ownerInactive')
  if (teamId !== undefined) return { ownerId: id, teamId }
  if (id === null) return { ownerId: null, teamId: null }
  const teams = id === ctx.actor.userId ? ctx.actor.teamIds : await teamsOfUser(ctx, id)
  return { ownerId: id, teamId: teams[0] ?? null }
}

type References = {
  [K in 'partyId' | 'contactId' | 'dealId' | 'shippingMethodId' | 'preparationId']?:
    | StoredDocument[K]
    | undefined
}

const lists = { shippingMethodId: 'shippingMethods', preparationId: 'preparationStages' } as const

/** What is new must be there for the caller. @throws AppError badInput (400) at the field */
export async function requireReferences(ctx: Ctx, given: References, stored: References = {}): Promise<void> {
  const parties = (['partyId', 'contactId'] as const).filter(
    (field) => given[field] && given[field] !== stored[field],
  )
  const seen = await partyRefs(
    ctx,
    parties.map((field) => given[field] as string),
  )
  for (const field of parties)
    if (!seen.has(given[field] as string)) throw badField(field, 'documents.partyUnknown')
  const { dealId } = given
  if (dealId && dealId !== stored.dealId && !(await canSeeDeal(ctx, dealId)))
    throw badField('dealId', 'documents.dealUnknown')
  for (const field of ['shippingMethodId', 'preparationId'] as const)
    await requireValue(ctx, lists[field], {
      path: field,
      id: given[field],
      present: stored[field] ?? null,
    })
}

interface Found {
  number: string | null
  title: string | null
  party: string
  lines: readonly { name: string; code: string }[]
}

const searchLength = 4000

/** What the search finds a document by: its number, title, party and what is on its lines. */
export const documentSearch = ({ number, title, party, lines }: Found): string =>
  searchKey(
    [number, title, party, ...lines.flatMap(({ name, code }) => [code, name])].filter(Boolean).join(' '),
  ).slice(0, searchLength)

export const lineOf = (text: string | null): string | null => (text && cleanText(text)) || null
export const bodyOf = (text: string | null): string | null => (text && cleanBody(text)) || null
