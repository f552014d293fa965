import type { Activity } from '@peyvand/activities/contract'
import { formatDate, formatMoney, formatTime, localDate, localizeDigits } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { ActivityDraft } from '../contract/index.ts'
import { customTexts } from './custom-texts.ts'
import type { FieldValue, FieldValues } from './field-value.ts'

/** The fields `activity.*` of a recorded activity in a language. */
export async function activityValues(ctx: Ctx, activity: Activity, language: Locale): Promise<FieldValues> {
  const { number, cost, meeting, kind, subject, owner } = activity
  const values: Record<string, FieldValue> = {
    subject,
    kind: ctx.registry.translate(language, `activities.kind.${kind}`),
    number: number && localizeDigits(number, language),
    ...momentTexts(ctx, { at: activity.at, due: activity.dueAt, language }),
    owner: owner.name,
    place: meeting?.place ?? null,
    link: meeting?.link ?? null,
    cost: cost && formatMoney(cost, { unit: ctx.actor.firm.moneyUnit, locale: language }),
  }
  const texts = await customTexts(ctx, { record: 'activities', values: activity.custom, language })
  for (const [key, text] of texts) values[`custom.${key}`] = text
  return keyed(values)
}

/** The same of one that is being written and not saved yet. */
export function draftValues(ctx: Ctx, draft: ActivityDraft, language: Locale): FieldValues {
  return keyed({
    subject: draft.subject?.trim() || null,
    ...momentTexts(ctx, { at: draft.at ?? null, due: draft.dueOn ?? null, language }),
    owner: ctx.actor.name,
    place: draft.place?.trim() || null,
    link: draft.link?.trim() || null,
  })
}

/** `due` is a day or a moment. */
function momentTexts(
  { timeZone }: Ctx,
  { at, due, language: locale }: { at: string | null; due: string | null; language: Locale },
) {
  const dueDay = due && due.length > 10 ? localDate(due, timeZone) : due
  return {
    date: at && formatDate(localDate(at, timeZone), { locale, style: 'full' }),
    time: at && formatTime(at, { locale, timeZone }),
    dueOn: dueDay && formatDate(dueDay, { locale }),
  }
}

const keyed = (values: Record<string, FieldValue>): FieldValues =>
  new Map(Object.entries(values).map(([name, value]) => [`activity.${name}`, value]))
