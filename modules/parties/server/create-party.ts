import { setFiles } from '@peyvand/files/server'
import { teamsOfUser } from '@peyvand/identity/server'
import { allows, badField, type Ctx, checkCustomValues, forbidden } from '@peyvand/platform/server'
import type { CreateParty, Party } from '../contract/index.ts'
import { checkReferences } from './check-references.ts'
import { refuseCertainDuplicates } from './duplicates.ts'
import { reachesGroups } from './group-limits.ts'
import { insertParties, type PartyDraft, type Provenance } from './insert-parties.ts'
import { getWrittenParty } from './party-queries.ts'
import { givenColumns } from './party-row.ts'
import { refuseReadOnly } from './ruled-input.ts'

/** A person's photo or an organisation's logo is a file of this record type, beside the files of `parties`. */
export const photoRecord = 'parties.photo'

/**
 * Creates a party by hand or by a program. The caller becomes its owner unless one is named.
 * @throws AppError parties.duplicate (409) with `params.hits`, parties.identifierTaken, parties.numberTaken,
 * parties.groupNotFound; badInput at a field
 */
export async function createParty(
  ctx: Ctx,
  input: CreateParty,
  provenance: Provenance = enteredBy(ctx),
): Promise<Party> {
  const { acceptDuplicates, ...given } = input
  const draft = await withOwner(ctx, given)
  if (!allows(ctx.actor, 'parties.create', { ownerId: draft.ownerId ?? null, teamId: draft.teamId ?? null }))
    throw forbidden()
  if (!reachesGroups(ctx.actor, draft.groups)) throw badField('groups', 'parties.groupBeyond')
  refuseReadOnly(ctx, draft)
  await checkReferences(ctx, givenColumns(draft))
  const custom = await checkCustomValues(ctx, {
    record: 'parties',
    values: draft.custom ?? {},
    appliesTo: [draft.kind, ...draft.groups],
    facts: { ...draft },
  })
  if (!acceptDuplicates) await refuseCertainDuplicates(ctx, draft)
  const [id] = (await insertParties(ctx, [{ ...draft, custom }], provenance)) as [string]
  if (draft.photoFileId) await setFiles(ctx, photoRecord, id, [draft.photoFileId])
  return getWrittenParty(ctx, id)
}

/** The caller owns what nobody else is named for; the team is the owner's first. */
async function withOwner(ctx: Ctx, draft: PartyDraft): Promise<PartyDraft> {
  const ownerId = draft.ownerId === undefined ? ctx.actor.userId : draft.ownerId
  if (draft.teamId !== undefined || ownerId === null) return { ...draft, ownerId }
  const isMine = ownerId === ctx.actor.userId
  return {
    ...draft,
    ownerId,
    teamId: (isMine ? ctx.actor.teamIds[0] : (await teamsOfUser(ctx, ownerId))[0]) ?? null,
  }
}

const enteredBy = (ctx: Ctx): Provenance => ({
  sourceKind: ctx.actor.kind === 'apiKey' ? 'api' : 'manual',
  sourceId: null,
})
