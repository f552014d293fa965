import { type Activity, openStatuses } from '@peyvand/activities/contract'
import { getActivity } from '@peyvand/activities/server'
import { seriesByKeys } from '@peyvand/customization/server'
import { filesOf } from '@peyvand/files/server'
import { userName } from '@peyvand/identity/server'
import { localDate } from '@peyvand/persian'
import { type Ctx, may, notFound } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { Letter } from '../contract/index.ts'
import { linkedBy, linksOf } from './links.ts'
import { peopleOf } from './people.ts'
import { registerRows } from './registers.ts'
import { type SheetRow, sheetOf } from './sheets.ts'
import './tables.ts'

/** A letter as the secretariat knows it. @throws AppError activities.notFound (404), also for other activities */
export async function getLetter(ctx: Ctx, id: string): Promise<Letter> {
  const activity = await requireLetter(ctx, id)
  const { letter, can } = activity
  const sheet = await sheetOf(ctx, id)
  const entry = await entryOf(ctx, id)
  const finalFile = (await filesOf(ctx, 'letterPapers', id)).find((file) => file.id === sheet?.finalFileId)
  return {
    id,
    direction: activity.direction,
    subject: activity.subject,
    body: activity.body,
    register: await registerOf(ctx, letter.registerId),
    registryNo: letter.registryNo,
    registeredAt: letter.registeredAt,
    voided: entry?.voided ?? null,
    letterNo: letter.letterNo,
    letterDate: letter.letterDate,
    ...(await peopleOf(ctx, id, letter)),
    enclosures: letter.enclosures,
    urgency: letter.urgency,
    confidentiality: activity.confidentiality,
    answerBy: activity.dueAt && localDate(activity.dueAt, ctx.timeZone),
    party: activity.parties[0] ?? null,
    owner: activity.owner,
    files: activity.files,
    ...sheetView(sheet),
    links: await linksOf(ctx, id),
    linkedBy: await linkedBy(ctx, id),
    finalFile: finalFile ?? null,
    version: activity.version,
    can: {
      update: can.update && !sheet?.issuedAt,
      issue: can.update && sheet !== undefined && !sheet.issuedAt && openStatuses.includes(activity.status),
      void: entry !== undefined && entry.voided === null && can.update && may(ctx.actor, 'letters.void'),
      answer: may(ctx.actor, 'activities.create'),
    },
  }
}

/** @throws AppError activities.notFound (404) */
export async function requireLetter(
  ctx: Ctx,
  id: string,
): Promise<Activity & { letter: NonNullable<Activity['letter']> }> {
  const activity = await getActivity(ctx, id)
  if (!activity.letter) throw notFound('activities.notFound')
  return { ...activity, letter: activity.letter }
}

const sheetView = (sheet: SheetRow | undefined) => ({
  isWritten: sheet !== undefined,
  letterheadId: sheet?.letterheadId ?? null,
  signerId: sheet?.signerId ?? null,
  signed: sheet?.signed ?? false,
  stamped: sheet?.stamped ?? false,
})

async function registerOf(ctx: Ctx, id: string | null): Promise<Letter['register']> {
  const row = id === null ? undefined : (await registerRows(ctx)).find((register) => register.id === id)
  if (!row) return null
  const series = (await seriesByKeys(ctx, [row.seriesKey])).get(row.seriesKey)
  return { id: row.id, nameFa: series?.labelFa ?? '', nameEn: series?.labelEn ?? '' }
}

async function entryOf(ctx: Ctx, activityId: string): Promise<Pick<Letter, 'voided'> | undefined> {
  const row = await ctx.db
    .selectFrom('letterEntries as e')
    .select(['e.voidedAt', 'e.voidedBy', 'e.voidReason', userName(sql`e.voided_by`).as('voidedByName')])
    .where('e.tenantId', '=', ctx.tenantId)
    .where('e.activityId', '=', activityId)
    .executeTakeFirst()
  if (!row) return undefined
  const { voidedAt, voidedBy, voidedByName, voidReason } = row
  if (voidedAt === null) return { voided: null }
  const by = voidedBy ? { id: voidedBy, name: voidedByName ?? '' } : null
  return { voided: { at: voidedAt, by, reason: voidReason ?? '' } }
}
