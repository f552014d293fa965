import type { ActivityAction } from '@peyvand/activities/contract'
import { type Ctx, type Tables } from '@peyvand/platform/server'
import type { Selectable } from 'kysely'
import './tables.ts'

export type SheetRow = Selectable<Tables['letterSheets']>

/** The sheet of a letter that is written here; undefined for letters that came or were written elsewhere. */
export const sheetOf = (ctx: Ctx, activityId: string): Promise<SheetRow | undefined> =>
  ctx.db
    .selectFrom('letterSheets')
    .selectAll()
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', activityId)
    .executeTakeFirst()

/** Whether a letter was issued here: its text, names and look then stay as its PDF has them. */
export const isFixed = async (ctx: Ctx, activityId: string): Promise<boolean> =>
  Boolean((await sheetOf(ctx, activityId))?.issuedAt)

/** A draft written here is finished by being issued. */
export async function actionsOfDraft(ctx: Ctx, activityId: string): Promise<ActivityAction[]> {
  const sheet = await sheetOf(ctx, activityId)
  return sheet && !sheet.issuedAt ? ['finish'] : []
}
