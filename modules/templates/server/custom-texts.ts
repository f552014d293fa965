import { teamsByIds, usersByIds } from '@peyvand/identity/server'
import { partyRef } from '@peyvand/parties/server'
import {
  formatDate,
  formatDateTime,
  formatMoney,
  formatNumber,
  formatPhone,
  joinList,
} from '@peyvand/persian'
import type { CustomField, CustomFile, CustomValues, Locale } from '@peyvand/platform/contract'
import { type Ctx, seenCustomFields } from '@peyvand/platform/server'

/** A record's own fields as texts in a language, by key; empty ones are null. */
export async function customTexts(
  ctx: Ctx,
  { record, values, language }: { record: string; values: CustomValues; language: Locale },
): Promise<Map<string, string | null>> {
  const texts = new Map<string, string | null>()
  for (const field of await seenCustomFields(ctx, record)) {
    const value = values[field.key] ?? null
    texts.set(field.key, value === null ? null : await customText(ctx, field, { value, language }))
  }
  return texts
}

async function customText(
  ctx: Ctx,
  field: CustomField,
  { value, language: locale }: { value: unknown; language: Locale },
): Promise<string | null> {
  const { timeZone } = ctx
  const text = String(value)
  switch (field.type) {
    case 'number':
      return formatNumber(Number(value), { locale })
    case 'money':
      return formatMoney(text, { unit: ctx.actor.firm.moneyUnit, locale })
    case 'date':
      return formatDate(text, { locale })
    case 'instant':
      return formatDateTime(text, { locale, timeZone })
    case 'boolean':
      return ctx.registry.translate(locale, value === true ? 'templates.yes' : 'templates.no')
    case 'oneOf':
      return optionLabel(field, value, locale)
    case 'manyOf':
      return joinList(
        (value as unknown[]).map((one) => optionLabel(field, one, locale)),
        locale,
      )
    case 'file':
      return joinList(
        (value as CustomFile[]).map(({ name }) => name),
        locale,
      )
    case 'phone':
      return formatPhone(text, locale)
    case 'party':
      return (await partyRef(ctx, text))?.name ?? null
    case 'team':
      return (await teamsByIds(ctx, [text])).get(text)?.name ?? null
    case 'duration':
      return durationText(ctx, Number(value), locale)
    case 'user':
      return (await usersByIds(ctx, [text])).get(text)?.name ?? null
    default:
      return text
  }
}

/** Minutes as hours and minutes: «۲ ساعت و ۳۰ دقیقه». */
function durationText({ registry }: Ctx, minutes: number, locale: Locale): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [
    ...(hours > 0 ? [registry.translate(locale, 'templates.hours', { count: hours })] : []),
    ...(rest > 0 || hours === 0 ? [registry.translate(locale, 'templates.minutes', { count: rest })] : []),
  ]
  return joinList(parts, locale)
}

function optionLabel({ options }: CustomField, value: unknown, locale: Locale): string {
  const option = options.find((one) => one.value === value)
  return option ? (locale === 'fa' ? option.labelFa : option.labelEn) : String(value)
}
