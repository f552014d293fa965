import { Direction } from '@peyvand/activities/contract'
import { defineSeries, seriesByKeys, updateNumberSeries } from '@peyvand/customization/server'
import { teamName } from '@peyvand/identity/server'
import {
  AppError,
  badField,
  type Ctx,
  newId,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { CreateRegister, Register, RegisterChange } from '../contract/index.ts'
import { requireLetterhead } from './letterheads.ts'
import { usualRegister } from './usual-register.ts'
import './tables.ts'

export type RegisterRow = Selectable<Tables['letterRegisters']>

/** All registers in the firm's order, closed ones too. */
export const registerRows = (ctx: Ctx): Promise<RegisterRow[]> =>
  ctx.db
    .selectFrom('letterRegisters')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** The registers as screens show them, open ones first. */
export async function listRegisters(ctx: Ctx): Promise<Register[]> {
  const rows = await registerRows(ctx)
  const series = await seriesByKeys(
    ctx,
    rows.map(({ seriesKey }) => seriesKey),
  )
  const years = await yearsOf(ctx)
  const teams = await teamsOf(ctx)
  const usual = Direction.options.map(
    (direction) => [direction, usualRegister(rows, { direction, teamIds: ctx.actor.teamIds })?.id] as const,
  )
  const views = rows.map(({ id, seriesKey, directions, letterheadId, archivedAt, version }): Register => {
    const {
      labelFa = '',
      labelEn = '',
      pattern = '',
      perYear = true,
      preview = '',
    } = series.get(seriesKey) ?? {}
    return {
      id,
      nameFa: labelFa,
      nameEn: labelEn,
      directions,
      pattern,
      perYear,
      preview,
      team: teams.get(id) ?? null,
      letterheadId,
      archived: archivedAt !== null,
      years: years.get(id) ?? [],
      usualFor: usual.flatMap(([direction, register]) => (register === id ? [direction] : [])),
      version,
    }
  })
  return views.toSorted((a, b) => Number(a.archived) - Number(b.archived))
}

/** The letterhead that letters of a register get: of the one they are in, or would go to. */
export async function letterheadOfRegister(
  ctx: Ctx,
  { direction, registerId }: { direction: Direction; registerId: string | null },
): Promise<string | null> {
  const rows = await registerRows(ctx)
  const register =
    rows.find(({ id }) => id === registerId) ?? usualRegister(rows, { direction, teamIds: ctx.actor.teamIds })
  return register?.letterheadId ?? null
}

/** Opens a register. @throws AppError badInput at `pattern`, `letterheadId` */
export async function createRegister(ctx: Ctx, input: CreateRegister): Promise<Register> {
  const { nameFa, nameEn, directions, pattern, perYear, teamId, letterheadId } = input
  const rows = await registerRows(ctx)
  await requireFreePattern(ctx, pattern)
  if (perYear && !pattern.includes('{y}'))
    throw badField('pattern', 'customization.patternNeedsYear', { year: '{y}' })
  if (letterheadId) await requireLetterhead(ctx, letterheadId)
  const id = newId()
  const seriesKey = `letters.${id}`
  await defineSeries(ctx, { key: seriesKey, labelFa: nameFa, labelEn: nameEn, pattern, perYear })
  await ctx.db
    .insertInto('letterRegisters')
    .values({
      tenantId: ctx.tenantId,
      id,
      seriesKey,
      directions,
      teamId,
      letterheadId,
      position: Math.max(0, ...rows.map(({ position }) => position)) + 1,
      archivedAt: null,
    })
    .execute()
  ctx.audit({
    action: 'create',
    record: 'letterRegisters',
    recordId: id,
    label: nameFa,
    changes: { pattern: { to: pattern } },
  })
  return registerView(ctx, id)
}

/**
 * Changes a register; letters that were numbered keep their numbers.
 * @throws AppError notFound, versionConflict, letters.lastRegister (409); badInput at `pattern`, `nextNumber`
 */
export async function updateRegister(ctx: Ctx, id: string, change: RegisterChange): Promise<Register> {
  const rows = await registerRows(ctx)
  const before = rows.find((row) => row.id === id)
  if (!before) throw notFound()
  requireVersion(before, change.version, await registerView(ctx, id))
  const archivedAt =
    change.archived === undefined
      ? before.archivedAt
      : change.archived
        ? (before.archivedAt ?? ctx.now().toISOString())
        : null
  const after = {
    directions: change.directions ?? before.directions,
    teamId: change.teamId === undefined ? before.teamId : change.teamId,
    letterheadId: change.letterheadId === undefined ? before.letterheadId : change.letterheadId,
    archivedAt,
  }
  requireAllClasses(rows.map((row) => (row.id === id ? { ...row, ...after } : row)))
  if (after.letterheadId && after.letterheadId !== before.letterheadId)
    await requireLetterhead(ctx, after.letterheadId)
  await changeSeries(ctx, before, change)
  await ctx.db
    .updateTable('letterRegisters')
    .set({ ...after, version: before.version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'letterRegisters',
    recordId: id,
    changes: {
      directions: { from: before.directions, to: after.directions },
      archived: { to: archivedAt !== null },
    },
  })
  return registerView(ctx, id)
}

async function changeSeries(
  ctx: Ctx,
  { seriesKey }: RegisterRow,
  { nameFa, nameEn, pattern, perYear, nextNumber }: RegisterChange,
): Promise<void> {
  const given = { labelFa: nameFa, labelEn: nameEn, pattern, perYear, nextNumber }
  if (Object.values(given).every((value) => value === undefined)) return
  const series = (await seriesByKeys(ctx, [seriesKey])).get(seriesKey)
  if (!series) throw notFound()
  if (pattern !== undefined && pattern !== series.pattern) await requireFreePattern(ctx, pattern)
  await updateNumberSeries(ctx, series.id, { version: series.version, ...given })
}

/** Two registers of one pattern would write the same number on two letters. */
async function requireFreePattern(ctx: Ctx, pattern: string): Promise<void> {
  const rows = await registerRows(ctx)
  const series = await seriesByKeys(
    ctx,
    rows.map(({ seriesKey }) => seriesKey),
  )
  for (const one of series.values())
    if (one.pattern === pattern) throw badField('pattern', 'letters.patternTaken')
}

function requireAllClasses(rows: readonly RegisterRow[]): void {
  for (const direction of Direction.options)
    if (!usualRegister(rows, { direction, teamIds: [] }))
      throw new AppError('letters.lastRegister', { status: 409 })
}

async function registerView(ctx: Ctx, id: string): Promise<Register> {
  const view = (await listRegisters(ctx)).find((register) => register.id === id)
  if (!view) throw notFound()
  return view
}

async function yearsOf(ctx: Ctx): Promise<Map<string, Register['years']>> {
  const rows = await ctx.db
    .selectFrom('letterEntries')
    .select(['registerId', 'year', sql<number>`count(*)::int`.as('letters')])
    .where('tenantId', '=', ctx.tenantId)
    .groupBy(['registerId', 'year'])
    .orderBy('year', 'desc')
    .execute()
  const years = new Map<string, Register['years']>()
  for (const { registerId, ...year } of rows) years.set(registerId, [...(years.get(registerId) ?? []), year])
  return years
}

async function teamsOf(ctx: Ctx): Promise<Map<string, NonNullable<Register['team']>>> {
  const rows = await ctx.db
    .selectFrom('letterRegisters as r')
    .select(['r.id', 'r.teamId', teamName(sql`r.team_id`).as('name')])
    .where('r.tenantId', '=', ctx.tenantId)
    .where('r.teamId', 'is not', null)
    .execute()
  return new Map(
    rows.flatMap(({ id, teamId, name }) =>
      teamId && name !== null ? [[id, { id: teamId, name }] as const] : [],
    ),
  )
}
