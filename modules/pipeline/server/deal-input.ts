import { requireValue } from '@peyvand/customization/server'
import { activeUser, teamsOfUser } from '@peyvand/identity/server'
import { partyRefs } from '@peyvand/parties/server'
import { cleanBody, cleanText, searchKey } from '@peyvand/persian'
import { badField, type Ctx } from '@peyvand/platform/server'
import type { DealCompetitorInput } from '../contract/index.ts'
import type { StoredDeal } from './deal-access.ts'

interface Owner {
  ownerId: string | null
  teamId: string | null
}

/**
 * Who a deal belongs to: the user given or the caller; the team given, the pipeline's or the owner's first one.
 * @throws AppError badInput (400) at `ownerId`
 */
export async function ownerFrom(
  ctx: Ctx,
  given: { ownerId?: string | undefined; teamId?: string | null | undefined },
  ofPipeline: string | null = null,
): Promise<Owner> {
  const id = given.ownerId ?? ctx.actor.userId
  if (id !== null && id !== ctx.actor.userId && !(await activeUser(ctx, id)))
    throw badField('ownerId', 'pipeline.ownerInactive')
  if (given.teamId !== undefined) return { ownerId: id, teamId: given.teamId }
  if (ofPipeline || id === null) return { ownerId: id, teamId: ofPipeline }
  const teams = id === ctx.actor.userId ? ctx.actor.teamIds : await teamsOfUser(ctx, id)
  return { ownerId: id, teamId: teams[0] ?? null }
}

type References = Partial<
  Pick<StoredDeal, 'partyId' | 'contactId' | 'lostToId' | 'sourceId' | 'lostReasonId'>
>

/** What is new must be there for the caller. @throws AppError badInput (400) at the field */
export async function requireReferences(
  ctx: Ctx,
  given: References,
  stored: Partial<StoredDeal> = {},
): Promise<void> {
  const parties = (['partyId', 'contactId', 'lostToId'] as const).filter(
    (field) => given[field] && given[field] !== stored[field],
  )
  const seen = await partyRefs(
    ctx,
    parties.map((field) => given[field] as string),
  )
  for (const field of parties)
    if (!seen.has(given[field] as string)) throw badField(field, 'pipeline.partyUnknown')
  const lists = { sourceId: 'sources', lostReasonId: 'lostReasons' } as const
  for (const field of ['sourceId', 'lostReasonId'] as const)
    await requireValue(ctx, lists[field], {
      path: field,
      id: given[field],
      present: stored[field] ?? null,
    })
}

/** Those that are new must be there for the caller. @throws AppError badInput (400) at `competitors.<index>.partyId` */
export async function requireCompetitors(
  ctx: Ctx,
  given: readonly DealCompetitorInput[],
  stored: readonly { id: string }[] = [],
): Promise<void> {
  const isNew = ({ partyId }: DealCompetitorInput) => !stored.some(({ id }) => id === partyId)
  const seen = await partyRefs(
    ctx,
    given.filter(isNew).map(({ partyId }) => partyId),
  )
  for (const [index, one] of given.entries())
    if (isNew(one) && !seen.has(one.partyId))
      throw badField(`competitors.${index}.partyId`, 'pipeline.partyUnknown')
}

/** What the search finds a deal by. */
export const dealSearch = ({ number, title, party }: { number: string; title: string; party: string }) =>
  searchKey(`${number} ${title} ${party}`)

export const lineOf = cleanText
export const bodyOf = (text: string | null): string | null => (text && cleanBody(text)) || null
