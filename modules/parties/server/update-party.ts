import { setTags, tagsOf } from '@peyvand/customization/server'
import { setFiles } from '@peyvand/files/server'
import { teamsOfUser } from '@peyvand/identity/server'
import {
  allows,
  badField,
  type Ctx,
  changesBetween,
  checkCustomValues,
  customSearchWords,
  forbidden,
  json,
  mergeCustomValues,
  readCustomValues,
  requireVersion,
  writeCustomSides,
} from '@peyvand/platform/server'
import { type Party, partyUpdated, type UpdateParty } from '../contract/index.ts'
import { checkReferences } from './check-references.ts'
import { addressesOf, contactPointsOf, replaceAddresses, replaceContactPoints } from './contact-rows.ts'
import { photoRecord } from './create-party.ts'
import { refuseCertainDuplicates } from './duplicates.ts'
import { loggedAddress, loggedContact } from './logged-fields.ts'
import { memberKeys } from './membership.ts'
import { getParty, getWrittenParty, lockParty } from './party-queries.ts'
import { derivedColumns, givenColumns, type PartyTableRow, storedNames } from './party-row.ts'
import { recordUpdate } from './party-timeline.ts'
import { keepRuled } from './ruled-input.ts'
import { takenAs } from './taken.ts'

/**
 * Changes what the input names. Answers the record even when the change took it out of the caller's sight.
 * @throws AppError notFound, forbidden, versionConflict (409) with the present record, parties.duplicate (409),
 * parties.identifierTaken, parties.numberTaken (409); badInput at a field
 */
export async function updateParty(ctx: Ctx, id: string, input: UpdateParty): Promise<Party> {
  const row = await lockParty(ctx, id)
  if (!allows(ctx.actor, 'parties.update', row)) throw forbidden()
  if (row.version !== input.version) requireVersion(row, input.version, await getParty(ctx, id))
  const points = await contactPointsOf(ctx, id)
  const { version: _, acceptDuplicates, ...given } = keepRuled(ctx, input, { row, points })

  const columns = { ...givenColumns(given), ...(await teamOfNewOwner(ctx, row, given)) }
  await checkReferences(ctx, columns, row)
  const changedColumns = onlyChanged(row, { ...columns, ...changedNames(row, given) })
  const custom = await changedCustom(ctx, row, { columns: changedColumns, values: given.custom })
  if (!acceptDuplicates)
    await refuseCertainDuplicates(
      ctx,
      { ...duplicateProbe(row, changedColumns), contactPoints: given.contactPoints ?? [] },
      { except: row, points },
    )

  const lists = await changedLists(ctx, id, { ...given, points })
  const fields = [
    ...Object.keys(changedColumns).filter((key) => key !== 'displayName'),
    ...Object.keys(lists),
    ...(custom ? ['custom'] : []),
  ]
  if ('displayName' in changedColumns) fields.unshift('name')
  if (fields.length === 0) return getParty(ctx, id)

  if (given.contactPoints && lists['contactPoints']) await replaceContactPoints(ctx, id, given.contactPoints)
  if (given.addresses && lists['addresses']) await replaceAddresses(ctx, id, given.addresses)
  if (given.tagIds && lists['tags']) {
    await setTags(ctx, 'parties', id, given.tagIds)
    lists['tags'].to = ((await tagsOf(ctx, 'parties', [id])).get(id) ?? []).map((tag) => tag.name)
  }
  if (changedColumns.photoFileId !== undefined) {
    await setFiles(ctx, photoRecord, id, changedColumns.photoFileId ? [changedColumns.photoFileId] : [])
  }
  const contacts = given.contactPoints ?? points
  const own = mergeCustomValues(readCustomValues(row.custom), custom ?? {})
  const wordsOf = await customSearchWords(ctx, 'parties')
  await takenAs(
    ctx.db
      .updateTable('parties')
      .set({
        ...changedColumns,
        ...derivedColumns({ ...row, ...changedColumns }, contacts, wordsOf(own)),
        ...(custom ? { custom: json(own) } : {}),
        version: row.version + 1,
        updatedAt: ctx.now().toISOString(),
        updatedBy: ctx.actor.userId,
      })
      .where('tenantId', '=', ctx.tenantId)
      .where('id', '=', id)
      .execute(),
  )
  if (custom) await writeCustomSides(ctx, 'parties', id, custom)

  const changes = {
    ...changesBetween<Partial<PartyTableRow>>(row, changedColumns),
    ...lists,
    ...customChanges(row, custom),
  }
  ctx.audit({
    action: 'update',
    record: 'parties',
    recordId: id,
    label: changedColumns.displayName ?? row.displayName,
    changes,
  })
  await recordUpdate(ctx, { before: row, after: { ...row, ...changedColumns }, fields })
  ctx.emit(partyUpdated, { partyId: id, fields })
  ctx.live({ topic: 'parties', id })
  return getWrittenParty(ctx, id)
}

