import type { Tables } from '@peyvand/platform/server'
import { anyOf, type Ctx, notFound, readCustomValues, seenCustomValues } from '@peyvand/platform/server'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Party, PartyRow } from '../contract/index.ts'
import { knowsGroup } from './group-limits.ts'
import { survivorOf } from './merged-records.ts'
import { binnedParties, openableParties, partyAbilities, visibleParties } from './party-access.ts'
import { authorColumns, commonColumns, listColumns, recordColumns } from './party-columns.ts'
import { partyFieldRules, showParty, showRow } from './party-field-rules.ts'
import type { PartyTableRow } from './party-row.ts'

type PartyQuery = SelectQueryBuilder<Tables & { p: Tables['parties'] }, 'p', object>

/**
 * One record as its answer; of a record that was merged into another, that one.
 * @throws AppError notFound (404) when the caller may not see it
 */
export async function getParty(ctx: Ctx, id: string): Promise<Party> {
  const party = await readParty(ctx, id, visibleParties(ctx))
  return party ?? getSurvivor(ctx, id)
}

/** The same for the party's file, which opens from the recycle bin too for those who may take it back. */
export async function getOpenableParty(ctx: Ctx, id: string): Promise<Party> {
  const party = await readParty(ctx, id, openableParties(ctx))
  if (party && (party.deletedAt === null || (await survivorOf(ctx, id)) === null)) return party
  return getSurvivor(ctx, id)
}

/** A record that the caller has just written, also when it went out of their sight by that. */
export async function getWrittenParty(ctx: Ctx, id: string): Promise<Party> {
  const rows = ctx.db.selectFrom('parties as p').where('p.tenantId', '=', ctx.tenantId)
  return (await readParty(ctx, id, rows)) ?? notThere()
}

async function getSurvivor(ctx: Ctx, mergedId: string): Promise<Party> {
  const id = await survivorOf(ctx, mergedId)
  const party = id ? await readParty(ctx, id, visibleParties(ctx)) : null
  return party ? { ...party, mergedInto: party.id } : notThere()
}

function notThere(): never {
  throw notFound()
}

/** Several records as the caller sees them, by id; those out of sight are missing. */
export async function partiesByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Party>> {
  const rows = await recordSelection(ctx, visibleParties(ctx)).where(anyOf(sql`p.id`, ids)).execute()
  return new Map(rows.map((row) => [row.id, shownRecord(ctx, row)]))
}

async function readParty(ctx: Ctx, id: string, rows: PartyQuery): Promise<Party | null> {
  const row = await recordSelection(ctx, rows).where('p.id', '=', id).executeTakeFirst()
  return row ? shownRecord(ctx, row) : null
}

const recordSelection = (ctx: Ctx, rows: PartyQuery) =>
  rows.selectAll('p').select(commonColumns(ctx)).select(recordColumns(ctx)).select(authorColumns)

type RecordRow = Awaited<ReturnType<ReturnType<typeof recordSelection>['execute']>>[number]

function shownRecord(ctx: Ctx, row: RecordRow): Party {
  const party: Party = {
    ...row,
    name: row.displayName,
    groups: knownGroups(ctx, row.groups),
    custom: seenCustomValues(ctx, 'parties', readCustomValues(row.custom)),
    createdBy: row.createdByRef,
    updatedBy: row.updatedByRef,
    mergedInto: null,
    fieldRules: {},
    can: partyAbilities(ctx, row),
  }
  return showParty(party, partyFieldRules(ctx), ctx.locale)
}

/** Of other groups a role that is limited to some does not hear. */
const knownGroups = <G extends { key: string }>({ actor }: Ctx, groups: readonly G[]): G[] =>
  groups.filter(({ key }) => knowsGroup(actor, key))

/** What a list's row is read from; `listRows` makes the answer of it. */
export const listSelection = (ctx: Ctx, rows: PartyQuery) =>
  rows
    .select([
      'p.id',
      'p.kind',
      'p.number',
      'p.displayName as name',
      'p.honorific',
      'p.jobTitle',
      'p.brandName',
      'p.gender',
      'p.birthDate',
      'p.nationalId',
      'p.legalNationalId',
      'p.economicCode',
      'p.registrationNumber',
      'p.photoFileId',
      'p.nextContactOn',
      'p.doNotContact',
      'p.sourceKind',
      'p.custom',
      'p.version',
      'p.createdAt',
      'p.updatedAt',
      'p.deletedAt',
      'p.ownerId',
      'p.teamId',
    ])
    .select(commonColumns(ctx))
    .select(listColumns(ctx))

type ListedRow = Awaited<ReturnType<ReturnType<typeof listSelection>['execute']>>[number]

/** Rows of a page as their answer. */
export function listRows(ctx: Ctx, rows: readonly ListedRow[]): PartyRow[] {
  const rules = partyFieldRules(ctx)
  return rows.map((row) =>
    showRow(
      {
        ...row,
        groups: knownGroups(ctx, row.groups),
        custom: seenCustomValues(ctx, 'parties', readCustomValues(row.custom)),
        can: partyAbilities(ctx, row),
      },
      rules,
      ctx.locale,
    ),
  )
}

/**
 * The stored row, locked until the transaction ends.
 * @throws AppError notFound (404) when the caller may not see it
 */
export async function lockParty(ctx: Ctx, id: string): Promise<PartyTableRow> {
  const row = await visibleParties(ctx).selectAll('p').where('p.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** The same from the recycle bin. */
export async function lockBinnedParty(ctx: Ctx, id: string): Promise<PartyTableRow> {
  const row = await binnedParties(ctx).selectAll('p').where('p.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  return row
}
