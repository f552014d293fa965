import type { Direction } from '@peyvand/activities/contract'
import { issueNumber } from '@peyvand/customization/server'
import { AppError, badField, type Ctx, newId } from '@peyvand/platform/server'
import { letterRegistered } from '../contract/index.ts'
import { type RegisterRow, registerRows } from './registers.ts'
import { sheetOf } from './sheets.ts'
import { usualRegister } from './usual-register.ts'
import './tables.ts'

interface ToNumber {
  activityId: string
  direction: Direction
  registerId: string | null
}

/**
 * Enters a letter into a register and answers its number. The register's counter stays locked until the transaction
 * ends: what is rolled back leaves no gap. A letter that is written here gets its number by being issued only.
 * @throws AppError letters.issueInstead, letters.noRegister (409); badInput at `letter.registerId`
 */
export async function numberLetter(
  ctx: Ctx,
  { activityId, direction, registerId }: ToNumber,
): Promise<{ registryNo: string; registerId: string }> {
  const sheet = await sheetOf(ctx, activityId)
  if (sheet && !sheet.issuedAt) throw new AppError('letters.issueInstead', { status: 409 })
  const register = await chosenRegister(ctx, { direction, registerId })
  const { number, period, text: registryNo } = await issueNumber(ctx, register.seriesKey)
  await ctx.db
    .insertInto('letterEntries')
    .values({
      tenantId: ctx.tenantId,
      id: newId(),
      registerId: register.id,
      year: Number(period || 0),
      number,
      registryNo,
      activityId,
      direction,
      registeredAt: ctx.now().toISOString(),
      registeredBy: ctx.actor.userId,
      voidedAt: null,
      voidedBy: null,
      voidReason: null,
    })
    .execute()
  ctx.emit(letterRegistered, { activityId, direction, registryNo })
  return { registryNo, registerId: register.id }
}

/** @throws AppError letters.noRegister (409); badInput at `letter.registerId` */
export async function chosenRegister(
  ctx: Ctx,
  { direction, registerId }: Pick<ToNumber, 'direction' | 'registerId'>,
): Promise<RegisterRow> {
  const rows = await registerRows(ctx)
  if (registerId !== null) {
    const chosen = rows.find(({ id }) => id === registerId)
    if (!chosen?.directions.includes(direction) || chosen.archivedAt !== null)
      throw badField('letter.registerId', 'letters.wrongRegister')
    return chosen
  }
  const usual = usualRegister(rows, { direction, teamIds: ctx.actor.teamIds })
  if (!usual) throw new AppError('letters.noRegister', { status: 409 })
  return usual
}