/** A record that goes to another owner goes to their team, unless one is named. */
async function teamOfNewOwner(
  ctx: Ctx,
  row: PartyTableRow,
  { ownerId, teamId }: Pick<UpdateParty, 'ownerId' | 'teamId'>,
) {
  if (!ownerId || ownerId === row.ownerId || teamId !== undefined) return {}
  return { teamId: (await teamsOfUser(ctx, ownerId))[0] ?? row.teamId }
}

function changedNames(row: PartyTableRow, given: UpdateNames) {
  const { name, firstName = row.firstName, lastName = row.lastName } = given
  if (name === undefined && given.firstName === undefined && given.lastName === undefined) return {}
  const kept = row.kind === 'person' ? null : row.displayName
  const names = storedNames({ kind: row.kind, name: name === undefined ? kept : name, firstName, lastName })
  if (names.displayName === '') throw badField(row.kind === 'person' ? 'lastName' : 'name', 'required')
  return names
}
type UpdateNames = Pick<UpdateParty, 'name' | 'firstName' | 'lastName'>

function onlyChanged(row: PartyTableRow, values: Partial<PartyTableRow>): Partial<PartyTableRow> {
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => value !== row[key as keyof PartyTableRow]),
  ) as Partial<PartyTableRow>
}

interface Change {
  columns: Partial<PartyTableRow>
  values: UpdateParty['custom']
}

/** Other fields may bring own ones to sight that must be filled. */
async function changedCustom(ctx: Ctx, row: PartyTableRow, { columns, values = {} }: Change) {
  const groups = await memberKeys(ctx, row.id)
  const before = readCustomValues(row.custom)
  const checked = await checkCustomValues(ctx, {
    record: 'parties',
    values,
    appliesTo: [row.kind, ...groups],
    stored: before,
    facts: { ...row, ...columns, groups },
    factsBefore: { ...row, groups },
  })
  const changed = Object.entries(checked).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key] ?? null),
  )
  return changed.length > 0 ? Object.fromEntries(changed) : null
}

function customChanges(row: PartyTableRow, custom: Record<string, unknown> | null) {
  const before = readCustomValues(row.custom)
  return Object.fromEntries(
    Object.entries(custom ?? {}).map(([key, to]) => [`custom.${key}`, { from: before[key] ?? null, to }]),
  )
}

/** What the duplicate check asks about: only what this save changes. */
function duplicateProbe(row: PartyTableRow, changed: Partial<PartyTableRow>) {
  return {
    kind: row.kind,
    nationalId: changed.nationalId ?? null,
    legalNationalId: changed.legalNationalId ?? null,
    number: changed.number ?? null,
  }
}

type Changes = Record<string, { from: unknown; to: unknown }>

/** Old → new of the lists that differ, in words for the log. */
async function changedLists(
  ctx: Ctx,
  id: string,
  given: Pick<UpdateParty, 'contactPoints' | 'addresses' | 'tagIds'> & {
    points: Awaited<ReturnType<typeof contactPointsOf>>
  },
): Promise<Changes> {
  const changes: Changes = {}
  const compare = (key: string, from: unknown[], to: unknown[]) => {
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[key] = { from, to }
  }
  if (given.contactPoints)
    compare('contactPoints', given.points.map(loggedContact), given.contactPoints.map(loggedContact))
  if (given.addresses)
    compare('addresses', (await addressesOf(ctx, id)).map(loggedAddress), given.addresses.map(loggedAddress))
  if (given.tagIds) {
    const before = (await tagsOf(ctx, 'parties', [id])).get(id) ?? []
    compare('tags', before.map((tag) => tag.id).toSorted(), [...new Set(given.tagIds)].toSorted())
    if (changes['tags']) changes['tags'].from = before.map((tag) => tag.name)
  }
  return changes
}
